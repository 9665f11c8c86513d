"""Notifications of a real profile: activity as recorded makes a break due, and a meeting in front holds everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.activity import Observed
from engine.domain.changes import Begin, End
from engine.domain.clock import MS_PER_MINUTE, SystemClock
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.notifications import NotificationKind
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.storage.active_time import ActiveTime
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile

MIN = MS_PER_MINUTE


class Recorded:
    """A profile, and a recorder that writes what the test says."""

    def __init__(self, folder: Path) -> None:
        self.paths = ProfilePaths(folder).ensure()
        self.engine: Engine = build_engine(self.paths)
        settings = self.engine.preferences.load()
        loud = replace(settings.notifications, quiet_from=0, quiet_until=0)
        self.engine.preferences.change(replace(settings, notifications=loud))
        self._database = Database.open(self.paths.database)
        self._store = ActivityStore(self._database)
        self.heartbeat = HeartbeatFile(self.paths.heartbeat)
        self.now_ms = SystemClock(lambda: "UTC").now().wall_ms
        self.time = ActiveTime(self._database, self.heartbeat)

    def see(self, before_min: float, app: str, presence: Presence = Presence.ACTIVE) -> None:
        """Have something in front from so many minutes before now on."""
        at = self.now_ms - int(before_min * MIN)
        number = self._store.apply([End(at), Begin(at, Observed(presence, app), "UTC")])
        self.heartbeat.write(
            Beat(number or 0, self.now_ms, self.now_ms, 1, RecorderState.RECORDING, 0, 1), durable=False
        )

    def kinds(self) -> list[NotificationKind]:
        """Return what is due."""
        return [one.kind for one in self.engine.notifications.due()]

    def close(self) -> None:
        """Close everything."""
        self.heartbeat.close()
        self._database.close()
        self.engine.close()


@pytest.fixture
def recorded(tmp_path: Path) -> Iterator[Recorded]:
    made = Recorded(tmp_path / "profile")
    yield made
    made.close()


def test_activity_that_goes_on_makes_a_break_due_once(recorded: Recorded) -> None:
    recorded.see(200, "editor", Presence.IDLE)
    recorded.see(95, "editor")
    recorded.see(40, "mail")
    assert recorded.kinds() == [NotificationKind.BREAK_DUE]
    assert recorded.kinds() == []


def test_who_came_back_from_a_break_needs_none(recorded: Recorded) -> None:
    recorded.see(200, "editor")
    recorded.see(30, "editor", Presence.LOCKED)
    recorded.see(20, "editor")
    assert recorded.kinds() == []


def test_a_meeting_in_front_holds_what_is_due(recorded: Recorded) -> None:
    recorded.see(95, "editor")
    recorded.see(2, "zoom")
    assert recorded.kinds() == []
    recorded.see(0.01, "editor")
    assert recorded.kinds() == [NotificationKind.BREAK_DUE]


def test_active_time_is_joined_and_cut(recorded: Recorded) -> None:
    recorded.see(60, "editor")
    recorded.see(50, "mail")
    recorded.see(40, "mail", Presence.IDLE)
    recorded.see(30, "mail")
    now = recorded.now_ms
    found = recorded.time.between(now - 55 * MIN, now - 10 * MIN)
    assert found == [Interval(now - 55 * MIN, now - 40 * MIN), Interval(now - 30 * MIN, now - 10 * MIN)]
    assert recorded.time.between(now, now) == []
