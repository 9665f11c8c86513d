"""What is known about the learned models of one profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Head(StrEnum):
    """What is predicted; each is used only where it beats its baseline on the person's own later weeks."""

    FOCUS = "focus"
    NEXT_APP = "next_app"
    NEXT_DOCUMENT = "next_document"
    SWITCH = "switch"  # no switch in the next ten minutes
    DISTRACTION = "distraction"  # a distracting category within fifteen minutes
    CATEGORY = "category"  # of what no rule knows
    DOCUMENTS = "documents"  # the recommender of documents


@dataclass(frozen=True, slots=True)
class HeadStatus:
    """One head against its baseline on later weeks (rolling origin): metric by name, higher is better.

    live: it is used. low, high: 95 % interval of ours minus baseline's. cases: predictions compared.
    """

    head: Head
    metric: str
    ours: float
    baseline: float
    baseline_name: str
    low: float
    high: float
    cases: int
    live: bool


class RunState(StrEnum):
    """How a training run ended."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"  # will go on from where it was
    FAILED = "failed"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """One training; times in UTC milliseconds; data_from, data_to: the history it learned from."""

    id: int
    started_ms: int
    finished_ms: int
    state: RunState
    data_from_ms: int
    data_to_ms: int
    cpu_s: float
    parameters: int
    device: str
    heads: tuple[HeadStatus, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class MindStatus:
    """What there is: the run in use (None: baselines), the latest runs, active days of history, whether it trains.

    damaged: the models of the run in use cannot be used; those of the run before or baselines stand in.
    """

    in_use: TrainingRun | None
    runs: tuple[TrainingRun, ...]
    active_days: int
    training: bool
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class PolicyEffect:
    """What came of what one policy showed: counts, and dwell after opening (median, milliseconds)."""

    policy: str
    shown: int
    accepted: int
    opened: int
    dismissed: int
    dwell_ms: int
    value: float | None = None  # off-policy (SNIPS) share of shown that was opened or accepted
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What came of recommendations, by policy and by week (week's first day as ISO date)."""

    policies: tuple[PolicyEffect, ...]
    weeks: tuple[tuple[str, PolicyEffect], ...]
