"""What a drag means, without a pixel: five minutes, both ends, days, clocks that change, 24 hours at most."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from helpers.week_scenes import HOUR, MONDAY, at
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.widgets.week_drag import LONGEST_MS, Act, created, dragged, keep_clock, nudged, taken
from engine.domain.clock import utc

MINUTE = 60_000
NINE = at(MONDAY, "09:00")
SPAN = (NINE, NINE + HOUR)


def local(moment_ms: int) -> datetime:
    return utc(moment_ms).astimezone(ZoneInfo("Europe/Berlin"))


def test_time_is_drawn_in_either_direction_and_lands_on_five_minutes() -> None:
    drag = created(NINE + 2 * MINUTE, local)
    assert dragged(drag, NINE + 43 * MINUTE, local).now == (NINE, NINE + 45 * MINUTE)
    assert dragged(drag, NINE - 31 * MINUTE, local).now == (NINE - 30 * MINUTE, NINE)
    assert not dragged(drag, NINE + MINUTE, local).changed


def test_no_more_than_a_day_is_drawn_and_what_was_pressed_stays() -> None:
    drag = created(NINE, local)
    assert dragged(drag, NINE + 30 * HOUR, local).now == (NINE, NINE + LONGEST_MS)
    assert dragged(drag, NINE - 30 * HOUR, local).now == (NINE - LONGEST_MS, NINE)


def test_a_block_is_moved_by_where_it_was_taken_and_keeps_its_length() -> None:
    drag = taken(Act.MOVE, "a", SPAN, NINE + 40 * MINUTE)
    assert dragged(drag, NINE + 41 * MINUTE, local).now == SPAN  # a trembling hand moves nothing
    moved = dragged(drag, NINE + 24 * HOUR + 53 * MINUTE, local)
    assert moved.now == (NINE + 24 * HOUR + 15 * MINUTE, NINE + 25 * HOUR + 15 * MINUTE)
    assert moved.before == SPAN


def test_a_block_that_begins_at_odd_minutes_stays_there_until_it_is_moved() -> None:
    odd = (NINE + 7 * MINUTE, NINE + HOUR)
    drag = taken(Act.MOVE, "a", odd, NINE + 20 * MINUTE)
    assert not dragged(drag, NINE + 21 * MINUTE, local).changed


def test_either_end_is_drawn_but_never_over_the_other() -> None:
    end = taken(Act.END, "a", SPAN, SPAN[1])
    assert dragged(end, NINE + 92 * MINUTE, local).now == (NINE, NINE + 90 * MINUTE)
    assert dragged(end, NINE - HOUR, local).now == (NINE, NINE + 5 * MINUTE)
    start = taken(Act.START, "a", SPAN, NINE)
    assert dragged(start, NINE - 33 * MINUTE, local).now == (NINE - 35 * MINUTE, SPAN[1])
    assert dragged(start, NINE + 5 * HOUR, local).now == (SPAN[1] - 5 * MINUTE, SPAN[1])


def test_a_day_further_by_keys_is_the_same_time_on_the_clock() -> None:
    saturday = at(date(2026, 3, 28), "09:00")
    drag = taken(Act.MOVE, "a", (saturday, saturday + HOUR), saturday)
    moved = nudged(drag, 24 * HOUR, local)
    assert local(moved.now[0]).hour == 9
    assert moved.now[0] - saturday == 23 * HOUR
    assert nudged(moved, -24 * HOUR, local).now == drag.before
    assert keep_clock(saturday, 5 * MINUTE, local) == saturday + 5 * MINUTE


@given(st.sampled_from(list(Act)), st.integers(-3_000, 3_000))
def test_whatever_is_dragged_ends_after_it_begins_and_within_a_day(act: Act, minutes: int) -> None:
    drag = created(NINE, local) if act is Act.CREATE else taken(act, "a", SPAN, NINE)
    start, end = dragged(drag, NINE + minutes * MINUTE, local).now
    assert 0 <= end - start <= LONGEST_MS
    assert start % (5 * MINUTE) == end % (5 * MINUTE) == 0
    assert act is Act.CREATE or end > start
