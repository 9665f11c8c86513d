"""What a worker does for the day at the recorder's asking: what was begun in the table of jobs, one after the other."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from engine.domain.clock import Clock
from engine.domain.errors import KairosError
from engine.domain.job_runs import JobOutcome, JobPlan
from engine.storage.jobs import JobStore

_log = logging.getLogger(__name__)

_BROKE = "It broke, which is a fault of Kairos; the worker's log says where."


class DayWork:
    """Does each job that was begun, until none is left; without any, all of them. steps: what does each."""

    def __init__(self, store: JobStore, clock: Clock, steps: Mapping[JobPlan, Callable[[], object]]) -> None:
        self._store = store
        self._clock = clock
        self._steps = steps
        self._stopping = threading.Event()

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()

    def run(self) -> None:
        """Do what was asked for; raises Storage errors where that cannot be read."""
        asked = self._store.asked(self._steps)
        if not asked:
            for plan in self._steps:
                self._store.begin(plan, self._now_ms())
            asked = list(self._steps)
        while asked and not self._stopping.is_set():
            self._do(asked[0])
            asked = self._store.asked(self._steps)

    def _do(self, plan: JobPlan) -> None:
        outcome, message = JobOutcome.DONE, ""
        try:
            self._steps[plan]()
        except KairosError as error:
            outcome, message = JobOutcome.FAILED, error.message
            _log.warning("%s failed: %s", plan.name, error.title)
        except Exception as error:  # noqa: BLE001  (what is broken keeps nothing else from being done)
            outcome, message = JobOutcome.FAILED, _BROKE
            _log.error("%s broke: %s", plan.name, type(error).__name__, exc_info=True)
        self._store.end(plan.name, self._now_ms(), outcome, message)

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms
