"""Which kinds of day there are, and what meets or comes first more often than chance lets expect."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from desktop_app.pages.insights.changes_card import LEAST_DAYS
from desktop_app.pages.insights.finding_row import FindingCard, FindingRow, day_text, percent
from desktop_app.pages.insights.letter_findings import FindingWords
from desktop_app.pages.insights.letter_words import filled, unbroken
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.app_names import AppNames
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.findings import Findings
from engine.domain.routines import DayShape, Habit, HabitKind, Trait, TraitKind

_OF_KIND: Final = 4
_LONGEST: Final = 40


class RoutinesCard(FindingCard):
    """Shows kinds of day first, then habits."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording, self._words = wording, FindingWords(wording, self)
        self.set_title(self.tr("Routines"))

    def show_found(self, found: Findings) -> None:
        """Show other findings."""
        habits = [
            one for kind in HabitKind for one in [habit for habit in found.habits if habit.kind is kind][:_OF_KIND]
        ]
        rows = [self._shape(one) for one in found.shapes.shapes] + [self._habit(one) for one in habits]
        self.show_rows(self._lead(found, len(habits)), rows)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._words.names = names

    def _lead(self, found: Findings, shown: int) -> str:
        if not found.shapes.shapes and not found.habits and found.days < LEAST_DAYS:
            return self.tr("Too little history to tell: it takes 30 days with an hour of activity.")
        texts = []
        if not found.shapes.shapes:
            texts.append(self.tr("There are no clear kinds of day."))
        if not found.habits:
            texts.append(self.tr("No habit stands out from chance."))
        else:
            texts.append(
                self.tr("These meet more often than chance would have it. That does not say which leads to which.")
            )
        if shown < len(found.habits):
            text = self.tr("The %1 strongest of %2 are shown.")
            texts.append(filled(text, str(shown), str(len(found.habits))))
        return "\u0020".join(texts)

    def _shape(self, shape: DayShape) -> FindingRow:
        traits = self.tr(", ").join(self._trait(one) for one in shape.traits)
        count = self.tr("%n days are alike", "", len(shape.days))
        text = self.tr("%1: %2.").replace("%1", count).replace("%2", traits) if traits else f"{count}."
        row = FindingRow(text, "", self)
        row.link(self.tr("A typical one: %1").replace("%1", day_text(shape.typical)), shape.typical, shape.typical)
        row.link_days(shape.days)
        return row

    def _trait(self, trait: Trait) -> str:
        if trait.kind is TraitKind.WEEKEND and round(trait.value, 2) in {0, 1}:
            return self.tr("all of them at the weekend") if trait.value else self.tr("none of them at the weekend")
        text = {
            TraitKind.WEEKEND: self.tr("%1 at the weekend (other days %2)"),
            TraitKind.ACTIVE: self.tr("active for %1 (other days %2)"),
            TraitKind.START: self.tr("beginning at %1 (other days %2)"),
            TraitKind.END: self.tr("ending at %1 (other days %2)"),
            TraitKind.CATEGORY: self.tr("%1 of the time on %3 (other days %2)"),
        }[trait.kind]
        name = isolated(foreign(trait.name, _LONGEST))
        return filled(text, self._value(trait.kind, trait.value), self._value(trait.kind, trait.other), name)

    def _value(self, kind: TraitKind, value: float) -> str:
        if kind in {TraitKind.WEEKEND, TraitKind.CATEGORY}:
            return percent(value)
        if kind is TraitKind.ACTIVE:
            return unbroken(self._wording.length(round(value * MS_PER_MINUTE)))
        minute = int(value) % (24 * 60)
        return QLocale().toString(QTime(minute // 60, minute % 60), QLocale.FormatType.ShortFormat)

    def _habit(self, habit: Habit) -> FindingRow:
        row = FindingRow(self._words.habit(habit), self._words.habit_rests(habit), self)
        if habit.when:
            row.link_counted(self.tr("What was counted"), habit)
        else:
            row.link_days(habit.days)
        return row
