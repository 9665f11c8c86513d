"""What an erase takes is said in whole sentences, one of a kind as well as many, and what became of backups, too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from desktop_app.dialogs.erase_words import EraseWords
from desktop_app.language import Speech
from engine.domain.erasing import Erasable, EraseChoice, Erased, ErasePreview
from engine.settings import Language

FOUND = ErasePreview(
    EraseChoice(everything=True), ((Erasable.ACTIVITIES, 1), (Erasable.TITLES, 1_204)), 60_000, backups=3
)


@pytest.fixture
def words(qapp: Any) -> Any:
    speech = Speech(qapp)
    speech.speak(Language.ENGLISH)
    yield EraseWords()
    speech.fall_silent()
    QLocale.setDefault(QLocale("C"))


def test_one_of_a_kind_is_one(words: EraseWords) -> None:
    told = words.preview(FOUND)
    assert "    1 stretch of recorded time\n" in told
    assert "    1,204 titles, sites and names of files" in told


def test_what_was_done_tells_of_the_backups(words: EraseWords) -> None:
    told = words.done(Erased(FOUND, 1.0))
    assert "3 backups that held it went, too; one was made of what is left." in told
    assert "backup" not in words.done(Erased(replace(FOUND, backups=0), 1.0))
    assert "went, too" not in words.done(Erased(FOUND, 1.0, troubles=("A file cannot be removed: x.",)))
