"""Runs the real recorder on a profile of the test's own and reads back what it stored."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpers.desktop_programs import Programs, wait_until

from engine.domain.activity import Activity
from engine.domain.health import RecorderState
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile

_FOREVER_MS = 1 << 52


class RealRecorder:
    """The recorder as a process, in the environment of the programs given."""

    def __init__(self, programs: Programs, folder: Path, *, idle_after_s: int = 3_600) -> None:
        self.paths = ProfilePaths(folder).ensure()
        self.paths.settings.write_text(f"[tracking]\nidle_after_s = {idle_after_s}\n", encoding="utf-8")
        self._programs = programs
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The recorder's process id."""
        assert self._process is not None
        return self._process.pid

    def start(self, *program: str) -> None:
        """Start it and wait until it has something open. program: what Python runs instead of the recorder's module."""
        command = (sys.executable, "-OO", *(program or ("-m", "engine.recorder")), "--profile", str(self.paths.folder))
        self._process = self._programs.start(*command)
        wait_until(lambda: self.beat_state() is RecorderState.RECORDING, "the recorder to record")

    def beat(self) -> Beat | None:
        """Return its last sign of life."""
        file = HeartbeatFile(self.paths.heartbeat)
        try:
            return file.read()
        finally:
            file.close()

    def beat_state(self) -> RecorderState | None:
        """Return the state it last told of."""
        beat = self.beat()
        return None if beat is None else beat.state

    def stop(self) -> list[Activity]:
        """Ask it to end in good order and return everything it stored."""
        assert self._process is not None
        self._process.terminate()
        assert self._process.wait(15) == 0, "the recorder did not end in good order"
        return self.stored()

    def ended(self) -> int:
        """Wait until it has ended by itself and return its exit status."""
        assert self._process is not None
        return self._process.wait(15)

    def stored(self) -> list[Activity]:
        """Return what is stored now."""
        database = Database.open_existing(self.paths.database)
        try:
            return ActivityStore(database).between(0, _FOREVER_MS)
        finally:
            database.close()


def named(activities: list[Activity]) -> list[tuple[str, str]]:
    """Return app and title of the active ones, in order."""
    return [(each.what.app, each.what.title) for each in activities if each.what.presence is Presence.ACTIVE]
