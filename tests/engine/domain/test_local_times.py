"""Times as people write them: the ordinary ones, and those the clocks skip or show twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.clock import iso_utc, wall_ms
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.local_times import local_moment
from engine.domain.local_words import span_in_words, time_in_words

BERLIN = DayRule("Europe/Berlin")
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-21 14:05", "2026-11-21T13:05:00.000Z"),
        ("2026-07-01 14:05:30", "2026-07-01T12:05:30.000Z"),
        ("2026-07-01T14:05", "2026-07-01T12:05:00.000Z"),
        (" 9:05 ", "2026-03-02T08:05:00.000Z"),
        ("09:05:07", "2026-03-02T08:05:07.000Z"),
        ("9:05:07", "2026-03-02T08:05:07.000Z"),
        ("1970-01-02T00:00Z", "1970-01-02T00:00:00.000Z"),
        ("2026-10-25 02:30+01:00", "2026-10-25T01:30:00.000Z"),
        ("2026-10-25T00:30Z", "2026-10-25T00:30:00.000Z"),
    ],
)
def test_times_are_read(text: str, moment: str) -> None:
    assert iso_utc(local_moment(text, TODAY, BERLIN)) == moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("noon", "not a time"),
        ("25:00", "not a time"),
        ("2026-02-30 10:00", "not a time"),
        ("2026-11-21", "without a time"),
        ("20261121", "without a time"),
        ("", "not a time"),
        ("0001-01-01 00:00", "too far away"),
        ("9999-12-31 23:59", "too far away"),
        ("9999-12-31T23:59:59-23:00", "too far away"),
        ("1969-12-31 23:59", "too far away"),
        ("2500-01-01T00:00Z", "“2500-01-01T00:00Z” is too far away."),
        ("2026-03-29 02:30", "skip 02:30 in Europe/Berlin. The nearest times are 01:30 and 03:30"),
        ("2026-10-25 02:30", "02:30 comes twice in Europe/Berlin"),
    ],
)
def test_what_is_no_single_moment_is_refused_with_a_way_out(text: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        local_moment(text, TODAY, BERLIN)
    assert said in refused.value.message


def test_the_ways_out_of_an_hour_that_comes_twice_work() -> None:
    with pytest.raises(UsageError) as refused:
        local_moment("2026-10-25 02:30", TODAY, BERLIN)
    first, second = refused.value.message.split("Say which: ")[1].rstrip(".").split(" or ")
    assert local_moment(second, TODAY, BERLIN) - local_moment(first, TODAY, BERLIN) == 3_600_000


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.sampled_from(["Asia/Shanghai", "Europe/Berlin"]))  # noqa: DTZ001
def test_a_local_time_comes_back_as_it_was_written_or_is_refused(local: datetime, zone: str) -> None:
    text = f"{local:%Y-%m-%d %H:%M:%S}"
    rule = DayRule(zone)
    try:
        moment = local_moment(text, TODAY, rule)
    except UsageError:
        placed = {local.replace(tzinfo=rule.tzinfo(), fold=fold).utcoffset() for fold in (0, 1)}
        assert len(placed) == 2
        return
    assert datetime.fromtimestamp(moment / 1000, UTC).astimezone(rule.tzinfo()).strftime("%Y-%m-%d %H:%M:%S") == text


def test_moments_and_spans_in_words() -> None:
    start = wall_ms(datetime(2026, 3, 2, 8, 5, tzinfo=UTC))
    assert time_in_words(start, BERLIN) == "2026-03-02 09:05"
    assert span_in_words(Interval(start, start + 65_000), BERLIN) == "2026-03-02 09:05 and 09:06:05"
    assert span_in_words(Interval(start, start + 86_400_000), BERLIN) == "2026-03-02 09:05 and 2026-03-03 09:05"
