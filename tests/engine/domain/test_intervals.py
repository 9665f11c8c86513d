"""The arithmetic of intervals agrees with counting milliseconds one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.intervals import Interval, subtract, union_length

INTERVALS = st.builds(lambda start, length: Interval(start, start + length), st.integers(0, 60), st.integers(0, 20))


def points(interval: Interval) -> set[int]:
    return set(range(interval.start_ms, interval.end_ms))


@given(INTERVALS, st.lists(INTERVALS, max_size=6))
def test_subtract_leaves_exactly_what_is_not_taken(whole: Interval, taken: list[Interval]) -> None:
    left = subtract(whole, taken)
    expected = points(whole).difference(*map(points, taken))
    assert set().union(*map(points, left)) == expected
    assert sum(piece.length_ms for piece in left) == len(expected)
    assert all(piece.length_ms for piece in left)


@given(st.lists(INTERVALS, max_size=8))
def test_union_counts_every_millisecond_once(intervals: list[Interval]) -> None:
    assert union_length(intervals) == len(set().union(*map(points, intervals)))


@given(INTERVALS, INTERVALS)
def test_clip_is_the_common_part(one: Interval, other: Interval) -> None:
    both = one.clip(other)
    assert (points(both) if both else set()) == points(one) & points(other)


def test_an_interval_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Interval(2, 1)
