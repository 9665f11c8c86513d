"""The goals of a history in memory: kept in a list, measured as the product does."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from helpers.counted_history import CATEGORIES, CountedHistory
from helpers.manual_clock import ManualClock

from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.goals import Goal
from engine.planning.goals import Goals


class _Kept:
    """Stands in for the store."""

    def __init__(self) -> None:
        self.goals: list[Goal] = []
        self._last = 0

    def all(self) -> list[Goal]:
        return list(self.goals)

    def add(self, new: Goal, made_ms: int) -> Goal:
        self._last += 1
        self.goals.append(replace(new, id=self._last, made_ms=made_ms))
        return self.goals[-1]

    def change(self, changed: Goal) -> Goal:
        self.goals[self._place(changed.id)] = changed
        return changed

    def remove(self, goal_id: int) -> None:
        del self.goals[self._place(goal_id)]

    def _place(self, goal_id: int) -> int:
        places = [place for place, one in enumerate(self.goals) if one.id == goal_id]
        if not places:
            raise UsageError("This goal is gone. Load the goals anew.")
        return places[0]


class GoalsInMemory(Goals):
    """Goals without a database, on a Monday at noon."""

    def __init__(self, history: CountedHistory, rule: DayRule) -> None:
        kept: Any = _Kept()
        tree = CategoryTree(CATEGORIES)
        super().__init__(kept, lambda: nullcontext(history), lambda: tree, lambda: rule, lambda: 0, ManualClock())
