"""What is expected of the quarters of an hour ahead, as the planner takes it from whoever forecasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from engine.domain.clock import Instant
from engine.domain.proposals import Basis
from engine.domain.recommended import ReasonKind


@dataclass(frozen=True, slots=True)
class ForecastShare:
    """What one thing adds to the focused minutes of every slot; amount and subject as its kind says."""

    kind: ReasonKind
    minutes: tuple[float, ...]
    amount: tuple[float, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class WeekForecast:
    """Slots of a quarter of an hour that follow each other; every tuple has one entry a slot.

    minutes: focused ones expected, 0 to 15, if the slot is given to focused work. basis: what each rests on. parts:
    what the minutes are made of; what they leave out nobody tells. run: the training run learned in, 0 for none.
    """

    minutes: tuple[float, ...]
    basis: tuple[Basis, ...]
    parts: tuple[ForecastShare, ...] = ()
    run: int = 0


class WeekForesight(Protocol):
    """What tells of the slots ahead; raises Storage errors."""

    def __call__(self, now: Instant, start_ms: int, slots: int) -> WeekForecast:
        """Return what is told of so many slots from start_ms on, each as if nothing were planned in it."""
        ...
