from __future__ import annotations

from datetime import date

import pytest

from desktop_app.pages.reports.day_range import DayRange, RangeKind, range_around

SUNDAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("kind", "week_start", "first", "last"),
    [
        (RangeKind.DAY, 0, SUNDAY, SUNDAY),
        (RangeKind.WEEK, 0, date(2026, 2, 23), SUNDAY),
        (RangeKind.WEEK, 6, SUNDAY, date(2026, 3, 7)),
        (RangeKind.MONTH, 0, SUNDAY, date(2026, 3, 31)),
        (RangeKind.YEAR, 0, date(2026, 1, 1), date(2026, 12, 31)),
        (RangeKind.CUSTOM, 0, SUNDAY, SUNDAY),
    ],
)
def test_the_range_around_a_day(kind: RangeKind, week_start: int, first: date, last: date) -> None:
    found = range_around(kind, SUNDAY, week_start)
    assert (found.start, found.last) == (first, last)
    assert found.holds(SUNDAY)
    assert not found.holds(found.end)


@pytest.mark.parametrize("kind", list(RangeKind))
@pytest.mark.parametrize("week_start", [0, 6])
def test_pages_meet_and_turning_back_returns(kind: RangeKind, week_start: int) -> None:
    here = range_around(kind, date(2024, 2, 29), week_start)
    later, earlier = here.moved(1, week_start), here.moved(-1, week_start)
    assert (earlier.end, later.start) == (here.start, here.end)
    assert later.moved(-1, week_start) == here == earlier.moved(1, week_start)


def test_days_of_one_s_own_move_by_their_length() -> None:
    days = DayRange(RangeKind.CUSTOM, date(2026, 1, 30), date(2026, 2, 4))
    assert days.length == 5
    assert days.moved(1, 0) == DayRange(RangeKind.CUSTOM, date(2026, 2, 4), date(2026, 2, 9))
