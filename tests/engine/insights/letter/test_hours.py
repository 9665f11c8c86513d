"""Deep time by local hour adds up to the whole, over changes of the clocks too; sittings end with a break."""

from __future__ import annotations

from datetime import UTC, datetime

from engine.domain.activity import Observed
from engine.domain.categories import Labels
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity
from engine.insights.letter.hours import best_window, deep_by_hour, in_window, long_sittings

BERLIN = DayRule("Europe/Berlin")


def _ms(*moment: int) -> int:
    return round(datetime(*moment, tzinfo=UTC).timestamp() * 1_000)  # type: ignore[misc,arg-type]


def _activity(start_ms: int, end_ms: int, category: int) -> LabelledActivity:
    return LabelledActivity(Interval(start_ms, end_ms), Observed(Presence.ACTIVE, "a"), "UTC", "test", Labels(category))


def test_hours_are_local_and_the_repeated_one_is_long() -> None:
    start = _ms(2026, 10, 24, 23, 30)  # 01:30 in Berlin; at 03:00 the clocks go back to 02:00
    found = deep_by_hour([_activity(start, start + 3 * MS_PER_HOUR, 1)], {1: 2, 2: 1}.__getitem__, BERLIN)
    assert [found[hour] // MS_PER_MINUTE for hour in (1, 2, 3)] == [30, 120, 30]
    assert sum(found) == 3 * MS_PER_HOUR


def test_half_weights_count_by_half_and_distraction_not_at_all() -> None:
    start = _ms(2026, 3, 2, 8)
    ones = [_activity(start, start + 1_000, category) for category in (1, 2, 3)]
    assert sum(deep_by_hour(ones, {1: 2, 2: 1, 3: -2}.__getitem__, BERLIN)) == 1_500


def test_the_best_three_hours_are_the_first_of_equals() -> None:
    hours = [0] * 24
    hours[9] = hours[15] = 10
    assert best_window(tuple(hours)) == 7
    hours[10] = 1
    assert best_window(tuple(hours)) == 8
    assert in_window(tuple(hours), 8) == 11
    assert best_window((0,) * 24) is None


def test_a_break_of_five_minutes_ends_a_sitting() -> None:
    minute = MS_PER_MINUTE
    first, short = Interval(0, 70 * minute), Interval(74 * minute, 125 * minute)
    assert len(long_sittings([first, short])) == 1
    assert len(long_sittings([first, Interval(75 * minute, 125 * minute)])) == 0
    assert len(long_sittings([first, short, Interval(200 * minute, 330 * minute)])) == 2
    assert len(long_sittings([])) == 0
