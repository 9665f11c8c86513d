"""Why a training leaves off before it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.domain.clock import Clock
from engine.domain.model_status import RunState
from engine.storage.training_runs import TrainingRunStore

_LOOK_MS = 500  # between two looks at what the person wants
_SPARE_MS = 10_000  # between two looks at power and load

STOPPED = "stopped"
NO_POWER = "no_power"


class LeavingOff:
    """Tells whether to leave off, and why. Any thread may stop it.

    spare: whether the machine has power and time, always true where somebody waits for the training.
    """

    def __init__(self, runs: TrainingRunStore, clock: Clock, spare: Callable[[], bool]) -> None:
        self._runs, self._clock, self._spare = runs, clock, spare
        self._stop = threading.Event()
        self._looked_ms = self._spare_ms = -_SPARE_MS
        self._why = ""

    def stop(self) -> None:
        """Stop for good."""
        self._stop.set()

    def __call__(self, run: int) -> str:
        """Return why this run is to leave off, empty where it is not; asked after every step."""
        if self._stop.is_set():
            return STOPPED
        awake_ms = self._clock.now().awake_ms
        if not self._why and awake_ms - self._looked_ms >= _LOOK_MS:
            self._looked_ms = awake_ms
            found = self._runs.get(run)
            if found is None or found.state is RunState.STOPPED:
                self._why = STOPPED
        if not self._why and awake_ms - self._spare_ms >= _SPARE_MS:
            self._spare_ms = awake_ms
            self._why = "" if self._spare() else NO_POWER
        return self._why
