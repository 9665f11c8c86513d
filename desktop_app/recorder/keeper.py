"""Keeps a recorder running while the window is open: starts it, and starts it again when it dies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, Signal

from engine.domain.health import RecorderHealth, RecorderState

if TYPE_CHECKING:
    from engine.api import Engine

GRACE_MS = 2_000  # a started recorder gets this long to take its lock
FAST_TRIES = 4
SLOW_MS = 30_000  # after FAST_TRIES vain starts in a row

Launcher = Callable[[Sequence[str]], bool]


def start_detached(command: Sequence[str]) -> bool:
    """Start a process that outlives the window and shares none of its streams; returns whether it started."""
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started = process.startDetached()
    return started[0] if isinstance(started, tuple) else bool(started)  # its types promise a pair, it gives a bool


def launcher_of(engine: Engine, otherwise: Launcher) -> Launcher:
    """Return what starts the recorder; one of an encrypted profile is handed the key this window found."""
    return otherwise if engine.paths.key is None else lambda _command: engine.recording.start()


class RecorderKeeper(QObject):
    """Decides from the recorder's health when to start it; a recorder the person stopped stays stopped."""

    trouble = Signal()

    def __init__(
        self, command: Sequence[str], launch: Launcher = start_detached, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._launch = launch
        self._grace_ms = GRACE_MS
        self._wanted = False
        self._tries = 0
        self._last_beat_ms: int | None = None
        self._beside_blind = False  # whether one was started beside one that lost its desktop
        self._since_start = QElapsedTimer()

    @property
    def wanted(self) -> bool:
        """Whether a recorder shall run."""
        return self._wanted

    def want(self, wanted: bool) -> None:
        """Say whether a recorder shall run from now on; saying yes again tries at once."""
        self._wanted = wanted
        self._tries = 0
        self._since_start.invalidate()

    def watch(self, health: RecorderHealth) -> None:
        """Take note of the recorder's health, and start it where it should run and does not."""
        if health.state is not RecorderState.STOPPED:
            # One that only holds its lock yet is shown as starting, or by the heartbeat of the one before it.
            began = health.state not in {RecorderState.STARTING, RecorderState.BLIND}
            if began and health.beat_ms != self._last_beat_ms:
                self._tries = 0
                self._since_start.invalidate()
                self._beside_blind = False
            self._replace_blind(health)
            return
        self._last_beat_ms = health.beat_ms
        if not self._wanted or self._must_wait():
            return
        self._tries += 1
        self._since_start.start()
        if not self._launch(self._command) or self._tries == FAST_TRIES:
            self.trouble.emit()

    def _replace_blind(self, health: RecorderHealth) -> None:
        """Start one beside a recorder of an earlier log-in that lost its desktop: where it sees more it takes over."""
        if health.state is RecorderState.BLIND and self._wanted and not self._beside_blind:
            self._beside_blind = True
            self._launch(self._command)

    def _must_wait(self) -> bool:
        patience = self._grace_ms if self._tries < FAST_TRIES else SLOW_MS
        return self._since_start.isValid() and not self._since_start.hasExpired(patience)
