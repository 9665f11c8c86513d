"""Repeats fall where RFC 5545 says, on the wall clock of their zone, and no rule can hang or flood the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.domain.blocks import About, Block, Occurrence, Recurrence
from engine.domain.clock import utc, wall_ms
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.recurrence import check_recurrence, count_before, expand

BERLIN = "Europe/Berlin"
HOUR = 3_600_000
YEAR = Interval(wall_ms(datetime(2026, 1, 1, tzinfo=UTC)), wall_ms(datetime(2027, 1, 1, tzinfo=UTC)))


def block(first: str, rule: str = "", *, zone: str = BERLIN, minutes: int = 60, **of: object) -> Block:
    """Return a block that first takes place at a local time, or on a whole local day."""
    local = datetime.fromisoformat(first)
    start = wall_ms(local.replace(tzinfo=ZoneInfo(zone), fold=int(of.pop("fold", 0))))  # type: ignore[call-overload]
    recurrence = Recurrence(rule, tuple(of.pop("left_out", ())), tuple(of.pop("added", ())))  # type: ignore[arg-type]
    return Block(About(title="Standup"), Interval(start, start + minutes * 60_000), zone, recurrence=recurrence)


def whole_days(first: date, rule: str, days: int = 1, zone: str = BERLIN) -> Block:
    """Return a block of whole local days."""
    start, end = (day_start_ms(one, DayRule(zone)) for one in (first, first + timedelta(days=days)))
    return Block(About(), Interval(start, end), zone, all_day=True, recurrence=Recurrence(rule))


def shown(found: list[Occurrence], zone: str = BERLIN) -> list[str]:
    """Return the starts as the clocks of the zone show them."""
    return [f"{utc(one.interval.start_ms).astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for one in found]


def at(text: str, zone: str = BERLIN) -> int:
    """Return the moment of a local time."""
    return wall_ms(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))


_DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=4, unique=True)
_NTH = st.lists(st.sampled_from(["1MO", "-1FR", "2TU", "5WE", "-2SU"]), min_size=1, max_size=3, unique=True)


def _numbers(*choice: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(choice), min_size=1, max_size=4, unique=True).map(lambda x: ",".join(map(str, x)))


@st.composite
def rules(draw: st.DrawFn) -> str:  # noqa: C901  (one branch for each part of a rule)
    """Return a rule of every kind that other implementations read alike."""
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]))
    parts = {"FREQ": frequency, "INTERVAL": str(draw(st.sampled_from([1, 1, 2, 3, 5])))}
    if draw(st.booleans()):
        parts["BYMONTH"] = draw(_numbers(1, 2, 3, 10, 12))
    kind = draw(st.sampled_from(["", "days", "nth", "month_days", "year_days", "weeks"]))
    if kind == "days" or (kind == "nth" and frequency not in {"MONTHLY", "YEARLY"}):
        parts["BYDAY"] = ",".join(draw(_DAYS))
    elif kind == "nth":
        parts["BYDAY"] = ",".join(draw(_NTH))
    elif kind == "month_days":
        parts["BYMONTHDAY"] = draw(_numbers(1, 13, 29, 31, -1, -5))
    elif kind == "year_days" and frequency == "YEARLY":
        parts["BYYEARDAY"] = draw(_numbers(1, 100, 366, -1, -50))
    elif kind == "weeks" and frequency == "YEARLY":
        parts["BYWEEKNO"] = draw(_numbers(1, 20, 52, 53))
    if draw(st.booleans()):
        parts["BYHOUR"] = draw(_numbers(0, 2, 9, 23))
    if draw(st.booleans()):
        parts["BYMINUTE"] = draw(_numbers(0, 30))
    if frequency in {"YEARLY", "MONTHLY", "DAILY"} and draw(st.booleans()):
        parts["BYSETPOS"] = draw(_numbers(1, 2, -1))
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(["MO", "SU", "TH"]))
    return ";".join(f"{name}={value}" for name, value in parts.items())


@settings(max_examples=150, deadline=None)
@given(
    rule=rules(), day=st.dates(date(2019, 1, 1), date(2024, 12, 31)), late=st.integers(0, 900), count=st.integers(0, 9)
)
def test_rules_fall_where_the_reference_says(rule: str, day: date, late: int, count: int) -> None:
    start = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    one = block(start.replace(tzinfo=None).isoformat(), rule, zone="UTC")
    try:
        check_recurrence(one)
    except UsageError:
        assume(False)  # never true: the reference would look to the end of the calendar
    first_ms = one.interval.start_ms
    span = Interval(first_ms + late * 24 * HOUR, first_ms + (late + 400) * 24 * HOUR)
    reference = rrulestr(rule, dtstart=start.replace(tzinfo=None))
    plain = reference.between(utc(span.start_ms).replace(tzinfo=None), utc(span.end_ms).replace(tzinfo=None), inc=True)
    wanted = {wall_ms(found.replace(tzinfo=UTC)) for found in plain} - {first_ms, span.end_ms}
    if count:
        held = {first_ms, *(wall_ms(found.replace(tzinfo=UTC)) for found in reference[: count + 1])}
        wanted &= set(sorted(held)[:count])
        one = block(start.replace(tzinfo=None).isoformat(), f"{rule};COUNT={count}", zone="UTC")
    assume(len(wanted) < 5_000)
    found = {occurrence.of_ms for occurrence in expand(one, span) if occurrence.of_ms >= span.start_ms}
    assert found - {first_ms} == wanted
    assert count_before(one, span.start_ms) == len(expand(one, Interval(first_ms, span.start_ms))) or late == 0
