"""Weeks, amounts and budgets of what is shared, in the person's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.dialogs.error_messages import known_message
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.sharing import MILLION, OTHER, ShareBudget, SharedLine, ShareKind
from engine.domain.team import TeamLine

if TYPE_CHECKING:
    from collections.abc import Iterable

_MINUTE_MS: Final = 60_000
_DECIMALS: Final = 3
_LONGEST: Final = 40


class ShareWords(QObject):
    """Writes in the language of the window; lengths are minutes, epsilon is in millionths."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording("UTC", self)

    def kind(self, kind: ShareKind) -> str:
        """Return what a kind of file is called."""
        names = {
            ShareKind.ANONYMISED: self.tr("Anonymised (rounded)"),
            ShareKind.PRIVATE: self.tr("Private (with noise)"),
        }
        return names[kind]

    def week(self, first: date, last: date) -> str:
        """Return from which day to which."""
        if first.year != last.year:
            return f"{self.day(first)} – {self.day(last)}"
        start = _day(first, self.tr("d MMM", "the first of two days of one year"))
        end = _day(last, self.tr("d MMM yyyy", "the second of two days of one year"))
        return f"{start} – {end}"

    def day(self, first: date) -> str:
        """Return a week by its first day alone."""
        return _day(first, self.tr("d MMM yyyy"))

    def month(self, month: str) -> str:
        """Return a month, given as YYYY-MM, in words."""
        return _day(date.fromisoformat(f"{month}-01"), self.tr("MMMM yyyy"))

    def epsilon(self, millionths: int) -> str:
        """Return it as a number, without zeros that say nothing."""
        locale = QLocale()
        text = locale.toString(millionths / MILLION, "f", _DECIMALS)
        return text.rstrip(locale.zeroDigit()).rstrip(locale.decimalPoint())

    def budget(self, budget: ShareBudget) -> str:
        """Return how much of a month's budget is spent and left."""
        month = self.month(budget.month)
        if budget.closed:
            return self.tr("%1: what was spent can no longer be told, so nothing more may be.").replace("%1", month)
        if not budget.left:
            text = self.tr("%1: all %2 spent. Weeks of another month have a budget of their own.")
            return _filled(text, (month, self.epsilon(budget.allowed)))
        values = (self.epsilon(one) for one in (budget.spent, budget.allowed, budget.left))
        return _filled(self.tr("%1: %2 of %3 spent, %4 left."), (month, *values))

    def group(self, group: str) -> str:
        """Return what a group of activities is called."""
        names = {
            "focus": self.tr("Focus"),
            "meetings": self.tr("Meetings"),
            "communication": self.tr("Communication"),
            "learning": self.tr("Learning"),
            "admin": self.tr("Admin"),
            OTHER: self.tr("Other"),
        }
        return names.get(group) or foreign(group, _LONGEST)

    def part(self, part: str) -> str:
        """Return what a part of the day is called, "" for the whole week."""
        names = {
            "night": self.tr("Night"),
            "morning": self.tr("Morning"),
            "afternoon": self.tr("Afternoon"),
            "evening": self.tr("Evening"),
        }
        return names.get(part) or foreign(part, _LONGEST)

    def length(self, minutes: int) -> str:
        """Return how long, in hours and minutes."""
        return self._wording.length(minutes * _MINUTE_MS)

    def amount(self, line: SharedLine | TeamLine) -> str:
        """Return the figure of one group, as short as a table needs it."""
        if line.minutes is None:
            return self.tr("withheld")
        amount = self.tr("%1 h", "hours and minutes, as in 19:45 h").replace("%1", _clock(line.minutes))
        if line.low is None or line.high is None:
            return amount
        return _filled(self.tr("%1 (%2 – %3)"), (amount, _clock(line.low), _clock(line.high)))

    def told(self, line: SharedLine | TeamLine) -> str:
        """Return the same for who hears it."""
        if line.minutes is None:
            return labelled(self._name(line), self.amount(line))
        length = self.length(line.minutes)
        if line.low is None or line.high is None:
            return labelled(self._name(line), length)
        between = (length, self.length(line.low), self.length(line.high))
        return _filled(self.tr("%1: %2, between %3 and %4"), (self._name(line), *between))

    def _name(self, line: SharedLine | TeamLine) -> str:
        part = line.part if isinstance(line, SharedLine) else ""
        return f"{self.group(line.group)}, {self.part(part)}" if part else self.group(line.group)


def engine_words(sentence: str) -> str:
    """Return a sentence of the engine in the window's language, as it came where that is not known."""
    return known_message(sentence) or sentence


def bulleted(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return sentences of the engine as the points of a list."""
    return tuple(f"• {engine_words(one)}" for one in sentences)


def _filled(text: str, values: tuple[str, ...]) -> str:
    for place, value in enumerate(values, 1):
        text = text.replace(f"%{place}", value)
    return text


def _clock(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else ''}{hours}:{rest:02}"


def _day(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
