"""Goals as the faces ask for them: loads, measures, saves; adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, timedelta

from engine.domain.calendar import Calendar
from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of
from engine.domain.errors import UsageError
from engine.domain.goals import Goal, GoalProgress, Per, Streak, checked
from engine.domain.periods import Period, period_around
from engine.domain.report import ReportRequest
from engine.domain.totals import Totals
from engine.planning.goal_measuring import Measuring
from engine.planning.goal_streaks import streak_of
from engine.storage.goals import GoalStore

_STREAKS_OVER = {Per.DAY: timedelta(days=182), Per.WEEK: timedelta(weeks=104)}

WEEKS_SHOWN = 8
"""How far a preview looks back."""


class Goals:
    """The goals of one profile. Every method raises Storage errors.

    history: gives the totals of the moment it is asked. rule, week_start: how days and weeks are cut here and now.
    """

    def __init__(
        self,
        store: GoalStore,
        history: Callable[[], AbstractContextManager[Totals]],
        tree: Callable[[], CategoryTree],
        rule: Callable[[], DayRule],
        week_start: Callable[[], int],
        clock: Clock,
    ) -> None:
        self._store = store
        self._history = history
        self._tree = tree
        self._rule = rule
        self._week_start = week_start
        self._clock = clock

    def all(self) -> list[Goal]:
        """Return every goal, in the order they were made."""
        return self._store.all()

    def get(self, goal_id: int) -> Goal:
        """Return a goal by its number; UsageError where there is none."""
        found = next((one for one in self.all() if one.id == goal_id), None)
        if found is None:
            raise UsageError(f"There is no goal {goal_id}. See: kairos goals list")
        return found

    def add(self, goal: Goal) -> Goal:
        """Store a goal and return it with its number; UsageError for one that cannot be meant."""
        return self._store.add(checked(goal), self._clock.now().wall_ms)

    def change(self, goal: Goal) -> Goal:
        """Replace the stored goal of the same number; UsageError as for add, and where it is gone."""
        return self._store.change(checked(goal))

    def remove(self, goal_id: int) -> None:
        """Remove a goal; UsageError where it is gone already."""
        self._store.remove(goal_id)

    def progress(self, start: date, end: date) -> tuple[GoalProgress, ...]:
        """Return what became of every goal in the days from start to end, end excluded, weeks whole."""
        return self._progress(self.all(), start, end)

    def week_start(self) -> int:
        """Return the first day of a week, 0 for Monday."""
        return self._week_start()

    def over(self, totals: Totals, request: ReportRequest) -> tuple[GoalProgress, ...]:
        """Return what became of every goal in the days of a report, out of the very totals it is made of."""
        calendar = Calendar(self._clock.now().wall_ms, request.rule, request.week_start)
        return Measuring(totals, self._tree(), calendar).progress(self.all(), request.start, request.end)

    def status(self) -> tuple[GoalProgress, ...]:
        """Return how every goal stands today or this week; one per day that is not for today has no result."""
        today = self._today()
        return self.progress(today, today + timedelta(days=1))

    def streaks(self) -> dict[int, Streak]:
        """Return how many times in a row each goal was met, by its number, over half a year of days or two of weeks."""
        today, goals = self._today(), self.all()
        found: dict[int, Streak] = {}
        for per, back in _STREAKS_OVER.items():
            measured = [one for one in goals if one.per is per]
            for one in self._progress(measured, today - back, today + timedelta(days=1), foretell=False):
                found[one.goal.id] = streak_of(one)
        return found

    def preview(self, goal: Goal, weeks: int = WEEKS_SHOWN) -> GoalProgress:
        """Return what would have become of a goal, stored or not, in the weeks up to today; UsageError as for add."""
        today = self._today()
        start, _ = period_around(Period.WEEK, today - timedelta(weeks=weeks - 1), self._week_start())
        return self._progress([checked(goal)], start, today + timedelta(days=1))[0]

    def _today(self) -> date:
        return day_of(self._clock.now().wall_ms, self._rule())

    def _progress(
        self, goals: Iterable[Goal], start: date, end: date, *, foretell: bool = True
    ) -> tuple[GoalProgress, ...]:
        calendar = Calendar(self._clock.now().wall_ms, self._rule(), self._week_start())
        with self._history() as totals:
            return Measuring(totals, self._tree(), calendar).progress(goals, start, end, foretell=foretell)
