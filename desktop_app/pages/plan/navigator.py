"""Which days the plan page shows: turning pages, today, a day or a week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.plan.period import DAYS, first_of
from desktop_app.pages.timeline.period import Period
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of


class PlanNavigator(QObject):
    """Emits moved when other days are wanted. week_start: 0 for Monday."""

    moved = Signal()

    def __init__(self, clock: Clock, rule: DayRule, week_start: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.rule = rule
        self.week_start = week_start
        self.period = Period.WEEK
        self.day = self._present = self.today()

    def today(self) -> date:
        """Return the day that now lies in."""
        return day_of(self._clock.now().wall_ms, self.rule)

    @property
    def first(self) -> date:
        """The first day shown."""
        return first_of(self.period, self.day, self.week_start)

    @property
    def count(self) -> int:
        """How many days are shown."""
        return DAYS[self.period]

    def holds(self, day: date) -> bool:
        """Return whether a day is among those shown."""
        return self.first <= day < self.first + timedelta(days=self.count)

    def take_rule(self, rule: DayRule) -> None:
        """Cut days otherwise from now on; who looked at today still does."""
        if rule != self.rule:
            was_today = self.day == self.today()
            self.rule = rule
            self.day = self.today() if was_today else self.day
            self.moved.emit()

    def turn(self, pages: int) -> None:
        """Show the days so many pages later."""
        self.day += timedelta(days=pages * self.count)
        self.moved.emit()

    def show_today(self) -> None:
        """Show the days around now."""
        self.day = self.today()
        self.moved.emit()

    def follow(self) -> None:
        """Show the days around now where those around the day before are shown and now lies in others."""
        before, self._present = self._present, self.today()
        if self.holds(before) and not self.holds(self._present):
            self.show_today()

    def show_moment(self, moment_ms: int) -> None:
        """Show the days around a moment, unless they are shown."""
        day = day_of(moment_ms, self.rule)
        if not self.holds(day):
            self.day = day
            self.moved.emit()

    def show_period(self, period: Period, chosen_ms: int | None) -> None:
        """Show a day or a week: that of what is chosen, else of today where it is among the days shown."""
        if chosen_ms is not None:
            self.day = day_of(chosen_ms, self.rule)
        elif self.holds(self.today()):
            self.day = self.today()
        self.period = period
        self.moved.emit()
