from __future__ import annotations

from datetime import date

import pytest
from helpers.dressed import speaking
from helpers.sample_summary import HOUR, bounds_of
from PySide6.QtWidgets import QApplication

from desktop_app.pages.timeline.period import Period, title_of, turned
from desktop_app.pages.timeline.period import bounds_of as period_bounds
from desktop_app.widgets.format import Wording
from engine.domain.days import DayRule

BERLIN = DayRule("Europe/Berlin")
MONDAY, SUNDAY = 1, 7


@pytest.mark.parametrize(
    ("period", "first_weekday", "hours"),
    [(Period.DAY, MONDAY, 25), (Period.WEEK, MONDAY, 7 * 24 + 1), (Period.WEEK, SUNDAY, 7 * 24 + 1),
     (Period.MONTH, MONDAY, 31 * 24 + 1)],
)  # fmt: skip
def test_periods_have_the_hours_they_have(period: Period, first_weekday: int, hours: int) -> None:
    bounds = period_bounds(period, date(2026, 10, 25), BERLIN, first_weekday)
    assert bounds.length_ms == hours * HOUR


def test_weeks_begin_on_the_person_s_first_day() -> None:
    saturday = date(2026, 11, 21)
    assert period_bounds(Period.WEEK, saturday, BERLIN, MONDAY).start_ms == bounds_of(date(2026, 11, 16)).start_ms
    assert period_bounds(Period.WEEK, saturday, BERLIN, SUNDAY).start_ms == bounds_of(date(2026, 11, 15)).start_ms


def test_days_begin_when_the_person_s_do() -> None:
    rule = DayRule("Europe/Berlin", 240)
    bounds = period_bounds(Period.DAY, date(2026, 11, 21), rule, MONDAY)
    assert bounds.start_ms == bounds_of(date(2026, 11, 21)).start_ms + 4 * HOUR


@pytest.mark.parametrize(
    ("period", "day", "pages", "wanted"),
    [
        (Period.DAY, date(2026, 12, 31), 1, date(2027, 1, 1)),
        (Period.WEEK, date(2026, 11, 21), -1, date(2026, 11, 14)),
        (Period.MONTH, date(2026, 12, 31), 1, date(2027, 1, 1)),
        (Period.MONTH, date(2026, 1, 31), -1, date(2025, 12, 1)),
        (Period.MONTH, date(2026, 11, 21), 14, date(2028, 1, 1)),
    ],
)
def test_pages_turn_by_the_calendar(period: Period, day: date, pages: int, wanted: date) -> None:
    assert turned(period, day, pages) == wanted


def test_the_title_names_the_days_shown(qapp: QApplication) -> None:
    wording, day = Wording("Europe/Berlin"), bounds_of()
    with speaking("en_GB"):
        assert title_of(day.start_ms, day.end_ms, wording) == "Saturday, 21 November 2026"
        assert title_of(day.start_ms, day.end_ms + 1, wording) == "21 November – 22 November 2026"
        later = bounds_of(date(2027, 1, 2)).end_ms
        assert title_of(day.start_ms, later, wording) == "21 November 2026 – 2 January 2027"
