"""Weeks to plan for tests: Monday 2026-11-23, seven o'clock in Berlin, with a forecast written down by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.domain.blocks import About, Block, BlockKind, BlockSource, FlexibleBlock, Occurrence, Origin
from engine.domain.clock import Instant, wall_ms
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.proposals import Basis
from engine.domain.recommended import ReasonKind
from engine.domain.week_forecast import ForecastShare, WeekForecast
from engine.planning.week.facts import Refusal, WeekFacts
from engine.planning.week.slots import slots_in
from engine.settings import PlanSettings

ZONE = "Europe/Berlin"
MONDAY = date(2026, 11, 23)
SETTINGS = PlanSettings(focus_wanted=0)


def at(day: int, hour: float, *, of: date = MONDAY) -> int:
    """Return UTC milliseconds for an hour of a day after the Monday."""
    midnight = datetime.combine(of + timedelta(days=day), datetime.min.time(), ZoneInfo(ZONE))
    return wall_ms(midnight.replace(hour=int(hour), minute=round(hour % 1 * 60)))


def span(day: int, start: float, end: float) -> Interval:
    """Return the time between two hours of a day."""
    return Interval(at(day, start), at(day, end))


def planned(
    interval: Interval,
    kind: BlockKind = BlockKind.MEETING,
    *,
    number: int = 1,
    flexible_id: int = 0,
    recommended: bool = False,
    protected: bool = False,
) -> Occurrence:
    """Return something in the plan."""
    source = BlockSource.RECOMMENDED if recommended else BlockSource.PERSON
    about = About(kind, title=f"Block {number}", protected=protected)
    block = Block(about, interval, ZONE, origin=Origin(source, flexible_id), id=number)
    return Occurrence(interval, block, interval.start_ms)


def flexible(kind: BlockKind = BlockKind.FOCUS, number: int = 1, **what: object) -> FlexibleBlock:
    """Return a flexible block of 60 minutes on workdays, once a week, but for what is named."""
    return replace(FlexibleBlock(About(kind, title=f"Flexible {number}"), 60, 60, id=number), **what)  # type: ignore[arg-type]


def forecast(whole: Interval, minutes: Callable[[int, float], float] = lambda _day, _hour: 6.0) -> WeekForecast:
    """Return what a function of the day and the hour says of every slot."""
    slots = slots_in(whole, ZONE)
    told = tuple(minutes(int(day), minute / 60) for day, minute in zip(slots.day, slots.minute.tolist(), strict=True))
    mean = sum(told) / (len(told) or 1)
    part = ForecastShare(ReasonKind.HOURS, tuple(one - mean for one in told), tuple(one / 15 for one in told))
    return WeekForecast(told, (Basis.HOURS,) * len(told), (part,))


def facts(
    *wanted: FlexibleBlock,
    occurrences: Sequence[Occurrence] = (),
    settings: PlanSettings = SETTINGS,
    minutes: Callable[[int, float], float] = lambda _day, _hour: 6.0,
    refused: Sequence[Refusal] = (),
    kept: Mapping[BlockKind, tuple[float, ...]] | None = None,
    now_ms: int | None = None,
    days: int = 7,
) -> WeekFacts:
    """Return the facts of the week from Monday at seven."""
    now = Instant(at(0, 7) if now_ms is None else now_ms, 0, 0, ZONE)
    rule = DayRule(ZONE)
    whole = Interval(now.wall_ms, day_start_ms(day_of(now.wall_ms, rule) + timedelta(days=days), rule))
    return WeekFacts(
        now=now,
        span=whole,
        settings=settings,
        forecast=forecast(whole, minutes),
        flexible=tuple(wanted),
        occurrences=tuple(sorted(occurrences, key=lambda one: one.interval)),
        refused=tuple(refused),
        kept=kept or {},
    )
