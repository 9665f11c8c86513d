"""The person's own quarters of an hour of a week by group, counted as for every shared figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.sharing import BLOCK_MS
from engine.domain.stream_row import HistoryRows
from engine.sharing.week.counting import block_range, counted, groups_of

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekQuarters:
    """Counts a week. group: gives what tells a category's group. hours_from: before it only days' totals are kept."""

    rows: HistoryRows
    group: Callable[[], Callable[[int], str]]
    rule: Callable[[], DayRule]
    hours_from: Callable[[], int]

    def of(self, first_day: date) -> Mapping[str, int]:
        """Return the quarters by group of the week from a Monday on; UsageError where they are no longer kept."""
        rule = self.rule()
        blocks = block_range(day_start_ms(first_day, rule), day_start_ms(first_day + _WEEK, rule))
        start, end = blocks.start * BLOCK_MS, blocks.stop * BLOCK_MS
        if start < self.hours_from():
            raise UsageError("Of this week only totals of days are kept; it cannot be contributed.")
        return counted(groups_of(self.rows.rows(start, end), blocks, self.group()))
