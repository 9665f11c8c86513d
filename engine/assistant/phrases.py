"""What both languages share: what a number is made of in words, and what every language must be able to say."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

from engine.assistant.heard import Why
from engine.domain.answers import Figure, Quantity, Row
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND, utc
from engine.domain.days import DayRule
from engine.domain.plain_text import shortened
from engine.domain.questions import Days, Only, Query, Unit

NAME_SHOWN = 60


class Phrases(Protocol):
    """One language. Every text is made of templates, numbers and names; names are data and never read as words."""

    examples: tuple[str, str, str]

    def basis(self, query: Query, days: Days) -> str:
        """Return the period and the filter in words."""
        ...

    def figure(self, figure: Figure, rule: DayRule) -> str:
        """Return the number as a person reads it."""
        ...

    def answer(self, query: Query, told: str) -> str:
        """Return the sentence around one number."""
        ...

    def compared(self, query: Query, told: tuple[str, str, str], sign: int) -> str:
        """Return the sentence around two numbers and what lies between them; sign: of the first less the second."""
        ...

    def ranked(self, query: Query, first: Row, told: str) -> str:
        """Return the sentence that names the first row."""
        ...

    def label(self, query: Query, row: Row) -> str:
        """Return what to call a row."""
        ...

    def listed(self, query: Query) -> str:
        """Return the sentence above a table."""
        ...

    def nothing(self) -> str:
        """Say that nothing was recorded there."""
        ...

    def refusal(self, why: Why, words: str) -> str:
        """Say why the question is not answered."""
        ...

    def asks(self, why: Why, words: str) -> str:
        """Ask back."""
        ...

    def choices(self, why: Why) -> tuple[tuple[str, str], ...]:
        """Return what can be chosen: what it is called, and the words that say it in a question."""
        ...

    def named(self, only: Only) -> tuple[str, str]:
        """Return one meaning of a name: what it is called, and the words that say so in a question."""
        ...

    def joined(self, question: str, addition: str) -> str:
        """Return a question with what was missing."""
        ...

    def say(self, key: str, **values: object) -> str:
        """Return one of the other sentences with its values filled in."""
        ...


def shown(name: str) -> str:
    """Return a name that stands in a sentence: on one line, without control characters, cut where it is long."""
    return shortened(name, NAME_SHOWN)


def parts(ms: int) -> tuple[int, int, int]:
    """Return hours, minutes and seconds, cut as reports cut them."""
    hours, rest = divmod(ms, MS_PER_HOUR)
    minutes, rest = divmod(rest, MS_PER_MINUTE)
    return hours, minutes, rest // MS_PER_SECOND


def local(moment_ms: int, rule: DayRule) -> datetime:
    """Return the moment on the person's clock."""
    return utc(moment_ms).astimezone(rule.tzinfo())


def last_of(days: Days) -> date:
    """Return the last day in it."""
    return days.end - timedelta(days=1)


def one_day(days: Days) -> bool:
    """Return whether it is a single day."""
    return days.count == 1


def plain_number(figure: Figure) -> str:
    """Return a number that is no length and no moment."""
    value = figure.value or 0
    if figure.quantity is Quantity.SHARE:
        return f"{value * 100:.1f} %"
    return f"{value:.1f}" if figure.quantity is Quantity.SCORE else f"{value:d}"


def clock_words(clock: tuple[int, int]) -> str:
    """Return "06:00–12:00"."""
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in clock)


def is_ever(days: Days) -> bool:
    """Return whether all time is meant."""
    return days.unit is Unit.ALL
