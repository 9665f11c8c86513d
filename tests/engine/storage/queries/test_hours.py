"""Hours are touched, shared out and joined by their edges."""

from __future__ import annotations

from engine.domain.clock import MS_PER_HOUR as HOUR
from engine.domain.intervals import Interval
from engine.storage.queries.hours import by_hour, hours_of, spans_of


def test_an_hour_is_touched_from_its_first_to_its_last_millisecond() -> None:
    assert list(hours_of(Interval(HOUR, 2 * HOUR))) == [1]
    assert list(hours_of(Interval(2 * HOUR - 1, 3 * HOUR + 1))) == [1, 2, 3]
    assert list(hours_of(Interval(HOUR, HOUR))) == []


def test_a_time_is_shared_out_to_the_millisecond() -> None:
    assert list(by_hour(HOUR - 2, 3 * HOUR + 5)) == [(0, 2), (1, HOUR), (2, HOUR), (3, 5)]
    assert list(by_hour(HOUR, 2 * HOUR)) == [(1, HOUR)]
    assert list(by_hour(7, 7)) == []


def test_neighbours_are_one_span_up_to_so_many_hours() -> None:
    def spans(hours: list[int], most: int) -> list[tuple[int, int]]:
        return [(one.start_ms // HOUR, one.end_ms // HOUR) for one in spans_of(hours, most)]

    assert spans([], 3) == []
    assert spans([0], 3) == [(0, 1)]
    assert spans([5, 1, 0, 6, 9], 9) == [(0, 2), (5, 7), (9, 10)]
    assert spans([1, 2, 3, 4, 5, 6, 7], 3) == [(1, 4), (4, 7), (7, 8)]
