"""Weeks and letters, made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from engine.domain.clock import MS_PER_HOUR
from engine.domain.letters import (
    CategoryFigure,
    Framing,
    Letter,
    LetterAnswer,
    StoredLetter,
    Suggestion,
    SuggestionKind,
    Told,
    Trial,
    WeekFigures,
)

HOUR = MS_PER_HOUR
MONDAY = date(2026, 3, 2)
NEWS = 7

FOCUS = Suggestion(
    SuggestionKind.FOCUS_BLOCK, 60, 9 * HOUR, MONDAY, MONDAY + timedelta(7), 3, window_start=540, window_end=720
)


def week(back: int, news_hours: float, hours: float = 30) -> WeekFigures:
    """Return a week so many weeks before, with so many hours of news in it."""
    start, news = MONDAY - timedelta(weeks=back), round(news_hours * HOUR)
    categories = (CategoryFigure(NEWS, ("Distraction", "News"), news, -1),) if news else ()
    return WeekFigures(start, start + timedelta(7), round(hours * HOUR), 10 * HOUR, news, categories)


def weeks(*news_hours: float) -> list[WeekFigures]:
    """Return the four weeks before, oldest first."""
    return [week(len(news_hours) - at, hours) for at, hours in enumerate(news_hours)]


def letter(back: int = 0, suggestion: Suggestion | None = FOCUS, trial: Trial | None = None) -> Letter:
    """Return a letter of a week so many weeks before."""
    start = MONDAY - timedelta(weeks=back)
    how = trial or Trial(Framing.GAIN, 510, 0.5, tried=True)
    return Letter(
        start, start + timedelta(7), 0, Told(HOUR), Told(0), None, (), (), None, (), (), suggestion, None, how
    )


def answered(arms: Sequence[tuple[Framing, int, LetterAnswer]]) -> list[StoredLetter]:
    """Return letters put so and answered so."""
    return [
        StoredLetter(letter(at, trial=Trial(framing, minute, 0.5, tried=True)), answer)
        for at, (framing, minute, answer) in enumerate(arms)
    ]
