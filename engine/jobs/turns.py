"""One turn of a job: done where there is something to do, and how it went is stored."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Protocol

from engine.domain.clock import Clock, Instant
from engine.domain.errors import KairosError, StorageError
from engine.domain.job_runs import JobOutcome, JobPlan, JobState
from engine.jobs.schedule import Job

_log = logging.getLogger(__name__)

_ENDED = "It was cut off: the process that did it ended."
_BROKE = "It broke, which is a fault of Kairos; the recorder's log says where."


class JobRuns(Protocol):
    """Where it is stored how jobs stand; every method may raise Storage errors. See engine.storage.jobs."""

    def all(self) -> dict[str, JobState]:
        """Return every job that ever ran, by its name."""
        ...

    def begin(self, plan: JobPlan, start_ms: int, next_ms: int | None = None) -> None:
        """Store that a run begins."""
        ...

    def end(self, name: str, end_ms: int, outcome: JobOutcome, message: str = "") -> None:
        """Store how it went."""
        ...

    def ran(self, plan: JobPlan, start_ms: int, end_ms: int, next_ms: int) -> None:
        """Store a whole run."""
        ...

    def plan_next(self, when: Mapping[JobPlan, int]) -> None:
        """Store when jobs run next."""
        ...

    def move(self, name: str, start_ms: int) -> None:
        """Put the last run at another time."""
        ...

    def cut_off(self) -> None:
        """Store that what has not ended never will."""
        ...


class Turns:
    """Takes jobs' turns on the thread it is called on; a job that fails or breaks keeps no other from its turn."""

    def __init__(self, store: JobRuns, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def take(self, job: Job, now: Instant, next_ms: int) -> JobOutcome:
        """Take one turn. next_ms: when the next one is once this one is done."""
        return self._safely(job.plan.name, lambda: self._take(job, now, next_ms))

    def _take(self, job: Job, now: Instant, next_ms: int) -> JobOutcome:
        if not job.wanted():
            self._store.ran(job.plan, now.wall_ms, self._now_ms(), next_ms)
            return JobOutcome.DONE
        self._store.begin(job.plan, now.wall_ms, next_ms)
        job.run()
        if job.at_work is not None:
            return self.follow(job) or JobOutcome.RUNNING
        self._store.end(job.plan.name, self._now_ms(), JobOutcome.DONE)
        return JobOutcome.DONE

    def follow(self, job: Job) -> JobOutcome | None:
        """Return how a run ended that another process was at, None while it still is."""
        if job.at_work is not None and job.at_work():
            return None
        return self._safely(job.plan.name, lambda: self._end_of(job))

    def _end_of(self, job: Job) -> JobOutcome:
        stored = self._store.all().get(job.plan.name)
        if stored is not None and stored.outcome not in {None, JobOutcome.RUNNING}:
            return stored.outcome or JobOutcome.CUT_OFF
        self._store.end(job.plan.name, self._now_ms(), JobOutcome.CUT_OFF, _ENDED)
        return JobOutcome.CUT_OFF

    def _safely(self, name: str, work: Callable[[], JobOutcome]) -> JobOutcome:
        try:
            return work()
        except KairosError as error:
            message = error.message
            _log.warning("job %s failed: %s", name, error.title)
        except Exception as error:  # noqa: BLE001  (a broken job must not end the recorder)
            message = _BROKE
            _log.error("job %s broke: %s", name, type(error).__name__, exc_info=True)
        with suppress(StorageError):  # what kept the job from its work may keep this from being stored, too
            self._store.end(name, self._now_ms(), JobOutcome.FAILED, message)
        return JobOutcome.FAILED

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms
