"""Changes and habits as a letter tells them, with what they rest on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QObject, QTime

from desktop_app.pages.insights.finding_row import day_text, percent
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
        """Return since when what is another, and from what to what."""
        text = {
            Measure.ACTIVE: self.tr("Since about %1 you are active for %2 a day on average; before it was %3."),
            Measure.FOCUS: self.tr("Since about %1 focused work takes %2 of your time; before it was %3."),
            Measure.DISTRACTING: self.tr("Since about %1 distraction takes %2 of your time; before it was %3."),
            Measure.SWITCHES: self.tr("Since about %1 you switch %2 times an hour on average; before it was %3."),
            Measure.START: self.tr("Since about %1 your day begins at %2 on average; before it was %3."),
            Measure.END: self.tr("Since about %1 your day ends at %2 on average; before it was %3."),
        }[one.measure]
        values = (self.value(one.measure, one.after), self.value(one.measure, one.before))
        said = filled(text, day_text(one.since), *values)
        part = {
            DayPart.MORNING: self.tr("This is about the mornings."),
            DayPart.AFTERNOON: self.tr("This is about the afternoons."),
        }.get(one.part, "")
        return f"{said} {part}".rstrip()

    def change_rests(self, one: Change) -> str:
        """Return on how many days a change rests, and how unlikely it is by chance."""
        text = self.tr("Counted on %1 days since and %2 before; luck alone does this %3.")
        return filled(text, str(one.days_after), str(one.days_before), self._luck(one.p))

    def habit(self, one: Habit) -> str:
        """Return what comes with what, and how often."""
        if one.kind is HabitKind.BEFORE:
            text = self.tr("%1 mostly comes before %2: in %3 of %4 stretches of work with both.")
        elif one.first.kind is ItemKind.WEEKDAY:
            text = self.tr("On a %1 there is often %2: in %3 of %4 stretches of work.")
        elif one.first.kind is ItemKind.PART:
            text = self.tr("%1 there is often %2: in %3 of %4 stretches of work.")
        else:
            text = self.tr("With %1 there is often %2, too: in %3 of %4 stretches of work.")
        before = one.kind is HabitKind.BEFORE
        first = _capital(self._item(one.first)) if before else self._item(one.first)
        return filled(text, first, self._item(one.then), str(one.times), str(one.of))

    def habit_rests(self, one: Habit) -> str:
        """Return what chance would give, and how unlikely the difference is by chance."""
        text = self.tr("That is %1, chance would give %2; luck alone does this %3.")
        share = self._percent(one.times / one.of) if one.of else "–"
        return filled(text, share, self._percent(one.expected), self._luck(one.p))

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
            ItemKind.DOCUMENT: self.tr("the document “%1”"),
        }[one.kind]
        name = self.names.name(one.name) if one.kind is ItemKind.APP else one.name
        return text.replace("%1", isolated(foreign(name, _LONGEST)))

    def _percent(self, share: float) -> str:
        return percent(share)

    def _luck(self, p: float) -> str:
        if p < _LEAST_P:
            return self.tr("less than once in %1 times").replace("%1", QLocale().toString(round(1 / _LEAST_P)))
        return self.tr("once in %1 times").replace("%1", str(round(1 / p)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
