"""A history in memory that counts itself the slow way: what reports are asked of, without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import pairwise
from typing import Any

from helpers.manual_clock import ManualClock

from engine.domain.activity import Observed, Withheld
from engine.domain.categories import Category, CategoryTree, Labels
from engine.domain.clock import MS_PER_HOUR
from engine.domain.days import DayRule
from engine.domain.focus_day import FocusDay
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow
from engine.reports.service import GoalsOver, KeptFocus, Reports, WorkOut

CATEGORIES = (
    Category(1, "Work", colour="#1F5FBF", weight=2),
    Category(2, "编码", parent_id=1),
    Category(3, "Talk", weight=0),
    Category(4, "Games", weight=-2),
)


class CountedHistory:
    """Some activities that do not overlap, in order, and their totals."""

    def __init__(self, activities: Iterable[LabelledActivity]) -> None:
        self.activities = sorted(activities, key=lambda one: one.interval)

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the activities between two moments, cut there."""
        bounds = Interval(start_ms, end_ms)
        for one in self.activities:
            part = one.interval.clip(bounds)
            if part is not None:
                yield replace(one, interval=part)

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...]) -> list[TotalRow]:
        """Return the totals between two moments, told apart by the keys."""
        counted: Counter[tuple[tuple[str, Any], ...]] = Counter()
        for one in self.labelled(start_ms, end_ms):
            for hour, ms in _by_hour(one.interval):
                counted[_told_apart(one, hour, by)] += ms
        return [TotalRow(ms, **dict(key)) for key, ms in counted.items()]

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> list[list[TotalRow]]:
        """Return the totals between each two neighbours of bounds."""
        return [self.total(start, end, by) for start, end in pairwise(bounds)]

    def focus_days(self, days: Sequence[Interval], work_out: WorkOut) -> Iterator[FocusDay]:
        """Yield what each day gives."""
        return (work_out(self.labelled(day.start_ms, day.end_ms)) for day in days)

    def reports(
        self, rule: DayRule, goals: GoalsOver = lambda _totals, _request: (), kept: KeptFocus | None = None
    ) -> Reports:
        """Return the reports of this history; kept: what days gave before."""
        tree = CategoryTree(CATEGORIES)
        return Reports(lambda: nullcontext(self), lambda: tree, lambda: rule, ManualClock(), goals=goals, kept=kept)


class AllKept:
    """Says that every day is kept, so that nothing takes long."""

    def missing(self, days: Sequence[Interval]) -> list[Interval]:
        """Return none."""
        del days
        return []

    def fill(self, days: Sequence[Interval], work_out: WorkOut) -> None:
        """Have nothing to do."""


def _by_hour(interval: Interval) -> Iterator[tuple[int, int]]:
    for hour in range(interval.start_ms // MS_PER_HOUR, (interval.end_ms - 1) // MS_PER_HOUR + 1):
        part = interval.clip(Interval(hour * MS_PER_HOUR, (hour + 1) * MS_PER_HOUR))
        if part is not None:
            yield hour, part.length_ms


def _told_apart(one: LabelledActivity, hour: int, by: Sequence[Key]) -> tuple[tuple[str, Any], ...]:
    values = {
        Key.HOUR: ("hour", hour),
        Key.APP: ("app", one.app),
        Key.CATEGORY: ("category_id", one.labels.category_id),
        Key.PROJECT: ("project", one.labels.project),
        Key.TAG: ("tag", one.labels.tag),
        Key.PRESENCE: ("presence", one.presence),
        Key.WITHHELD: ("withheld", one.what.withheld),
    }
    return tuple(values[key] for key in by)


def labelled(
    start_ms: int,
    end_ms: int,
    app: str = "editor",
    title: str = "",
    labels: Labels = Labels(),  # noqa: B008
    zone: str = "UTC",
    *,
    presence: Presence = Presence.ACTIVE,
    withheld: Withheld = Withheld.NO,
) -> LabelledActivity:
    """Return an activity in few words."""
    named = presence is Presence.ACTIVE and withheld is Withheld.NO
    what = Observed(presence, app if named else "", title if named else "", withheld=withheld)
    return LabelledActivity(Interval(start_ms, end_ms), what, zone, "recorder", labels)
