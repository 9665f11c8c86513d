"""Opening the engine beside the window: off the GUI thread, with its log, and with the key where one is needed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.background import Background
from desktop_app.dialogs.refusal import refuse
from desktop_app.dialogs.unlock import Unlock, UnlockDialog
from desktop_app.main_window import MainWindow
from desktop_app.recorder.control import RecorderControl
from engine.domain.errors import KairosError, KeyNeeded
from engine.logs import start_logging
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine

Opener = Callable[[ProfilePaths], "Engine"]


class Opening(QObject):
    """Emits opened with the engine, or ended with an exit status where it stays shut.

    unlock: finds a key by what is typed; without one a locked profile is refused like any other.
    """

    opened = Signal(object)
    ended = Signal(int)

    def __init__(self, paths: ProfilePaths, opener: Opener, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self.unlock: Unlock | None = None
        self.engine: Engine | None = None
        self._opener, self._window = opener, window
        self._background: Background | None = None
        self._control: RecorderControl | None = None
        self._log: list[logging.Handler] = []

    def begin(self, background: Background, control: RecorderControl) -> None:
        """Open it on the background's thread; control shows where it is locked."""
        self._background, self._control = background, control
        self._ask()

    def _ask(self) -> None:
        if self._background is not None:
            self._background.ask(self, self._build, self.opened.emit, self._give_up)

    def _build(self) -> Engine:
        if not self._log:
            before = set(logging.getLogger().handlers)
            start_logging(self.paths.logs, "window")
            self._log = [handler for handler in logging.getLogger().handlers if handler not in before]
        self.engine = self._opener(self.paths)
        return self.engine

    def _give_up(self, error: KairosError) -> None:
        background, unlock = self._background, self.unlock
        if isinstance(error, KeyNeeded) and error.slots and unlock is not None and background is not None:
            self._show_locked(True)
            dialog = UnlockDialog(self.paths, error, unlock, background, self._window)
            dialog.opened.connect(self._open_unlocked)
            dialog.rejected.connect(lambda: self.ended.emit(1))
            dialog.open()
        else:
            self.ended.emit(refuse(error, self._window))

    def _show_locked(self, locked: bool) -> None:
        if self._control is not None:
            self._control.show_locked(locked)

    def _open_unlocked(self, paths: ProfilePaths) -> None:
        self.paths = paths
        self._show_locked(False)
        self._ask()

    def close(self) -> None:
        """Close the engine, and the log at last."""
        if self.engine is not None:
            self.engine.close()
        for handler in self._log:
            logging.getLogger().removeHandler(handler)
            handler.close()
