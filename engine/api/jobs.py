"""What happens by itself, as it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.domain.job_runs import JOBS, JobOutcome, JobState
from engine.storage.jobs import JobStore


class Jobs:
    """Tells of the recorder's jobs, whether one runs or not. recorder_runs: whether one does."""

    def __init__(self, store: JobStore, recorder_runs: Callable[[], bool]) -> None:
        self._store = store
        self._recorder_runs = recorder_runs

    def states(self) -> list[JobState]:
        """Return how every job stands, in their order; raises Storage errors.

        Without a recorder none is due, and what has not ended never will.
        """
        known, runs = self._store.all(), self._recorder_runs()
        found = [replace(known.get(plan.name, JobState(plan.name, 0)), every_s=plan.every_s) for plan in JOBS]
        return found if runs else [_at_rest(one) for one in found]


def _at_rest(state: JobState) -> JobState:
    cut_off = state.outcome is JobOutcome.RUNNING
    return replace(state, next_ms=None, outcome=JobOutcome.CUT_OFF if cut_off else state.outcome)
