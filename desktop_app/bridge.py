"""Changes in the database become Qt signals: looked for every half second, without a socket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from engine.domain.commands import CommandKind
from engine.domain.errors import StorageGone
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.summary import DaySummary

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

POLL_MS = 500
REFRESH_POLLS = 4  # the open activity grows without a commit: while someone looks, the day is read every 2 s


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look found; health and summary are None where nothing can have changed."""

    version: int
    health: RecorderHealth | None
    summary: DaySummary | None
    raise_window: bool


class EngineBridge(QObject):
    """Asks the engine every POLL_MS whether anything changed and tells the window by topic.

    version_changed: something in the database is another, whatever it may be.
    """

    version_changed = Signal()
    day_changed = Signal(object)
    health_changed = Signal(object)
    raise_requested = Signal()

    def __init__(self, engine: Engine, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._background = background
        self._version: int | None = None
        self._health: RecorderHealth | None = None
        self._polls = 0
        self._looking = False
        self._failing = False
        self._day_wanted = True
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)

    @property
    def health(self) -> RecorderHealth | None:
        """The last health seen, None before the first look."""
        return self._health

    def start(self) -> None:
        """Look now and then every POLL_MS."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def want_day(self, wanted: bool) -> None:
        """Say whether anyone sees the day; nobody reads it from the database for a hidden window."""
        if wanted and not self._day_wanted:
            self._version = None
        self._day_wanted = wanted

    def refresh(self) -> None:
        """Read the day anew at the next look, whatever the version says."""
        self._version = None
        self.look()

    def look(self) -> None:
        """Ask once, unless the last question is still being answered."""
        if self._looking and self._background.waiting:  # one that nobody foresaw to fail never told of its end
            return
        self._looking = True
        self._polls += 1
        last = None if self._polls % REFRESH_POLLS == 0 else self._version
        self._background.ask(self, lambda: self._read(last), self._tell, self._failed)

    def _read(self, last: int | None) -> _Seen:
        version = self._engine.data_version()
        changed = version != last
        asked = [command.kind for command in self._engine.window.take()] if changed else []
        return _Seen(
            version=version,
            health=self._engine.recording.health() if changed else None,
            summary=self._engine.history.day(None) if changed and self._day_wanted else None,
            raise_window=CommandKind.RAISE_WINDOW in asked,
        )

    def _tell(self, seen: _Seen) -> None:
        self._looking = self._failing = False
        if self._version != seen.version:
            self.version_changed.emit()
        self._version = seen.version
        if seen.health is not None:
            self._health = seen.health
            self.health_changed.emit(seen.health)
        if seen.summary is not None:
            self.day_changed.emit(seen.summary)
        if seen.raise_window:
            self.raise_requested.emit()

    def _failed(self, error: object) -> None:
        self._looking = False
        if isinstance(error, StorageGone) and not self._engine.recording.runs():  # the next one makes a file that lasts
            self.health_changed.emit(RecorderHealth(RecorderState.STOPPED, message=error.message))
        if not self._failing:  # said once, not twice a second
            self._failing = True
            self._background.failed.emit(error)
