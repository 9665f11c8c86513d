"""Times, likelihoods and silences in words, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from helpers import fake_mind
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.language import Speech
from desktop_app.pages.advice.words import AdviceWords
from desktop_app.widgets.format import Wording
from engine.domain.recommended import Abstention, Notice
from engine.settings import Language


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(qapp)
    yield made
    made.fall_silent()
    made.deleteLater()
    QLocale.setDefault(QLocale("C"))


def words() -> AdviceWords:
    return AdviceWords(Wording("UTC"))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "Today, 16:30 – 18:00"), (1, "Tomorrow, 16:30 – 18:00"), (3, "Tuesday, 16:30 – 18:00")],
)
def test_days_as_people_say_them(speech: Speech, days: int, expected: str) -> None:
    speech.speak(Language.ENGLISH)
    start = fake_mind.block().interval.start_ms + days * fake_mind.DAY_MS
    said = words().when(fake_mind.block(start).interval, fake_mind.NOON_MS)
    assert said.replace("4:30 PM", "16:30").replace("6:00 PM", "18:00").replace("\u202f", " ") == expected


def test_a_time_that_has_begun_is_now(speech: Speech) -> None:
    speech.speak(Language.ENGLISH)
    block = fake_mind.block()
    assert words().when(block.interval, block.interval.start_ms).startswith("Now, until ")


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.9, "very likely"), (0.7, "likely"), (0.5, "as likely as not"), (0.3, "possible"), (0.1, "unlikely")],
)
def test_likelihoods(speech: Speech, probability: float, word: str) -> None:
    speech.speak(Language.ENGLISH)
    block = replace(fake_mind.block(), probability=probability, low=probability, high=probability)
    assert word in words().likelihood(block)
    assert f"({round(probability * 100)} %)" in words().likelihood(block)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_every_silence_and_notice_has_its_own_sentence(speech: Speech, language: Language) -> None:
    speech.speak(language)
    said = [words().abstention(one) for one in Abstention] + [words().notice(one) for one in Notice]
    assert len(set(said)) == len(Abstention) + len(Notice)
    end = "。" if language is Language.CHINESE else "."
    assert all(one.endswith(end) for one in said)
