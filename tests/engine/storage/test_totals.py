from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from helpers.storage_labels import ByApp
from helpers.storage_samples import ZONE, seen
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.changes import Begin, End
from engine.domain.clock import MS_PER_HOUR
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.totals import Key, TotalRow
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat
from engine.storage.queries.cover import cover
from engine.storage.totals import TotalStore

NEW_YEAR_MS = 1_704_067_200_000  # 2024-01-01 00:00 UTC
DAY_MS = 24 * MS_PER_HOUR


@pytest.fixture
def totals(database: Database) -> TotalStore:
    return TotalStore(database)


@contextmanager
def _statements(database: Database) -> Iterator[list[str]]:
    seen_: list[str] = []

    def note(*given_: object) -> None:
        seen_.append(str(given_[2]))

    event.listen(database._engine, "before_cursor_execute", note)
    try:
        yield seen_
    finally:
        event.remove(database._engine, "before_cursor_execute", note)


def test_nothing_recorded_has_no_totals(totals: TotalStore) -> None:
    assert totals.total(0, 1 << 43, ()) == []
    assert totals.total(5, 5, (Key.APP,)) == []
    assert totals.total(9, 5, (Key.APP,)) == []
    assert totals.each((0, 5, 5, 9), (Key.APP,)) == [[], [], []]


def test_every_key_tells_its_part(database: Database, totals: TotalStore) -> None:
    category = CategoryStore(database).add("Work")
    store = ActivityStore(database, labeller=ByApp({"editor": Labels(category, "kairos", "deep")}))
    store.insert_many(
        [
            Activity(0, 10, seen("editor"), ZONE),
            Activity(10, 30, Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE), ZONE),
            Activity(30, 60, Observed(Presence.IDLE), ZONE),
        ]
    )
    assert totals.total(0, 99, ()) == [TotalRow(60)]
    assert totals.total(0, 99, (Key.APP,)) == [TotalRow(50), TotalRow(10, app="editor")]
    assert totals.total(0, 99, tuple(Key)) == [
        TotalRow(30, 0, "", None, "", "", Presence.IDLE, Withheld.NO),
        TotalRow(20, 0, "", None, "", "", Presence.ACTIVE, Withheld.PRIVATE),
        TotalRow(10, 0, "editor", category, "kairos", "deep", Presence.ACTIVE, Withheld.NO),
    ]
    assert totals.total(5, 35, (Key.PRESENCE,)) == [
        TotalRow(25, presence=Presence.ACTIVE),
        TotalRow(5, presence=Presence.IDLE),
    ]


def test_one_app_that_was_started_from_two_places_is_one(store: ActivityStore, totals: TotalStore) -> None:
    for at, executable in ((0, "/usr/bin/a"), (10, "/opt/a")):
        store.insert_many([Activity(at, at + 10, Observed(Presence.ACTIVE, "a", executable=executable), ZONE)])
    assert totals.total(0, 99, (Key.APP,)) == [TotalRow(20, app="a")]


def test_where_sources_overlap_what_starts_first_keeps_the_time(store: ActivityStore, totals: TotalStore) -> None:
    store.insert_many([Activity(0, 100, seen("ours"), ZONE), Activity(50, 150, seen("theirs"), ZONE, "import")])
    assert totals.total(0, 999, (Key.APP,)) == [TotalRow(100, app="ours"), TotalRow(50, app="theirs")]
    assert totals.total(60, 130, (Key.APP,)) == [TotalRow(40, app="ours"), TotalRow(30, app="theirs")]


def test_what_is_open_counts_up_to_its_beat_and_no_further(store: ActivityStore, totals: TotalStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE), End(10)])
    number = store.apply([Begin(10, seen("b"), ZONE)]) or 0
    beat = Beat(number, 3 * MS_PER_HOUR, 0, 1, RecorderState.RECORDING, 0, 1)
    day = (0, DAY_MS, (Key.APP,))
    assert totals.total(*day) == [TotalRow(10, app="a")]
    assert totals.total(*day, beat=beat) == [TotalRow(3 * MS_PER_HOUR - 10, app="b"), TotalRow(10, app="a")]
    other = Beat(number + 1, 3 * MS_PER_HOUR, 0, 1, RecorderState.RECORDING, 0, 1)
    assert totals.total(*day, beat=other) == [TotalRow(10, app="a")]
    by_hour = totals.total(MS_PER_HOUR, DAY_MS, (Key.HOUR,), beat=beat)
    assert by_hour == [TotalRow(MS_PER_HOUR, hour=1), TotalRow(MS_PER_HOUR, hour=2)]


def test_a_year_takes_as_few_statements_as_a_day(database: Database, store: ActivityStore, totals: TotalStore) -> None:
    store.insert_many(
        Activity(NEW_YEAR_MS + n * 7_200_000, NEW_YEAR_MS + n * 7_200_000 + 5_400_000, seen(f"app {n % 9}"), ZONE)
        for n in range(4_400)
    )
    half_hour = MS_PER_HOUR // 2
    days = [NEW_YEAR_MS + half_hour + day * DAY_MS for day in range(367)]
    with _statements(database) as made:
        year = totals.total(days[0], days[-1], (Key.CATEGORY, Key.APP))
    assert len(made) <= 5, made
    with _statements(database) as made:
        each = totals.each(days, (Key.APP,))
    assert len(made) <= 5, made
    assert len(each) == 366
    summed = {row.app: sum(one.ms for rows in each for one in rows if one.app == row.app) for row in year}
    assert summed == {row.app: row.ms for row in year}


def test_recording_costs_few_statements(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE), End(5), Begin(5, seen("b"), ZONE)])
    with _statements(database) as made:
        store.apply([End(10), Begin(10, seen("a"), ZONE)])
    assert len(made) <= 20, made


@given(st.integers(0, 80_000 * MS_PER_HOUR), st.integers(0, 900 * DAY_MS), st.booleans())
def test_a_time_is_covered_once_and_wholly(start: int, length: int, hourly: bool) -> None:
    start += NEW_YEAR_MS - 40_000 * MS_PER_HOUR
    span = Interval(start, start + length)
    found = cover(span, hourly=hourly)
    parts = list(found.edges)
    parts += [Interval(one.start * MS_PER_HOUR, one.stop * MS_PER_HOUR) for one in found.hours]
    parts += [Interval(one.start * DAY_MS, one.stop * DAY_MS) for one in found.days]
    parts += [Interval(_month_ms(one.start), _month_ms(one.stop)) for one in found.months]
    parts.sort()
    assert all(part.length_ms > 0 for part in parts)
    reached = span.start_ms
    for part in parts:
        assert part.start_ms == reached
        reached = part.end_ms
    assert reached == span.end_ms
    assert all(edge.start_ms // MS_PER_HOUR == (edge.end_ms - 1) // MS_PER_HOUR for edge in found.edges)
    assert not (hourly and (found.days or found.months))
    assert sum(len(one) for one in found.days) <= 62


def _month_ms(month: int) -> int:
    from datetime import UTC, datetime

    return int(datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC).timestamp()) * 1_000
