"""What the recorder is doing, and what may be asked of it."""

from __future__ import annotations

import subprocess
from dataclasses import replace

from engine.domain.clock import MS_PER_MINUTE, Clock
from engine.domain.commands import Command, CommandKind, Receiver
from engine.domain.errors import UsageError
from engine.domain.health import RecorderHealth, RecorderState
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.storage.commands import CommandQueue
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.launch import recorder_command, start_recorder

LONGEST_PAUSE_MIN = 7 * 24 * 60
_FIRST_LOOK_MS = 10_000  # so long a recorder may take to see the desktop before that counts as trouble


class Recording:
    """The recorder of one profile, seen from outside its process; what is asked of it is a row in the database."""

    def __init__(
        self,
        paths: ProfilePaths,
        clock: Clock,
        commands: CommandQueue,
        status: RecorderStatusStore,
        heartbeat: HeartbeatFile,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._commands = commands
        self._status = status
        self._heartbeat = heartbeat
        self._started: list[subprocess.Popen[bytes]] = []

    def runs(self) -> bool:
        """Return whether a recorder of this profile is alive."""
        return is_held(self._paths.recorder_lock)

    def health(self) -> RecorderHealth:
        """Return what the recorder last said of itself; STOPPED where none is alive."""
        return account(self._status.load(), self._heartbeat.read(), runs=self.runs())

    def pause(self, minutes: int | None = None, until_ms: int | None = None) -> int:
        """Ask that nothing be stored for so many minutes, or until a moment; return that moment, UTC milliseconds.

        Raises UsageError for a length below one minute or above a week.
        """
        now_ms = self._clock.now().wall_ms
        if until_ms is None:
            if minutes is None:
                raise UsageError("Say for how many minutes recording should pause, for example 15.")
            until_ms = now_ms + minutes * MS_PER_MINUTE
        if not now_ms < until_ms <= now_ms + LONGEST_PAUSE_MIN * MS_PER_MINUTE:
            raise UsageError(f"A pause lasts 1 to {LONGEST_PAUSE_MIN} minutes (a week).")
        self._send(CommandKind.PAUSE, until_ms)
        return until_ms

    def resume(self) -> None:
        """Ask that recording go on."""
        self._send(CommandKind.RESUME)

    def reload_settings(self) -> None:
        """Ask the recorder to read the settings anew."""
        self._send(CommandKind.RELOAD_SETTINGS)

    def stop(self) -> None:
        """Ask the recorder to end in good order; without one nothing is asked, so that the next one lives."""
        if self.runs():
            self._send(CommandKind.STOP)

    def command(self) -> tuple[str, ...]:
        """Return the command line that starts this profile's recorder."""
        return recorder_command(self._paths.folder)

    def start(self) -> bool:
        """Start this profile's recorder, which goes on by itself; return whether it could be started."""
        self._started = [one for one in self._started if one.poll() is None]  # what has ended is forgotten
        try:
            self._started.append(start_recorder(self._paths.folder, self._paths.key))
        except OSError:
            return False
        return True

    def _send(self, kind: CommandKind, until_ms: int | None = None) -> None:
        self._commands.send(Command(kind, Receiver.RECORDER, self._clock.now().wall_ms, until_ms))


def account(stored: RecorderHealth | None, beat: Beat | None, *, runs: bool) -> RecorderHealth:
    """Return the stored account brought up to date by the heartbeat, which is written far more often."""
    health = stored or RecorderHealth(RecorderState.STOPPED)
    if beat is not None and beat.wall_ms >= (health.beat_ms or 0):
        health = replace(health, state=beat.state, pid=beat.pid, waiting=beat.waiting, beat_ms=beat.wall_ms)
    if not runs:
        return replace(health, state=RecorderState.STOPPED, pid=None, waiting=0, paused_until_ms=None)
    if health.state is RecorderState.STOPPED:
        return replace(health, state=RecorderState.STARTING, message="")
    return replace(health, state=RecorderState.STARTING) if _first_looks(health) else health


def _first_looks(health: RecorderHealth) -> bool:
    """Return whether a recorder sees nothing yet because it has just begun, and not because something is wrong."""
    if health.state is not RecorderState.BLIND or health.message or health.started_ms is None:
        return False
    return (health.beat_ms or health.started_ms) - health.started_ms < _FIRST_LOOK_MS
