"""What the page shows of the learned models, as read at one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.domain.model_status import Effect, Head, HeadStatus, MindStatus, PolicyEffect, RunState, TrainingRun

if TYPE_CHECKING:
    from engine.api import Mind


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of recommendations, and how well ratings agree with the score (None: too few of them)."""

    effect: Effect
    agreement: float | None


def read_effect(mind: Mind) -> CameOf:
    """Read what came of recommendations; off the GUI thread."""
    return CameOf(mind.effect(), mind.ratings_agreement())


@dataclass(frozen=True, slots=True)
class WeekUse:
    """What one week's recommendations came to, of all policies; first: the week's first day as ISO date."""

    first: str
    shown: int
    used: int

    @property
    def share(self) -> float | None:
        """The share of what was shown that was opened or accepted, None where nothing was shown."""
        return min(1.0, self.used / self.shown) if self.shown else None


def used_of(effect: PolicyEffect) -> int:
    """Return how many of a policy's recommendations were opened or accepted."""
    return effect.accepted + effect.opened


def weeks_of(effect: Effect) -> list[WeekUse]:
    """Return the weeks in their order, all policies together."""
    shown: dict[str, int] = defaultdict(int)
    used: dict[str, int] = defaultdict(int)
    for first, one in effect.weeks:
        shown[first] += one.shown
        used[first] += used_of(one)
    return [WeekUse(first, shown[first], used[first]) for first in sorted(shown)]


def heads_of(status: MindStatus) -> tuple[HeadStatus, ...]:
    """Return the heads of the run in use, else of the last one that was finished."""
    if status.in_use is not None and status.in_use.heads:
        return status.in_use.heads
    return next((run.heads for run in _by_time(status.runs) if run.heads), ())


def history_of(status: MindStatus, head: Head) -> list[tuple[TrainingRun, HeadStatus]]:
    """Return one head in the runs that measured it, the earliest first."""
    found = ((run, one) for run in _by_time(status.runs) for one in run.heads if one.head is head and one.cases)
    return list(found)[::-1]


def running(status: MindStatus) -> TrainingRun | None:
    """Return the run going on, as far as it is known."""
    return next((run for run in _by_time(status.runs) if run.state is RunState.RUNNING), None)


def usual_ms(status: MindStatus) -> int | None:
    """Return how long the last finished run took, None where there is none."""
    done = (run for run in _by_time(status.runs) if run.state is RunState.DONE)
    return next((max(1, run.finished_ms - run.started_ms) for run in done), None)


def _by_time(runs: Iterable[TrainingRun]) -> list[TrainingRun]:
    return sorted(runs, key=lambda run: -run.started_ms)
