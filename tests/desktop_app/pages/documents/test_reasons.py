"""What the engine says of documents is said in the person's language, and never as more than one short line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from helpers.dressed import speaking
from PySide6.QtWidgets import QApplication

from desktop_app.language import Speech
from desktop_app.pages.documents.reasons import index_note_words, reason_words
from engine.documents.extract.troubles import SENTENCES
from engine.documents.index import Outcome, missing_note
from engine.documents.power import holds_back, of_passages
from engine.settings import Language

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
NOTES = (
    holds_back(1_234, on_mains=False, load=None, processors=1),
    holds_back(1_234, on_mains=True, load=9.0, processors=1),
    of_passages(holds_back(1_234, on_mains=False, load=None, processors=1)),
    missing_note(Outcome(halted=None, kept=1_234, away=("/mnt/disk",))),
    "The folders cannot be watched (Too many); Kairos looks every 15 minutes instead.",
)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speech = Speech(qapp)
    with speaking("zh_CN"):
        speech.speak(Language.CHINESE)
        yield
        speech.fall_silent()


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_every_reason_has_chinese_words(chinese: None, sentence: str) -> None:
    assert _CHINESE.search(reason_words(sentence))


@pytest.mark.parametrize("note", NOTES)
def test_every_note_has_chinese_words(chinese: None, note: str) -> None:
    assert _CHINESE.search(index_note_words(note))
    assert ("1,234" in index_note_words(note)) == ("1,234" in note)


@pytest.mark.parametrize("note", NOTES)
def test_notes_are_short(qapp: object, note: str) -> None:
    with speaking("en_GB"):
        assert "kairos" not in index_note_words(note)  # no command line in the window
        assert ("1,234" in index_note_words(note)) == ("1,234" in note)


def test_what_is_not_known_is_one_plain_line(qapp: object) -> None:
    assert reason_words("\u202eSomething\nelse " + "x" * 1_000_000).startswith("Something else xxx")
    assert len(index_note_words("x" * 1_000_000)) <= 300
