"""Free time: what is planned is taken, and only hours the person usually works in are offered."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.blocks.chances import SLOT_S
from engine.mind.blocks.free_time import free_slots, usual_slots
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import Stream

MONDAY_S = datetime(2026, 11, 2, tzinfo=UTC).timestamp()
DAY_S = 86_400
WEEK = MONDAY_S + 28 * DAY_S + SLOT_S * np.arange(7 * 96, dtype=np.float64)


def rows(
    days: range, hours: tuple[tuple[float, float], ...], weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
) -> list[StreamRow]:
    def at(day: int, hour: float) -> int:
        return int((MONDAY_S + day * DAY_S + hour * 3_600) * 1_000)

    return [
        StreamRow(at(day, begin), at(day, end), "UTC", Presence.ACTIVE, "code", "", 0, 0)
        for day in days
        if day % 7 in weekdays
        for begin, end in hours
    ]


def history(days: int, hours: tuple[tuple[float, float], ...], weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Stream:
    return stream_of(rows(range(days), hours, weekdays), {}, DayRule("UTC"))


def usual_hours(stream: Stream, weekday: int) -> set[float]:
    usual = usual_slots(stream, WEEK)
    return {
        float((moment - MONDAY_S) % DAY_S / 3_600)
        for moment in WEEK[usual]
        if (moment - MONDAY_S) // DAY_S % 7 == weekday
    }


def test_slots_that_share_time_with_what_is_planned_are_taken() -> None:
    starts = MONDAY_S + SLOT_S * np.arange(8, dtype=np.float64)
    begin = int(MONDAY_S * 1_000)
    taken = [
        Interval(begin + 20 * MS_PER_MINUTE, begin + 30 * MS_PER_MINUTE),
        Interval(begin + 89 * MS_PER_MINUTE, begin + 91 * MS_PER_MINUTE),
    ]
    assert free_slots(starts, taken).tolist() == [True, False, True, True, True, False, False, True]
    assert free_slots(starts, []).all()


def test_hours_are_those_the_person_works_in() -> None:
    stream = history(28, ((6.0, 11.0), (20.0, 22.0)))
    assert usual_hours(stream, 1) == {quarter / 4 for quarter in (*range(24, 44), *range(80, 88))}
    assert usual_hours(stream, 6) == set()


def test_a_weekday_of_its_own_is_told_from_the_others() -> None:
    stream = history(28, ((8.0, 12.0),), (0, 1, 2, 3))  # Fridays are free
    assert 9.0 in usual_hours(stream, 2)
    assert usual_hours(stream, 4) == set()


def test_a_stretch_over_many_slots_counts_in_each() -> None:
    assert len(usual_hours(history(28, ((1.0, 23.0),)), 0)) == 22 * 4


@pytest.mark.parametrize("days", [0, 1, 4])
def test_with_few_days_it_is_nine_to_six_on_workdays(days: int) -> None:
    stream = history(days, ((20.0, 23.0),))
    assert usual_hours(stream, 0) == {quarter / 4 for quarter in range(36, 72)}
    assert usual_hours(stream, 5) == set()


def test_what_lies_long_back_counts_no_more() -> None:
    evenings, mornings = rows(range(28), ((20.0, 23.0),)), rows(range(28, 98), ((9.0, 12.0),))
    stream = stream_of([*evenings, *mornings], {}, DayRule("UTC"))
    assert usual_hours(stream, 0) == {quarter / 4 for quarter in range(36, 48)}
