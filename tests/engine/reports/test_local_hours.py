"""Days and hours on the clock against the zone asked for every single minute."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engine.domain.clock import utc
from engine.domain.days import DayRule, day_of
from engine.domain.intervals import Interval
from engine.reports.local_hours import LocalHours

MINUTE_MS = 60_000


@pytest.mark.parametrize("start_minute", [0, 240, 270])
@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("UTC", "2026-03-02"),
        ("Europe/Berlin", "2026-03-28"),
        ("Europe/Berlin", "2026-10-24"),
        ("America/New_York", "2026-11-01"),
        ("America/Sao_Paulo", "2018-11-03"),  # the clocks skip midnight
        ("Asia/Kathmandu", "2026-03-02"),  # a quarter of an hour off
        ("Australia/Lord_Howe", "2026-04-04"),  # half an hour back
        ("Australia/Lord_Howe", "2026-10-03"),
        ("Pacific/Apia", "2011-12-29"),  # a day that never was
    ],
)
def test_every_minute_has_its_day_and_hour(zone: str, first: str, start_minute: int) -> None:
    rule = DayRule(zone, start_minute)
    days = [date.fromisoformat(first) + timedelta(days=number) for number in range(3)]
    hours = LocalHours(days, rule)
    whole = Interval(hours.bounds(0).start_ms, hours.bounds(2).end_ms)
    parts = list(hours.cut(whole))
    assert [part.start_ms for part in parts] == [whole.start_ms, *(part.end_ms for part in parts[:-1])]
    assert parts[-1].end_ms == whole.end_ms
    for part in parts:
        day, hour = hours.place(part.start_ms)
        assert part.length_ms <= 60 * MINUTE_MS
        for moment_ms in range(part.start_ms, part.end_ms, MINUTE_MS):
            local = utc(moment_ms).astimezone(ZoneInfo(zone))
            assert local.hour == hour
            assert hours.place(moment_ms) == (day, hour)
            assert day_of(moment_ms, rule) == days[day]


def test_an_ordinary_day_has_twenty_four() -> None:
    hours = LocalHours([date(2026, 3, 2)], DayRule("Europe/Berlin"))
    assert [hours.place(part.start_ms)[1] for part in hours.cut(hours.bounds(0))] == list(range(24))
    assert utc(hours.bounds(0).start_ms) == datetime(2026, 3, 1, 23, tzinfo=ZoneInfo("UTC"))
