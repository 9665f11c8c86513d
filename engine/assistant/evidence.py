"""Carries a query out over the totals reports are made of; where titles matter, over the history as it counts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from engine.assistant.counted import Counted, FocusOf
from engine.assistant.reading import Reading
from engine.domain.answers import Figure, Row
from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule
from engine.domain.questions import Days, Group, Query


@dataclass(frozen=True, slots=True)
class Evidence:
    """Gives the numbers. history: the state of the moment it is asked. Every method raises Storage errors."""

    history: Callable[[], AbstractContextManager[Counted]]
    tree: Callable[[], CategoryTree]
    rule: Callable[[], DayRule]
    week_start: Callable[[], int]
    focus: FocusOf

    def figure(self, query: Query, days: Days) -> Figure:
        """Return the one number asked for."""
        with self.history() as history:
            return self._reading(history, query).figure(days)

    def rows(self, query: Query, days: Days) -> list[Row]:
        """Return the table asked for: rows with something in them, in order or the largest first."""
        with self.history() as history:
            return self._reading(history, query).rows(days)

    def _reading(self, history: Counted, query: Query) -> Reading:
        return Reading(history, query, self.tree(), self.rule(), self.week_start(), self.focus)


def in_order(rows: list[Row], query: Query) -> list[Row]:
    """Return the rows of a ranking, the largest (or smallest) first; of a trend, as they come, by the clock."""
    if query.by in {Group.HOUR, Group.WEEKDAY}:
        rows = sorted(rows, key=lambda row: row.key)
    if query.kind.value != "rank":
        return rows
    sign = -1 if query.most else 1
    return sorted(rows, key=lambda row: (sign * (row.figure.value or 0), row.label, row.key))
