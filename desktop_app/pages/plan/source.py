"""What the plan page asks of the engine; every method is called beside the window's own thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.pages.timeline.lanes import LaneNames, TimelineColours, lanes_of
from desktop_app.pages.timeline.source import TimelineSource
from desktop_app.widgets.ribbon_values import RibbonSegment
from desktop_app.widgets.week_values import WeekDay
from engine.domain.adherence import Adherence
from engine.domain.blocks import Conflict, Occurrence
from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule, day_bounds
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from engine.api import Engine


@dataclass(frozen=True, slots=True)
class Planned:
    """A stretch of days as it was read. actual: what was recorded, by category."""

    days: tuple[WeekDay, ...]
    occurrences: tuple[Occurrence, ...]
    conflicts: tuple[Conflict, ...]
    adherence: Adherence | None
    actual: tuple[RibbonSegment, ...]
    tree: CategoryTree
    rule: DayRule


class PlanSource:
    """Reads what is planned and what was done."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._history = TimelineSource(engine)

    def rule(self) -> DayRule:
        """Return how days are cut."""
        return self._engine.history.rule()

    def occurrences(self, first: date, count: int) -> tuple[Occurrence, ...]:
        """Return what is planned on so many days from the first on."""
        days = days_from(first, count, self.rule())
        return tuple(self._engine.plan.occurrences(days[0].start_ms, days[-1].end_ms))

    def read(self, first: date, count: int, now_ms: int, names: LaneNames, colours: TimelineColours) -> Planned:
        """Return so many days from the first on."""
        rule = self.rule()
        days = days_from(first, count, rule)
        span = Interval(days[0].start_ms, days[-1].end_ms)
        plan = self._engine.plan
        occurrences = tuple(plan.occurrences(span.start_ms, span.end_ms))
        conflicts = tuple(plan.conflicts(span.start_ms, span.end_ms))
        last = first + timedelta(days=count - 1)
        kept = self._engine.planner.adherence(first, last) if occurrences else None
        actual: tuple[RibbonSegment, ...] = ()
        if span.start_ms < now_ms:
            history = self._history.read(Interval(span.start_ms, min(now_ms, span.end_ms)))
            lanes = {lane.key: lane for lane in lanes_of(history, names, colours)}
            lane = lanes.get("categories") or lanes["apps"]
            actual = lane.segments
        return Planned(days, occurrences, conflicts, kept, actual, self._engine.rules.tree(), rule)


def days_from(first: date, count: int, rule: DayRule) -> tuple[WeekDay, ...]:
    """Return so many days with their bounds."""
    dates = [first + timedelta(days=number) for number in range(count)]
    return tuple(WeekDay(day, cut.start_ms, cut.end_ms) for day in dates for cut in (day_bounds(day, rule),))
