"""What happens by itself: which jobs there are, when each ran last, how that went, when it runs next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JobOutcome(StrEnum):
    """How a run went."""

    DONE = "done"
    FAILED = "failed"  # tried again at its next turn
    RUNNING = "running"
    CUT_OFF = "cut_off"  # the process ended meanwhile


@dataclass(frozen=True, slots=True)
class JobState:
    """One job. last_start_ms, last_end_ms: None where it never ran. next_ms: None while no recorder runs.

    message: what went wrong, for a person; empty else. every_s: seconds between two runs, 0 for once a day.
    """

    name: str
    every_s: int
    last_start_ms: int | None = None
    last_end_ms: int | None = None
    outcome: JobOutcome | None = None
    message: str = ""
    next_ms: int | None = None
    runs: int = 0


@dataclass(frozen=True, slots=True)
class JobPlan:
    """When a job runs. every_s: seconds between the starts of two runs, 0 for once a day, at the start of the day.

    rest_s: so many seconds a machine that has just started or woken up is left alone before a run that was missed.
    """

    name: str
    every_s: int
    rest_s: int = 120


TIDY = JobPlan("tidy", 3_600)
INDEX = JobPlan("index documents", 900)
TRAIN = JobPlan("train models", 600)
CALENDARS = JobPlan("watch calendars", 300, rest_s=20)
PLAN_DAY = JobPlan("plan the day", 0, rest_s=20)
FIGURES = JobPlan("focus figures", 0)
KEEP = JobPlan("back up", 1_800)
DROP = JobPlan("drop what is too old", 0)
ERASE = JobPlan("finish erasing", 600, rest_s=20)

JOBS = (TIDY, INDEX, TRAIN, CALENDARS, PLAN_DAY, FIGURES, KEEP, DROP, ERASE)
"""All of them, in the order they are told. A new one is put in front of what it is to be done before."""
