"""What is told of slots ahead, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Abstention, Reason, ReasonKind, Scored
from engine.mind.calibration import sigmoid
from engine.mind.focus.kernel import Values
from engine.mind.stream.columns import Moments

SLOT_MINUTES = 15.0


@dataclass(frozen=True, slots=True)
class ForecastPart:
    """What one thing adds to every slot: to the log-odds of its being focused, and to the focused minutes expected.

    amount and subject as the kind says; a subject has a part of its own, which adds nothing to slots of others.
    """

    kind: ReasonKind
    log_odds: Values
    minutes: Values
    amount: Values
    subject: str = ""


@dataclass(frozen=True, slots=True)
class SlotForecasts:
    """Slots ahead, every column as long.

    start_s: Unix seconds. probability: that the slot is focused, should the person be at the machine, with a 90 %
    interval low to high. focused_minutes: expected then. base, base_minutes: the person's own mean, to which the
    parts add: base and parts sum to the log-odds of probability, base_minutes and parts to focused_minutes.
    abstains: nothing is known of the slot beyond that mean. abstention: why nothing at all is told, if so.
    """

    start_s: Moments
    probability: Values
    low: Values
    high: Values
    focused_minutes: Values
    abstains: NDArray[np.bool_]
    base: Values
    base_minutes: Values
    parts: tuple[ForecastPart, ...]
    abstention: Abstention | None = None

    def __len__(self) -> int:
        return len(self.start_s)

    @property
    def log_odds(self) -> Values:
        """The score that the parts sum to."""
        return np.asarray(self.base + sum(part.log_odds for part in self.parts))

    def why(self, slot: int) -> Scored:
        """Return the log-odds of one slot with its reasons, the weightiest first."""
        reasons = [
            Reason(part.kind, float(part.log_odds[slot]), part.subject, float(part.amount[slot]))
            for part in self.parts
            if part.log_odds[slot] != 0
        ]
        reasons.sort(key=lambda reason: -abs(reason.adds))
        return Scored(float(self.log_odds[slot]), float(self.base[slot]), tuple(reasons))


def within(base: Values, parts: list[ForecastPart]) -> tuple[Values, ForecastPart]:
    """Return the minutes the parts sum to, kept between 0 and a slot's, and the part that keeps them there."""
    total = np.asarray(base + sum(part.minutes for part in parts))
    kept = np.clip(total, 0.0, SLOT_MINUTES)
    nothing = np.zeros_like(base)
    return kept, ForecastPart(ReasonKind.OTHER, nothing, kept - total, nothing)


def nothing_known(start_s: Moments, why: Abstention, mean: float, minutes: float) -> SlotForecasts:
    """Return slots of which only a mean is told: log-odds and focused minutes."""
    same = np.full(len(start_s), mean)
    return SlotForecasts(
        start_s=start_s,
        probability=sigmoid(same),
        low=np.zeros(len(start_s)),
        high=np.ones(len(start_s)),
        focused_minutes=np.full(len(start_s), minutes),
        abstains=np.ones(len(start_s), dtype=bool),
        base=same,
        base_minutes=np.full(len(start_s), minutes),
        parts=(),
        abstention=why,
    )
