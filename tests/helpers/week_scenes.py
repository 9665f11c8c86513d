"""Weeks for the grid: days of any zone, also those on which clocks are put on or back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop_app.widgets.week_values import WeekBlock, WeekDay, WeekScene
from engine.domain.days import DayRule, day_bounds

BERLIN = DayRule("Europe/Berlin")
MONDAY = date(2026, 6, 15)
HOUR = 3_600_000


def week(first: date = MONDAY, rule: DayRule = BERLIN, days: int = 7) -> tuple[WeekDay, ...]:
    """Return so many days from the first on."""
    dates = [first + timedelta(days=number) for number in range(days)]
    return tuple(WeekDay(day, bounds.start_ms, bounds.end_ms) for day in dates for bounds in (day_bounds(day, rule),))


def at(day: date, clock: str, rule: DayRule = BERLIN, fold: int = 0) -> int:
    """Return the moment at which a local clock shows a time."""
    hours, minutes = map(int, clock.split(":"))
    local = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=rule.tzinfo(), fold=fold)
    return round(local.astimezone(UTC).timestamp() * 1_000)


def block(key: str, day: int, start: str, end: str, title: str = "", **more: object) -> WeekBlock:
    """Return a block on a day of the week, counted from its Monday."""
    on = MONDAY + timedelta(days=day)
    return WeekBlock(key, at(on, start), at(on, end), title or key, "#1F5FBF", **more)  # type: ignore[arg-type]


def scene(*blocks: WeekBlock) -> WeekScene:
    """Return the week with some blocks."""
    return WeekScene(week(), blocks, work=(9 * 60, 18 * 60), workdays=frozenset(range(5)))
