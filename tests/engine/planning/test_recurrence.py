"""Repeats fall where RFC 5545 says, on the wall clock of their zone, and no rule can hang or flood the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from time import process_time
from zoneinfo import ZoneInfo

import pytest
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
    rule=rules(), day=st.dates(date(2019, 1, 1), date(2024, 12, 31)), late=st.integers(0, 500), count=st.integers(0, 9)
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
    assume(len(wanted) < 4_800)
    found = {occurrence.of_ms for occurrence in expand(one, span) if occurrence.of_ms >= span.start_ms}
    assert found - {first_ms} == wanted
    if late and not rule.startswith("FREQ=HOURLY"):
        assert count_before(one, span.start_ms) == len(expand(one, Interval(first_ms, span.start_ms)))


def test_the_hour_stays_over_both_changes_of_the_clocks() -> None:
    daily = block("2026-01-05 09:00", "FREQ=DAILY")
    found = expand(daily, YEAR)
    assert {f"{utc(one.interval.start_ms).astimezone(ZoneInfo(BERLIN)):%H:%M}" for one in found} == {"09:00"}
    assert {one.interval.length_ms for one in found} == {HOUR}
    assert len(found) == 361


def test_a_time_the_clocks_skip_moves_forward_and_of_two_it_is_the_first() -> None:
    nightly = block("2026-03-27 02:30", "FREQ=DAILY")
    assert shown(expand(nightly, Interval(at("2026-03-27"), at("2026-03-31")))) == [
        "03-27 02:30",
        "03-28 02:30",
        "03-29 03:30",
        "03-30 02:30",
    ]
    night = Interval(at("2026-10-25"), at("2026-10-26"))
    (twice,) = expand(nightly, night)
    assert utc(twice.of_ms) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_block_that_first_takes_place_in_the_second_of_two_hours_is_there_once() -> None:
    second = block("2026-10-25 02:30", "FREQ=DAILY", fold=1)
    found = expand(second, Interval(at("2026-10-24"), at("2026-10-27")))
    assert [utc(one.of_ms).hour for one in found] == [1, 1]
    assert found[0].interval == second.interval


def test_an_hour_moved_onto_its_neighbour_is_there_once() -> None:
    hourly = block("2026-03-29 00:30", "FREQ=HOURLY", minutes=10)
    assert shown(expand(hourly, Interval(at("2026-03-29"), at("2026-03-29 05:00")))) == [
        "03-29 00:30",
        "03-29 01:30",
        "03-29 03:30",
        "03-29 04:30",
    ]


def test_whole_days_are_23_24_and_25_hours_long() -> None:
    weekend = whole_days(date(2026, 3, 28), "FREQ=WEEKLY", days=2)
    lengths = {one.interval.length_ms // HOUR for one in expand(weekend, YEAR)}
    assert lengths == {47, 48, 49}
    for one in expand(weekend, YEAR):
        local = [utc(end).astimezone(ZoneInfo(BERLIN)) for end in (one.interval.start_ms, one.interval.end_ms)]
        assert [moment.hour for moment in local] == [0, 0]
        assert [moment.weekday() for moment in local] == [5, 0]


def test_whole_days_begin_when_midnight_itself_is_skipped() -> None:
    zone = "America/Sao_Paulo"  # on 2018-11-04 the clocks went from 0:00 to 1:00
    daily = whole_days(date(2018, 11, 2), "FREQ=DAILY", zone=zone)
    span = Interval(at("2018-11-02", zone), at("2018-11-06", zone))
    found = expand(daily, span)
    assert [one.interval.length_ms // HOUR for one in found] == [24, 24, 23, 24]
    assert all(before.interval.end_ms == after.interval.start_ms for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20261126", "11-26 09:00"),  # the whole day
        ("20261126T080000Z", "11-26 09:00"),  # 9:00 in Berlin, in UTC
        ("20261126T075959Z", "11-25 09:00"),
        ("20261126T090000", "11-26 09:00"),  # local
        ("20261126T085959", "11-25 09:00"),
    ],
)
def test_a_rule_ends_in_utc_in_local_time_or_with_a_day(until: str, last: str) -> None:
    daily = block("2026-11-23 09:00", f"FREQ=DAILY;UNTIL={until}")
    assert shown(expand(daily, YEAR))[-1] == last


def test_a_count_counts_what_is_left_out_and_the_first_one_too() -> None:
    daily = block("2026-11-23 09:00", "FREQ=DAILY;COUNT=4", left_out=[at("2026-11-24 09:00")])
    assert shown(expand(daily, YEAR)) == ["11-23 09:00", "11-25 09:00", "11-26 09:00"]
    late = Interval(at("2026-11-25"), at("2027-11-25"))
    assert shown(expand(daily, late)) == ["11-25 09:00", "11-26 09:00"]
    beside = block("2026-11-24 09:00", "FREQ=WEEKLY;BYDAY=MO;COUNT=3")  # a Tuesday: it takes place all the same
    assert shown(expand(beside, YEAR)) == ["11-24 09:00", "11-30 09:00", "12-07 09:00"]


def test_added_times_are_there_and_what_lasts_into_the_span_too() -> None:
    added = [at("2026-11-24 15:00"), at("2026-11-26 15:00")]
    some = block("2026-11-23 09:00", minutes=120, added=added, left_out=[added[1]])
    assert shown(expand(some, YEAR)) == ["11-23 09:00", "11-24 15:00"]
    assert shown(expand(some, Interval(at("2026-11-24 16:30"), at("2026-11-25")))) == ["11-24 15:00"]
    assert expand(some, Interval(at("2026-11-24 17:00"), at("2026-11-25"))) == []


def test_the_first_day_of_the_week_decides_which_weeks_are_skipped() -> None:
    # The example of RFC 5545, 3.8.5.3.
    for first, days in (("MO", ["08-05", "08-10", "08-19", "08-24"]), ("SU", ["08-05", "08-17", "08-19", "08-31"])):
        rule = f"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={first}"
        found = expand(block("1997-08-05 09:00", rule), Interval(at("1997-01-01"), at("1998-01-01")))
        assert [line[:5] for line in shown(found)] == days


BOMBS = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=3",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYMONTH=4;BYMONTHDAY=31;COUNT=99999",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14;BYMINUTE=0,1,2,3,4,5,6,7;BYSECOND=0,1,2,3,4",
    "FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 366))),
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=99999999999999999999",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101",
    "FREQ=DAILY;UNTIL=20269999",
    "FREQ=DAILY;UNTIL=00000000",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=FORTNIGHTLY",
    "FREQ=HOURLY;BYSETPOS=1",
    "FREQ=WEEKLY;BYDAY=0MO",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=DAILY;BYEASTER=0",
    "FREQ=DAILY;BYHOUR=24",
    "FREQ=DAILY;INTERVAL=٣",
    "BYDAY=MO",
    "every day",
    ";;;",
    "FREQ=",
]


@pytest.mark.parametrize("rule", BOMBS)
def test_a_bomb_or_a_muddle_is_refused_at_once(rule: str) -> None:
    started = process_time()
    with pytest.raises(UsageError, match=r"\w+.*\."):
        check_recurrence(block("2026-11-23 09:00", rule))
    assert process_time() - started < 0.3  # milliseconds, on a machine that has nothing else to do


def test_more_than_a_plan_holds_is_refused_and_named() -> None:
    hourly = block("2026-01-01 00:00", "FREQ=HOURLY", minutes=5)
    check_recurrence(hourly)
    with pytest.raises(UsageError, match="“Standup” takes place more than 5,000 times"):
        expand(hourly, YEAR)
    assert len(expand(hourly, Interval(at("2026-06-01"), at("2026-06-02")))) == 24


def test_a_rule_of_long_ago_costs_no_more_than_one_of_today() -> None:
    old = block("1970-02-01 09:00", "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR")
    week = Interval(at("2499-06-01"), at("2499-06-08"))
    started = process_time()
    for _ in range(100):
        expand(old, week)
    assert process_time() - started < 1
    assert expand(old, Interval(-(10**17), -(10**16))) == []
    assert expand(old, Interval(10**16, 10**17)) == []
