"""The table of recurring jobs: plain values, read by the runner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One recurring job.

    every_s: seconds between two runs. late_s: a run missed by more than so many seconds is left out;
    None runs it however late (after a long suspend). Missed runs are made up for once, never several times.
    """

    name: str
    every_s: int
    run: Callable[[], None]
    late_s: int | None = None


def recorder_jobs(*, tidy: Callable[[], None], index: Callable[[], None], train: Callable[[], None]) -> tuple[Job, ...]:
    """Return what the recorder does by itself.

    tidy: keeps the database's log short and its plans fresh. index: has documents looked at that changed. train: has
    the models learn what the day brought. What is missed by more than a minute waits for its next turn, since a
    machine that wakes up has other things to do.
    """
    return (
        Job("tidy", every_s=3_600, run=tidy),
        Job("index documents", every_s=900, run=index, late_s=60),
        Job("train models", every_s=600, run=train, late_s=60),
    )
