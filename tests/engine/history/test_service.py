"""History over a real database: days, the open activity, and the stream for exports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from helpers.activities import MINUTE_MS, seen, stretch
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock

from engine.domain.activity import Activity
from engine.domain.changes import Begin, End
from engine.domain.health import RecorderState
from engine.history.service import History
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile

NOON_MS = MONDAY_NOON_MS
MONDAY = date(2026, 3, 2)


class Place:
    """A database, a heartbeat and a clock that stands at noon."""

    def __init__(self, folder: Path, clock: ManualClock) -> None:
        self.database = Database.open(folder / "kairos.sqlite3")
        self.store = ActivityStore(self.database)
        self.heartbeat = HeartbeatFile(folder / "heartbeat")
        self.clock = clock
        self.recorder_runs = True
        self.start_minute = 0
        self.history = History(
            self.store,
            self.heartbeat,
            clock,
            recorder_runs=lambda: self.recorder_runs,
            start_minute=lambda: self.start_minute,
        )

    def beat(self, activity_id: int, end_ms: int) -> None:
        beat = Beat(activity_id, end_ms, self.clock.wall_ms, 1, RecorderState.RECORDING, 0, 1)
        self.heartbeat.write(beat, durable=False)


@pytest.fixture
def place(tmp_path: Path, clock: ManualClock) -> Iterator[Place]:
    place = Place(tmp_path, clock)
    yield place
    place.heartbeat.close()
    place.database.close()


def test_today_starts_at_the_minute_the_person_chose(place: Place, clock: ManualClock) -> None:
    clock.wall_ms = NOON_MS - 9 * 60 * MINUTE_MS  # three in the morning
    assert place.history.today() == MONDAY
    place.start_minute = 4 * 60
    assert place.history.today() == date(2026, 3, 1)
    assert place.history.day().day == date(2026, 3, 1)


def test_a_day_counts_the_open_activity_until_the_last_sign_of_life(place: Place) -> None:
    opened = place.store.apply([Begin(NOON_MS - 10 * MINUTE_MS, seen("code", "a"), "UTC")])
    assert opened is not None
    place.beat(opened, NOON_MS - 1_000)
    summary = place.history.day()
    assert summary.active_ms == 10 * MINUTE_MS - 1_000
    assert summary.current == seen("code", "a")
    assert summary.current_since_ms == NOON_MS - 10 * MINUTE_MS


def test_without_a_recorder_nothing_is_current(place: Place) -> None:
    opened = place.store.apply([Begin(NOON_MS - MINUTE_MS, seen("code"), "UTC")])
    place.beat(opened or 0, NOON_MS)
    place.recorder_runs = False
    summary = place.history.day()
    assert summary.current is None
    assert summary.active_ms == MINUTE_MS


def test_a_named_day_is_that_day(place: Place) -> None:
    place.store.insert_many([stretch(NOON_MS - 24 * 60 * MINUTE_MS, 30, "mail"), stretch(NOON_MS, 5, "code")])
    assert [total.app for total in place.history.day(date(2026, 3, 1)).apps] == ["mail"]


class ClosesWhileRead(ActivityStore):
    """A store whose recorder closes the open activity just before the closed ones are read."""

    def stream(self, start_ms: int | None = None, end_ms: int | None = None) -> Iterator[Activity]:
        self.apply([End(NOON_MS)])
        return super().stream(start_ms, end_ms)


def test_an_activity_that_closes_while_events_are_read_comes_once(place: Place) -> None:
    store = ClosesWhileRead(place.database)
    opened = store.apply([Begin(NOON_MS - MINUTE_MS, seen("mail"), "UTC")])
    place.beat(opened or 0, NOON_MS)
    history = History(store, place.heartbeat, place.clock, recorder_runs=lambda: True, start_minute=lambda: 0)
    assert [one.what.app for one in history.events()] == ["mail"]


def test_events_come_whole_in_order_with_the_open_one_last(place: Place) -> None:
    start = NOON_MS - 30 * MINUTE_MS
    place.store.apply([Begin(start, seen("code"), "UTC"), End(start + MINUTE_MS)])
    opened = place.store.apply([Begin(start + MINUTE_MS, seen("mail"), "UTC")])
    place.beat(opened or 0, NOON_MS)
    spans = [(one.what.app, one.start_ms, one.end_ms) for one in place.history.events()]
    assert spans == [("code", start, start + MINUTE_MS), ("mail", start + MINUTE_MS, NOON_MS)]
    assert [one.what.app for one in place.history.events(start + 30_000, start + MINUTE_MS)] == ["code"]
    assert [one.what.app for one in place.history.events(NOON_MS - 1, None)] == ["mail"]
