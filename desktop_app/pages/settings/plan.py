"""Within what Kairos may place time by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.time_fields import DaysField, NumberField, TimeField
from desktop_app.pages.settings.section import Section
from desktop_app.widgets.plain_text import plain_label
from engine.settings import Settings


class PlanSection(Section):
    """Working hours and days, how much deep work a day, how long its blocks are."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Plan"))
        minutes = self.tr(" min")
        self.start, self.end = TimeField(self), TimeField(self, until=True)
        self.days = DaysField(self)
        self.deep_cap = NumberField((0, 1440), 15, minutes, parent=self)
        self.shortest = NumberField((15, 480), 15, minutes, parent=self)
        self.longest = NumberField((15, 480), 15, minutes, parent=self)
        self.pause = NumberField((0, 240), 5, minutes, self.tr("None"), self)
        self.wanted = NumberField((0, 7 * 1440), 30, minutes, self.tr("None"), self)
        self.add_row(self.tr("Work starts at"), self.start)
        self.add_row(self.tr("Work ends at"), self.end)
        self.body.addWidget(plain_label(self.tr("Working days"), "", self))
        self.days.setAccessibleName(self.tr("Working days"))
        self.add_wide(self.days, self.tr("Kairos proposes time in your working hours only; you may plan at any time."))
        self.add_row(self.tr("Deep work a day, at most"), self.deep_cap)
        self.add_row(self.tr("Shortest focus block"), self.shortest)
        self.add_row(self.tr("Longest focus block"), self.longest)
        self.add_row(self.tr("Free between two blocks"), self.pause)
        self.add_row(
            self.tr("Focus a week to propose"),
            self.wanted,
            self.tr("Beside what you named yourself as flexible blocks on the page Plan."),
        )
        self._connect()
        self.finish()

    def _connect(self) -> None:
        self.start.changed.connect(lambda value: self._save(work_start=value))
        self.end.changed.connect(lambda value: self._save(work_end=value))
        self.days.changed.connect(lambda names: self._save(workdays=names))
        self.deep_cap.changed.connect(lambda value: self._save(deep_cap=value))
        self.shortest.changed.connect(self._save_shortest)
        self.longest.changed.connect(self._save_longest)
        self.pause.changed.connect(lambda value: self._save(pause=value))
        self.wanted.changed.connect(lambda value: self._save(focus_wanted=value))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        plan = settings.plan
        self.start.show_minutes(plan.work_start)
        self.end.show_minutes(plan.work_end)
        self.days.show_names(plan.workdays)
        self.deep_cap.show_value(plan.deep_cap)
        self.shortest.show_value(plan.shortest_focus)
        self.longest.show_value(plan.longest_focus)
        self.pause.show_value(plan.pause)
        self.wanted.show_value(plan.focus_wanted)

    def _save_shortest(self, value: int) -> None:
        """Save it; the longest is never shorter."""
        self._save(shortest_focus=value, longest_focus=max(value, self.longest.value()))

    def _save_longest(self, value: int) -> None:
        self._save(longest_focus=value, shortest_focus=min(value, self.shortest.value()))

    def _save(self, **changed: Any) -> None:
        self.save(lambda settings: replace(settings, plan=replace(settings.plan, **changed)))
