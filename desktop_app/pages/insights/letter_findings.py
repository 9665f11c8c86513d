"""Changes and habits as a letter tells them, with what they rest on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QObject, QTime

from desktop_app.pages.insights.finding_row import day_text
from desktop_app.pages.insights.letter_words import filled, unbroken
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.app_names import AppNames
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.routines import Change, DayPart, Habit, HabitKind, Item, ItemKind, Measure

_LONGEST: Final = 40
_LEAST_P: Final = 0.001
_SHARES: Final = frozenset({Measure.FOCUS, Measure.DISTRACTING})
_TIMES: Final = frozenset({Measure.START, Measure.END})


class FindingWords(QObject):
    """Writes findings in a sentence each, lengths as Wording does. names: what apps are called."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.names = AppNames()

    def change(self, one: Change) -> str:
        """Return since when what is another, from what to what, and how unlikely that is by chance."""
        since = day_text(one.since)
        text = self.tr("Since about %1: %2 %3 a day on average, %4 before (%5 and %6 days, %7).")
        parts = (
            since,
            self._measure(one.measure, one.part),
            self.value(one.measure, one.after),
            self.value(one.measure, one.before),
            str(one.days_after),
            str(one.days_before),
            self._chance(one.p),
        )
        return filled(text, *parts)

    def habit(self, one: Habit) -> str:
        """Return what comes with what, how often, and what chance would give."""
        if one.kind is HabitKind.BEFORE:
            text = self.tr("%1 comes before %2 in %3 of %4 stretches of work; chance would give %5 (%6).")
        elif one.first.kind is ItemKind.WEEKDAY:
            text = self.tr("On a %1 there is %2 in %3 of %4 stretches of work; chance would give %5 (%6).")
        elif one.first.kind is ItemKind.PART:
            text = self.tr("%1 there is %2 in %3 of %4 stretches of work; chance would give %5 (%6).")
        else:
            text = self.tr("With %1 there is %2 in %3 of %4 stretches of work; chance would give %5 (%6).")
        expected = self._percent(one.expected)
        parts = (
            _capital(self._item(one.first)) if one.kind is HabitKind.BEFORE else self._item(one.first),
            self._item(one.then),
            str(one.times),
            str(one.of),
            expected,
            self._chance(one.p),
        )
        return filled(text, *parts)

    def _measure(self, measure: Measure, part: DayPart) -> str:
        name = {
            Measure.ACTIVE: self.tr("active time"),
            Measure.FOCUS: self.tr("share of focused work"),
            Measure.DISTRACTING: self.tr("share of distraction"),
            Measure.SWITCHES: self.tr("switches an hour"),
            Measure.START: self.tr("first activity"),
            Measure.END: self.tr("last activity"),
        }[measure]
        if part is DayPart.DAY:
            return name
        text = self.tr("%1 before noon") if part is DayPart.MORNING else self.tr("%1 after noon")
        return text.replace("%1", name)

    def value(self, measure: Measure, number: float) -> str:
        """Return a measured value in its unit."""
        if measure in _SHARES:
            return self._percent(number)
        if measure in _TIMES:
            minute = int(number) % (24 * 60)
            return QLocale().toString(QTime(minute // 60, minute % 60), QLocale.FormatType.ShortFormat)
        if measure is Measure.ACTIVE:
            return unbroken(self._wording.length(int(number * MS_PER_MINUTE)))
        return QLocale().toString(number, "f", 1)

    def _item(self, one: Item) -> str:
        if one.kind is ItemKind.WEEKDAY:
            return QLocale().dayName(int(one.name) + 1, QLocale.FormatType.LongFormat)
        if one.kind is ItemKind.PART:
            hours = {"0": self.tr("At night"), "6": self.tr("In the morning"), "12": self.tr("In the afternoon")}
            return hours.get(one.name, self.tr("In the evening"))
        text = {
            ItemKind.APP: self.tr("the app %1"),
            ItemKind.CATEGORY: self.tr("the category %1"),
            ItemKind.DOCUMENT: self.tr("the document %1"),
        }[one.kind]
        name = self.names.name(one.name) if one.kind is ItemKind.APP else one.name
        return text.replace("%1", isolated(foreign(name, _LONGEST)))

    def _percent(self, share: float) -> str:
        return unbroken(QLocale().toString(round(share * 100)) + " %")

    def _chance(self, p: float) -> str:
        if p < _LEAST_P:
            return self.tr("by chance less than 1 in %1").replace("%1", str(round(1 / _LEAST_P)))
        return self.tr("by chance 1 in %1").replace("%1", str(round(1 / p)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
