"""Collects garbage on the thread Qt's objects belong to: elsewhere it would end some of them on the wrong one."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

SWEEP_MS = 10_000
FULL_EVERY: Final = 12
WHOLE_EVERY: Final = 30 * FULL_EVERY


class Sweeper(QTimer):
    """From begin to end the collector runs on this timer alone.

    Every two minutes all is swept but what lived through such a sweep before: looking at a window's 160,000 objects
    takes 120 ms each time. Once an hour those are looked at as well.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, interval=SWEEP_MS)
        self._sweeps = 0
        self._give_back = _trimmer()
        self.timeout.connect(self._sweep)

    def begin(self) -> None:
        """Take the collector over."""
        gc.disable()  # it runs on whatever thread allocates
        self.start()

    def end(self) -> None:
        """Give it back."""
        self.stop()
        gc.unfreeze()
        gc.enable()

    def _sweep(self) -> None:
        self._sweeps += 1
        if self._sweeps % FULL_EVERY:
            gc.collect(1)
            return
        if self._sweeps % WHOLE_EVERY == 0:
            gc.unfreeze()
        gc.collect(2)
        gc.freeze()
        self._give_back(0)


def _trimmer() -> Callable[[int], object]:
    """Return what gives freed memory back to the system, which glibc does not do by itself; nothing elsewhere."""
    if sys.platform != "linux":
        return int
    trim: Callable[[int], object] = getattr(ctypes.CDLL(None), "malloc_trim", int)
    return trim
