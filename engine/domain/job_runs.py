"""What happens by itself as it stands: when it ran last, how that went, when it runs next."""

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
