"""A quarter-hour counts to one group, and what it held changes nothing but that."""

from __future__ import annotations

from helpers.share_pieces import Contents, Pieces, contents, pieces, rows_of
from helpers.share_room import MONDAY_MS, block_row, group_of_number
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.presence import Presence
from engine.domain.sharing import BLOCK_MS, GROUPS
from engine.sharing.week.counting import block_range, counted, groups_of, months_of

FIRST = MONDAY_MS // BLOCK_MS
WEEK = range(FIRST, FIRST + 672)


@settings(max_examples=25, deadline=None)
@given(week=contents, block=st.integers(0, 20), other=pieces)
def test_another_content_of_one_quarter_hour_moves_one_count_at_most(week: Contents, block: int, other: Pieces) -> None:
    before = counted(groups_of(rows_of(week), WEEK, group_of_number))
    after = counted(groups_of(rows_of({**week, block: other}), WEEK, group_of_number))
    differences = [after[name] - before[name] for name in GROUPS]
    assert sum(abs(one) for one in differences) <= 2
    assert sorted(one for one in differences if one) in ([], [1], [-1], [-1, 1])


def test_the_group_that_has_most_of_it_has_it() -> None:
    rows = rows_of({0: [(0, 5), (1, 8)], 1: [(0, 5), (1, 5)], 2: [(0, 4), (1, 3)], 3: [(2, 8)]})
    held = groups_of(rows, WEEK, group_of_number)
    assert held == {FIRST: "meetings", FIRST + 1: "focus", FIRST + 3: "communication"}


def test_only_time_somebody_was_there_counts_and_only_that_of_the_week() -> None:
    away = block_row(0, 1)._replace(presence=Presence.IDLE)
    outside = block_row(-1, 1), block_row(672, 1)
    across = block_row(4, 2)._replace(start_ms=MONDAY_MS - BLOCK_MS, end_ms=MONDAY_MS + BLOCK_MS)
    assert groups_of([away, *outside, across], WEEK, group_of_number) == {FIRST: "meetings"}


def test_a_week_is_cut_into_quarter_hours_that_begin_in_it() -> None:
    assert block_range(0, BLOCK_MS) == range(1)
    assert block_range(1, BLOCK_MS + 1) == range(1, 2)


def test_months_are_those_of_the_quarter_hours_in_utc() -> None:
    assert months_of(WEEK) == ("2026-03",)
    assert months_of(range(FIRST - 96 * 2, FIRST)) == ("2026-02", "2026-03")
    assert months_of(range(FIRST - 96, FIRST)) == ("2026-03",)
    assert months_of(range(FIRST - 96 - 1, FIRST)) == ("2026-02", "2026-03"), "a single quarter-hour is enough"
