"""What a training run asks of every head, and how it judges what comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from engine.domain.model_status import Head, HeadStatus
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.measures.compared import Compared

FEWEST_CASES = 30
FEWEST_DAYS = 5
"""Fewer later cases, or days they are on, judge nothing."""


class Halted(Exception):
    """Learning was told to leave off; what it had is lost, what other heads learned is kept."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a head is to learn. before_s: from the history before this moment (Unix seconds) alone.

    earlier: what it learned in the run before, None where it has to begin anew. stop: whether to leave off, asked
    often; learning then raises Halted.
    """

    before_s: float
    seed: int
    stop: Callable[[], bool]
    earlier: tuple[Mapping[str, Any], Tensors] | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What a head has learned: numbers, what they are to be read with, and how it did on later weeks."""

    tensors: Tensors
    compared: Compared | None
    config: Mapping[str, Any] = field(default_factory=dict)
    device: str = "cpu"
    fell_back: bool = False


class Trainee(Protocol):
    """A head that can be trained."""

    @property
    def head(self) -> Head:
        """Which one it is."""
        ...

    def learn(self, course: Course) -> Learned | None:
        """Learn, and compare on weeks of the history that lie after what was learned from.

        None where the history has nothing to learn from. Raises Halted.
        """
        ...


def judged(head: Head, compared: Compared | None) -> HeadStatus:
    """Return how a head did; it is live where the whole interval of its gain over the baseline is above zero."""
    if compared is None or not len(compared):
        return HeadStatus(head, "", 0.0, 0.0, "", 0.0, 0.0, 0, live=False)
    gain = compared.gain()
    enough = len(compared) >= FEWEST_CASES and len(np.unique(compared.day)) >= FEWEST_DAYS
    return HeadStatus(
        head,
        compared.metric,
        float(compared.ours.mean()),
        float(compared.baseline.mean()),
        compared.baseline_name,
        gain.low,
        gain.high,
        len(compared),
        live=enough and gain.above_zero,
    )
