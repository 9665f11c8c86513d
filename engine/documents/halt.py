"""Why indexing leaves off before it is done, and who says so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum

from engine.domain.clock import Clock
from engine.domain.documents import IndexPhase

_LOOK_MS = 500  # between two looks at what the person wants
_POWER_MS = 10_000  # between two looks at power and load


class Halt(StrEnum):
    """Why it leaves off."""

    STOPPED = "stopped"  # the process is to end
    PAUSED = "paused"  # the person said so
    POWER = "power"  # large work waits for mains power or a quiet machine


PHASES: dict[Halt | None, IndexPhase] = {Halt.PAUSED: IndexPhase.PAUSED, Halt.POWER: IndexPhase.WAITING}
"""What the work then is in; at rest where nothing is said here."""


class Halting:
    """Tells whether to leave off. Any thread may stop it.

    paused: whether the person wants a pause, asked twice a second at most. holds_back: why so many documents that
    are due should wait, empty where they need not.
    """

    def __init__(
        self, clock: Clock, *, paused: Callable[[], bool], holds_back: Callable[[int], str] = lambda _due: ""
    ) -> None:
        self._clock = clock
        self._paused = paused
        self._holds_back = holds_back
        self._stop = threading.Event()
        self._closers: list[Callable[[], None]] = []
        self._looked_ms = self._power_ms = -_POWER_MS
        self._is_paused = False
        self.reason = ""

    def stop(self) -> None:
        """Stop for good, and end what somebody waits for."""
        self._stop.set()
        for close in tuple(self._closers):
            close()

    @property
    def stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait so long or until stopped; tell whether it was."""
        return self._stop.wait(seconds)

    def on_stop(self, close: Callable[[], None]) -> Callable[[], None]:
        """Have close called when stopped, from the stopping thread; return what takes this back."""
        self._closers.append(close)
        if self.stopped:
            close()
        return lambda: self._closers.remove(close)

    def now(self, due: int) -> Halt | None:
        """Return why to leave off with so much still due, None to go on; asked after every document."""
        if self.stopped:
            return Halt.STOPPED
        awake_ms = self._clock.now().awake_ms
        if awake_ms - self._looked_ms >= _LOOK_MS:
            self._looked_ms = awake_ms
            self._is_paused = self._paused()
        if self._is_paused:
            self.reason = ""
            return Halt.PAUSED
        if awake_ms - self._power_ms >= _POWER_MS:
            self._power_ms = awake_ms
            self.reason = self._holds_back(due)
        return Halt.POWER if self.reason else None

    def look_again(self) -> None:
        """Ask about everything anew the next time."""
        self._looked_ms = self._power_ms = self._clock.now().awake_ms - _POWER_MS
