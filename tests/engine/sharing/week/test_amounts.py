"""Time is summed so that one quarter-hour can change no more than a quarter-hour of it."""

from __future__ import annotations

from helpers.share_pieces import Contents, Pieces, contents, pieces, rows_of
from helpers.share_room import MONDAY_MS, block_row, group_of_number
from hypothesis import given, settings

from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.sharing import BLOCK_MS, GROUPS
from engine.sharing.week.amounts import amounts_of, by_part, in_all
from engine.sharing.week.figures import SENSITIVITY

FIRST = MONDAY_MS // BLOCK_MS
WEEK = range(FIRST, FIRST + 672)


@settings(max_examples=15, deadline=None)
@given(week=contents, other=pieces)
def test_another_content_of_one_quarter_hour_stays_within_the_sensitivity(week: Contents, other: Pieces) -> None:
    before = in_all(amounts_of(rows_of(week), WEEK, group_of_number))
    for block in range(4):
        after = in_all(amounts_of(rows_of({**week, block: other}), WEEK, group_of_number))
        assert sum(abs(after[name] - before[name]) for name in GROUPS) <= SENSITIVITY == 1_800


def test_a_whole_quarter_hour_of_another_group_is_just_that_sensitivity() -> None:
    one, other = (in_all(amounts_of([block_row(0, group)], WEEK, group_of_number)) for group in (1, 2))
    assert sum(abs(one[name] - other[name]) for name in GROUPS) == SENSITIVITY


def test_rows_that_overlap_count_no_more_than_there_is() -> None:
    doubled = [block_row(0, group) for group in (1, 2, 3)] * 3
    assert in_all(amounts_of(doubled, WEEK, group_of_number)) == {**dict.fromkeys(GROUPS, 0), "focus": 900}


def test_time_is_summed_as_it_was_spent() -> None:
    rows = rows_of({0: [(0, 5), (1, 8)], 1: [(0, 15)], 5: [(5, 2)]})
    away = block_row(9, 1)._replace(presence=Presence.LOCKED)
    found = in_all(amounts_of([*rows, away, block_row(-1, 1), block_row(672, 1)], WEEK, group_of_number))
    assert found == {**dict.fromkeys(GROUPS, 0), "focus": 1_200, "meetings": 480, "other": 120}


def test_parts_of_the_day_are_those_of_the_persons_clock() -> None:
    amounts = amounts_of([block_row(hour * 4, 1) for hour in (0, 5, 6, 12, 23)], WEEK, group_of_number)
    here, there = by_part(amounts, DayRule("UTC")), by_part(amounts, DayRule("Asia/Shanghai"))
    assert here["focus"] == {"night": 1_800, "morning": 900, "afternoon": 900, "evening": 900}
    assert there["focus"] == {"night": 0, "morning": 1_800, "afternoon": 1_800, "evening": 900}
    assert here["other"] == dict.fromkeys(here["focus"], 0)
