from __future__ import annotations

from datetime import date

import pytest
from helpers.sample_summary import HOUR, MINUTE, bounds_of
from PySide6.QtWidgets import QApplication

from desktop_app.widgets.format import Wording
from desktop_app.widgets.timeline_axis import ticks
from desktop_app.widgets.timeline_view import DAY, View


def times(view: View, zone: str = "Europe/Berlin", narrowest: float = 50) -> list[str]:
    wording = Wording(zone)
    return [f"{wording.local(moment):%H:%M}" for moment in ticks(view, wording.local, narrowest).times]


@pytest.mark.parametrize(
    ("span", "first"),
    [(15 * MINUTE, ["00:01", "00:02"]), (2 * HOUR, ["00:10", "00:20"]), (8 * HOUR, ["00:30", "01:00"]),
     (DAY, ["02:00", "04:00"]), (3 * DAY, ["06:00", "12:00"]), (7 * DAY, ["12:00", "12:00"])],
)  # fmt: skip
def test_marks_stand_as_close_as_they_can_be_read(qapp: QApplication, span: int, first: list[str]) -> None:
    assert times(View(bounds_of().start_ms, span, 960))[:2] == first


def test_a_month_has_days_alone(qapp: QApplication) -> None:
    start = bounds_of(date(2026, 11, 1)).start_ms
    marks = ticks(View(start, 30 * DAY, 960), Wording("Europe/Berlin").local, 50)
    assert marks.times == ()
    assert len(marks.midnights) == 31


@pytest.mark.parametrize(("day", "count"), [(date(2026, 3, 29), 22), (date(2026, 10, 25), 24)])
def test_days_have_the_hours_they_have(qapp: QApplication, day: date, count: int) -> None:
    bounds = bounds_of(day)
    assert len(times(View(bounds.start_ms, bounds.length_ms, 1_920))) == count
    marks = ticks(View(bounds.start_ms, bounds.length_ms, 1_920), Wording("Europe/Berlin").local, 50)
    assert marks.midnights == (bounds.start_ms, bounds.end_ms)


def test_hours_lie_on_the_half_where_the_zone_does(qapp: QApplication) -> None:
    bounds = bounds_of(zone="Asia/Kolkata")
    found = ticks(View(bounds.start_ms, DAY, 1_920), Wording("Asia/Kolkata").local, 50).times
    assert {moment % HOUR for moment in found} == {30 * MINUTE}
