"""Collects garbage on the thread Qt's objects belong to: elsewhere it would end some of them on the wrong one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

SWEEP_MS = 10_000
_FULL_EVERY = 12


class Sweeper(QTimer):
    """From begin to end the collector runs on this timer alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, interval=SWEEP_MS)
        self._sweeps = 0
        self.timeout.connect(self._sweep)

    def begin(self) -> None:
        """Take the collector over."""
        gc.disable()  # it runs on whatever thread allocates
        self.start()

    def end(self) -> None:
        """Give it back."""
        self.stop()
        gc.enable()

    def _sweep(self) -> None:
        self._sweeps += 1
        gc.collect(1 if self._sweeps % _FULL_EVERY else 2)
