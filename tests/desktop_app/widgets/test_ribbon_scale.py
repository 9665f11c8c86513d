from __future__ import annotations

from datetime import date

import pytest
from helpers.sample_summary import HOUR, MINUTE, bounds_of
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_scale import SHORTEST_MS, scale_for, whole_hours
from desktop_app.widgets.ribbon_values import Kind, RibbonDay, RibbonSegment


def day_of(*stretches: tuple[float, float], day: date = date(2026, 11, 21), now: float | None = None) -> RibbonDay:
    bounds = bounds_of(day)
    segments = tuple(
        RibbonSegment(bounds.start_ms + round(a * HOUR), bounds.start_ms + round(b * HOUR), Kind.APP, 0, "App")
        for a, b in stretches
    )
    return RibbonDay(
        bounds.start_ms, bounds.end_ms, segments, None if now is None else bounds.start_ms + round(now * HOUR)
    )


@pytest.fixture
def wording(qapp: QApplication) -> Wording:
    return Wording("Europe/Berlin")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (day_of((8.2, 15.5), now=15.5), 8, 16),
        (day_of((8.2, 9)), 8, 16),
        (day_of((6.5, 21.1)), 6, 22),
        (day_of((20, 23.9)), 16, 24),
        (day_of((1, 2), now=13), 1, 13),
        (day_of(), 9, 17),
    ],
)
def test_the_used_hours_are_shown_and_at_least_eight(wording: Wording, day: RibbonDay, first: int, last: int) -> None:
    scale = scale_for(day, wording.local, 0, 800)

    assert (scale.start_ms - day.start_ms, scale.end_ms - day.start_ms) == (first * HOUR, last * HOUR)
    assert scale.end_ms - scale.start_ms >= SHORTEST_MS
    assert [wording.local(hour).hour for hour in scale.hours] == [hour % 24 for hour in range(first, last + 1)]


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 21), 24)]
)
def test_days_have_the_hours_they_have(wording: Wording, day: date, hours: int) -> None:
    bounds = bounds_of(day)

    found = whole_hours(bounds.start_ms, bounds.end_ms, wording.local)

    assert len(found) == hours + 1
    shown = [wording.local(moment).hour for moment in found]
    assert (2 in shown) == (hours != 23)
    assert shown.count(2) == (2 if hours == 25 else 0 if hours == 23 else 1)


def test_a_night_s_sleep_does_not_squeeze_the_day(wording: Wording) -> None:
    bounds = bounds_of()
    night = RibbonSegment(bounds.start_ms, bounds.start_ms + 9 * HOUR, Kind.SUSPENDED, 0, "", "")
    work = RibbonSegment(night.end_ms, night.end_ms + 9 * HOUR, Kind.APP, 0, "Writer", "")
    scale = scale_for(RibbonDay(bounds.start_ms, bounds.end_ms, (night, work), None), wording.local, 0, 900)
    assert (scale.start_ms, scale.end_ms) == (work.start_ms, work.end_ms)


def test_hours_lie_on_the_half_where_the_zone_does(qapp: QApplication) -> None:
    wording = Wording("Asia/Kolkata")
    bounds = bounds_of(zone="Asia/Kolkata")

    found = whole_hours(bounds.start_ms, bounds.end_ms, wording.local)

    assert found[0] == bounds.start_ms
    assert found[0] % HOUR == 30 * MINUTE


def test_places_and_moments_are_each_other_s_inverse(wording: Wording) -> None:
    scale = scale_for(day_of((8, 16)), wording.local, 10, 800)

    for x in (10, 210.5, 810):
        assert scale.x(scale.moment(x)) == pytest.approx(x, abs=0.001)
