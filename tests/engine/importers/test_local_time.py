"""Local times become moments; clocks that change are told, dates that fit twice are asked about."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from helpers.foreign_files import at

from engine.domain.errors import ImportFailed, UsageError
from engine.domain.imports import DateOrder, Doubt
from engine.importers.findings import Findings
from engine.importers.local_time import (
    LocalTime,
    date_from,
    iso_ms,
    length_s,
    moment_from,
    order_of_dates,
    time_from,
)

BERLIN = "Europe/Berlin"
local = datetime.fromisoformat


def test_a_time_that_occurs_twice_is_the_first_and_is_told() -> None:
    findings = Findings()
    twice = local("2024-10-27T02:30")
    assert LocalTime(BERLIN, findings).ms(twice, "line 7") == at("2024-10-27T00:30")
    assert [(one.doubt, one.count, one.first) for one in findings.all()] == [(Doubt.TIME_TWICE, 1, "line 7")]


def test_a_time_that_never_was_is_told() -> None:
    findings = Findings()
    LocalTime(BERLIN, findings).ms(local("2024-03-31T02:30"))
    assert findings.count(Doubt.TIME_NEVER) == 1


@pytest.mark.parametrize(
    ("start", "end", "minutes", "wanted"),
    [
        ("02:15", "02:45", 30, ("2024-10-27T00:15", "2024-10-27T00:45")),
        ("02:45", "02:15", 30, ("2024-10-27T00:45", "2024-10-27T01:15")),  # backwards on the wall, not in truth
        ("02:15", "02:45", 90, ("2024-10-27T00:15", "2024-10-27T01:45")),
        ("01:30", "02:30", 120, ("2024-10-26T23:30", "2024-10-27T01:30")),
        ("02:30", "03:30", 120, ("2024-10-27T00:30", "2024-10-27T02:30")),
        ("02:30", "03:30", 60, ("2024-10-27T01:30", "2024-10-27T02:30")),
    ],
)
def test_a_length_tells_which_of_two_times_was_meant(
    start: str, end: str, minutes: int, wanted: tuple[str, str]
) -> None:
    findings = Findings()
    day = "2024-10-27T"
    made = LocalTime(BERLIN, findings).span_ms(local(day + start), local(day + end), minutes * 60_000)
    assert made == (at(wanted[0]), at(wanted[1]))
    assert findings.all() == ()


def test_without_a_length_it_is_told() -> None:
    findings = Findings()
    LocalTime(BERLIN, findings).span_ms(local("2024-10-27T02:15"), local("2024-10-27T03:15"), None)
    assert findings.count(Doubt.TIME_TWICE) == 1


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UsageError):
        LocalTime("Mars/Olympus", Findings())


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59:59.999999"])
def test_the_ends_of_time_do_not_matter(moment: str) -> None:
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        assert isinstance(LocalTime(zone, Findings()).ms(local(moment)), int)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-01-01T08:00:00.123000+00:00", "2024-01-01T08:00:00.123"),
        ("2024-01-01T08:00:00.123456789Z", "2024-01-01T08:00:00.123"),
        ("2024-01-01T08:00:00.9999Z", "2024-01-01T08:00:00.999"),
        ("2024-01-01T10:00:00+02:00", "2024-01-01T08:00:00"),
        ("2024-01-01T08:00:00", "2024-01-01T08:00:00"),
        ("20240101T080000Z", "2024-01-01T08:00:00"),
    ],
)
def test_iso_moments(text: str, wanted: str) -> None:
    assert iso_ms(text) == at(wanted)


@pytest.mark.parametrize("text", ["", "today", None, 17, "2024-13-01T00:00:00Z", {}])
def test_what_is_no_iso_moment(text: object) -> None:
    assert iso_ms(text) is None


@pytest.mark.parametrize(
    ("text", "order", "wanted"),
    [
        ("2024-02-05", DateOrder.YEAR_FIRST, date(2024, 2, 5)),
        ("05.02.2024", DateOrder.DAY_FIRST, date(2024, 2, 5)),
        ("5/2/24", DateOrder.DAY_FIRST, date(2024, 2, 5)),
        ("2/5/2024", DateOrder.MONTH_FIRST, date(2024, 2, 5)),
        ("2024/2/5", DateOrder.YEAR_FIRST, date(2024, 2, 5)),
        ("2024-02-05", DateOrder.DAY_FIRST, None),
        ("31/02/2024", DateOrder.DAY_FIRST, None),
        ("5/2/024", DateOrder.DAY_FIRST, None),
        ("", DateOrder.DAY_FIRST, None),
    ],
)
def test_dates_in_an_order(text: str, order: DateOrder, wanted: date | None) -> None:
    assert date_from(text, order) == wanted


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:05", 545), ("09:05:00", 545), ("9:05 AM", 545), ("12:05 am", 5), ("12:05 PM", 725), ("下午", None),
     ("9:05 下午", 1265), ("24:00", None), ("9:60", None), ("9.05", 545), ("9:05:00.250", 545)],
)  # fmt: skip
def test_times_of_day(text: str, minutes: int | None) -> None:
    assert time_from(text) == (None if minutes is None else timedelta(minutes=minutes))


def test_moments_and_lengths() -> None:
    assert moment_from("2024-02-05T09:05", DateOrder.YEAR_FIRST) == local("2024-02-05T09:05")
    assert moment_from("2024-02-05", DateOrder.YEAR_FIRST) == local("2024-02-05")
    assert moment_from("2024-02-05 nine", DateOrder.YEAR_FIRST) is None
    assert [length_s(text) for text in ("1:00:05", "0:30", "125:00:00", "an hour", "")] == [
        3605,
        1800,
        450_000,
        None,
        None,
    ]


def test_dates_that_are_read_best_one_way_need_no_question() -> None:
    assert order_of_dates(["2024-02-05"], None, "file") is DateOrder.YEAR_FIRST
    assert order_of_dates(["01/02/2024", "13/02/2024"], None, "file") is DateOrder.DAY_FIRST
    assert order_of_dates(["01/02/2024", "02/13/2024"], DateOrder.DAY_FIRST, "file") is DateOrder.MONTH_FIRST
    assert order_of_dates(["01/02/2024"], DateOrder.MONTH_FIRST, "file") is DateOrder.MONTH_FIRST
    with pytest.raises(ImportFailed, match="--date-order dmy or mdy"):
        order_of_dates(["01/02/2024"], None, "file")
    with pytest.raises(ImportFailed, match="cannot be read"):
        order_of_dates(["31/31/2024", "yesterday"], None, "file")
    assert order_of_dates(["yesterday", "13/02/2024"], None, "file") is DateOrder.DAY_FIRST
