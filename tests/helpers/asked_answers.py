"""What questions about demo data are answered with, worked out from the raw rows alone, the slow and plain way."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from helpers.focus_reference import focus_of
from sqlcipher3 import dbapi2

from engine.domain.activity import Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity

_ROWS = """
SELECT a.start_ms, a.end_ms, a.presence, a.withheld, coalesce(app.name, ''), coalesce(look.category_id, 0)
FROM activity a LEFT JOIN look ON look.id = a.look_id LEFT JOIN app ON app.id = look.app_id ORDER BY a.start_ms
"""
_LONGEST_ROW_MS = 48 * 3_600_000


@dataclass(frozen=True)
class Wanted:
    """What is asked: a key of the tables of questions, days [start, end), a category's number or an app's name."""

    key: str
    start: date
    end: date
    category: int = 0
    app: str = ""
    against: tuple[date, date] | None = None
    mornings: bool = False


@dataclass(frozen=True)
class _Row:
    start: int
    end: int
    active: bool
    presence: int
    withheld: bool
    app: str
    category: int


class RawDays:
    """The rows of a database, and answers out of them."""

    def __init__(self, path: Path, zone: str) -> None:
        self._zone = ZoneInfo(zone)
        with closing(dbapi2.connect(str(path))) as connection:
            self.rows = [_Row(s, e, p == 0, p, w != 0, app, c) for s, e, p, w, app, c in connection.execute(_ROWS)]
            self.parents = dict(connection.execute("SELECT id, parent_id FROM category"))
            self.names = dict(connection.execute("SELECT id, name FROM category"))
            self._weights = dict(connection.execute("SELECT id, weight FROM category"))
        self._starts = [row.start for row in self.rows]

    def moment(self, day: date, hour: int = 0) -> int:
        """Return a time on the clock of a day in UTC milliseconds."""
        return int(datetime.combine(day, time(hour), self._zone).timestamp()) * 1_000

    def weight(self, category: int) -> int:
        """Return a category's own weight or that of the nearest one above."""
        while category and self._weights.get(category) is None:
            category = self.parents.get(category) or 0
        return self._weights.get(category) or 0

    def _below(self, category: int, root: int) -> bool:
        while category and category != root:
            category = self.parents.get(category) or 0
        return category == root

    def _within(self, start: int, end: int) -> Iterator[tuple[_Row, int, int]]:
        place = bisect_left(self._starts, start - _LONGEST_ROW_MS)
        while place < len(self.rows) and self.rows[place].start < end:
            row = self.rows[place]
            low, high = max(row.start, start), min(row.end, end)
            if low < high:
                yield row, low, high
            place += 1

    def _counted(self, wanted: Wanted, start: date, end: date) -> Iterator[tuple[date, _Row, int, int]]:
        day = start
        while day < end:
            low, high = self.moment(day), self.moment(day + timedelta(days=1))
            if wanted.mornings:
                low, high = self.moment(day, 6), self.moment(day, 12)
            for row, first, last in self._within(low, high):
                if row.active and self._fits(row, wanted):
                    yield day, row, first, last
            day += timedelta(days=1)

    def _fits(self, row: _Row, wanted: Wanted) -> bool:
        if wanted.app and (row.app != wanted.app or row.withheld):
            return False
        return not wanted.category or self._below(row.category, wanted.category)

    def answer(self, wanted: Wanted) -> Any:
        """Return the answer: a number, a pair of them, or rows."""
        if wanted.against is not None:
            return self._sum(wanted, wanted.start, wanted.end), self._sum(wanted, *wanted.against)
        if wanted.key in {"score", "switches", "longest"}:
            return self._focus(wanted)
        parts = list(self._counted(wanted, wanted.start, wanted.end))
        if wanted.key in {"rank_app", "rank_category", "best_day", "trend"}:
            return self._rows(wanted.key, parts)
        if wanted.key == "deep":
            return round(sum(max(0, self.weight(row.category)) * (last - first) for _, row, first, last in parts) / 2)
        whole = sum(last - first for _, _, first, last in parts)
        if wanted.key in {"first_a", "last_a"}:
            edges = [(first, last) for _, _, first, last in parts]
            return None if not edges else edges[0][0] if wanted.key == "first_a" else edges[-1][1]
        return self._simple(wanted, whole, len({day for day, *_ in parts}))

    def _simple(self, wanted: Wanted, whole: int, days: int) -> Any:
        if wanted.key == "share_c":
            everything = self._sum(replace(wanted, category=0, app=""), wanted.start, wanted.end)
            return whole / everything if everything else None
        if wanted.key == "days_a":
            return days
        if wanted.key == "average":
            return whole // days if days else None
        return whole

    def _sum(self, wanted: Wanted, start: date, end: date) -> int:
        return sum(last - first for _, _, first, last in self._counted(wanted, start, end))

    def _rows(self, key: str, parts: list[tuple[date, _Row, int, int]]) -> list[tuple[str, int]]:
        sums: Counter[str] = Counter()
        for day, row, first, last in parts:
            if key == "rank_app" and row.withheld:
                continue
            monday = (day - timedelta(days=day.weekday())).isoformat()
            name = {"rank_app": row.app, "rank_category": str(row.category or ""), "trend": monday}
            sums[name.get(key, day.isoformat())] += last - first
        if key == "trend":
            return sorted(sums.items())
        found = sorted(sums.items(), key=lambda one: -one[1])
        return found[:1] if key == "best_day" else found[:5]

    def _focus(self, wanted: Wanted) -> Any:
        presences = list(Presence)
        labelled = [
            LabelledActivity(
                Interval(first, last),
                Observed(
                    Presence.ACTIVE if row.active else presences[row.presence],
                    app=row.app,
                    withheld=Withheld.PRIVATE if row.withheld else Withheld.NO,
                ),
                "UTC",
                "raw",
                Labels(row.category or None),
            )
            for row, first, last in self._within(self.moment(wanted.start), self.moment(wanted.end))
        ]
        told = focus_of(labelled, self.weight, lambda _: ())
        if wanted.key == "score":
            return told.score
        if wanted.key == "switches":
            return told.switches
        return told.longest[0].interval.length_ms if told.longest else None
