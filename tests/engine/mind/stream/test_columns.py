"""The history as columns: built, cut and followed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from helpers.streams import row, stream
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.clock import wall_ms
from engine.domain.days import DayRule, day_of
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.mind.stream.build import EMPTY, followed, stream_of
from engine.mind.stream.columns import COLUMNS, PRESENCES, Stream

BERLIN = DayRule("Europe/Berlin", 4 * 60)


def same(one: Stream, other: Stream) -> bool:
    columns = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in COLUMNS)
    return columns and (one.apps, one.titles) == (other.apps, other.titles)


def test_every_column_says_what_its_row_said() -> None:
    rows = [
        row(1000, 1060, "editor", title="a.py", category=3, document=7),
        row(1060, 1100, "", presence=Presence.LOCKED),
        row(1200, 1230, "browser", title="News", category=5),
        row(1230, 1240, "editor", title="a.py", category=3, document=7),
    ]
    found = stream_of(rows, {3: 2.0, 5: -1.5}, DayRule("UTC"))
    assert found.start_s.tolist() == [1000, 1060, 1200, 1230]
    assert found.end_s.tolist() == [1060, 1100, 1230, 1240]
    assert [found.apps[place] if place >= 0 else "" for place in found.app] == ["editor", "", "browser", "editor"]
    assert [found.titles[place] if place >= 0 else "" for place in found.title] == ["a.py", "", "News", "a.py"]
    assert [PRESENCES[place] for place in found.presence] == [one.presence for one in rows]
    assert found.category.tolist() == [3, 0, 5, 3]
    assert found.weight.tolist() == [2.0, 0.0, -1.5, 2.0]
    assert found.document.tolist() == [7, 0, 0, 7]
    assert PRESENCES[0] is Presence.ACTIVE
    assert found.active().start_s.tolist() == [1000, 1200, 1230]


def test_hours_are_those_of_the_clock_on_the_wall_and_days_those_of_the_rule() -> None:
    zone = ZoneInfo("Europe/Berlin")
    moments = [
        datetime(2025, 3, 30, 1, 59, tzinfo=zone),  # before the clocks jump
        datetime(2025, 3, 30, 3, 1, tzinfo=zone),
        datetime(2025, 3, 30, 4, 0, tzinfo=zone),  # the day starts
        datetime(2025, 10, 26, 2, 30, tzinfo=zone),
        datetime(2025, 10, 26, 2, 30, fold=1, tzinfo=zone),
    ]
    starts = [wall_ms(one) / 1000 for one in moments]
    found = stream_of([row(one, one + 1, zone="Europe/Berlin") for one in starts], {}, BERLIN)
    assert [round(one % 86400 / 3600, 4) for one in found.local_s] == [1.9833, 3.0167, 4.0, 2.5, 2.5]
    days = [date(2025, 3, 29), date(2025, 3, 29), date(2025, 3, 30), date(2025, 10, 25), date(2025, 10, 25)]
    assert [date.fromordinal(one) for one in found.day] == days


@given(st.lists(st.tuples(st.integers(0, 10**8), st.sampled_from(["UTC", "Asia/Kolkata", "America/New_York"]))))
def test_offsets_and_days_are_those_asked_for_one_by_one(moments: list[tuple[int, str]]) -> None:
    rows = [row(1_700_000_000 + at, 1_700_000_000 + at, zone=zone) for at, zone in sorted(moments)]
    found = stream_of(rows, {}, BERLIN)
    for one, local, day in zip(rows, found.local_s, found.day, strict=True):
        wall = datetime.fromtimestamp(one.start_ms / 1000, UTC).astimezone(ZoneInfo(one.zone)).replace(tzinfo=UTC)
        assert local == wall.timestamp()
        assert day == day_of(one.start_ms, BERLIN).toordinal()


LENGTHS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), max_size=12)


@given(LENGTHS, st.integers(0, 700), st.integers(0, 700))
def test_cutting_keeps_exactly_the_time_within(parts: list[tuple[int, int]], one: int, other: int) -> None:
    rows: list[StreamRow] = []
    for gap, length in parts:
        start = (rows[-1].end_ms // 1000 if rows else 0) + gap
        rows.append(row(start, start + length, f"app{length}"))
    whole = stream(rows)
    start, end = sorted((one, other))
    cut = whole.between(start, end)
    wanted = {second for each in rows for second in range(each.start_ms // 1000, each.end_ms // 1000)}
    seconds = [second for a, b in zip(cut.start_s, cut.end_s, strict=True) for second in range(int(a), int(b))]
    assert seconds == sorted(wanted & set(range(start, end)))
    assert np.array_equal(cut.local_s, cut.start_s)
    assert same(whole.until(end), whole.between(-1, end)) if len(whole.until(end)) else not wanted & set(range(end))
    assert whole.end_s.tolist() == [each.end_ms / 1000 for each in rows]  # nothing was written into


def test_what_follows_takes_the_place_of_what_it_repeats() -> None:
    rows = [row(at * 10, at * 10 + 10, f"app{at % 3}", title=f"t{at}", document=at) for at in range(9)]
    grown = EMPTY
    for upto, since in pairwise([0, 3, 5, 9]):
        part = rows[upto:since]
        grown = followed(grown, part, {}, DayRule("UTC"))
    assert same(grown, stream(rows))
    longer = [rows[7]._replace(start_ms=75_000, end_ms=76_000), row(80, 95, "app9")]
    again = followed(grown, longer, {}, DayRule("UTC"), since_s=75)
    assert again.start_s.tolist() == [0, 10, 20, 30, 40, 50, 60, 70, 80]  # what the cut parted is one again
    assert again.end_s[-2:].tolist() == [76, 95]
    assert again.apps[:3] == grown.apps
    assert len(followed(grown, [], {}, DayRule("UTC"), since_s=40)) == 4


@pytest.mark.parametrize("cut", [0.0, 5.0])
def test_nothing_is_a_stream_too(cut: float) -> None:
    nothing = stream([])
    assert (len(nothing), len(nothing.active()), len(nothing.until(cut)), len(nothing.between(0, cut))) == (0, 0, 0, 0)
