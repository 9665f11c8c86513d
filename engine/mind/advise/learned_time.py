"""The learned focus forecast as the choice of a block takes it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.mind.advise.focus_time import Ahead
from engine.mind.blocks.chances import SLOT_S, Chances, Part
from engine.mind.focus.forecaster import Conditioned, Forecaster
from engine.mind.focus.forecasts import SlotForecasts
from engine.mind.stream.columns import Stream


class LearnedForesight:
    """Tells of slots ahead by a forecaster; what it read of the history is kept until the next slot begins."""

    def __init__(self, forecaster: Forecaster) -> None:
        self._forecaster = forecaster
        self._read: tuple[float, float, Conditioned] | None = None

    def __call__(self, stream: Stream, now_s: float, ahead: Ahead, purposes: Sequence[str]) -> Chances:
        """Return what is told of the slots."""
        first_s = float(stream.start_s[0]) if len(stream) else 0.0
        slot = now_s // SLOT_S
        if self._read is None or self._read[:2] != (slot, first_s):
            self._read = slot, first_s, self._forecaster.condition(stream)
        told = self._read[2].forecast(ahead.start_s, purposes, now_s=now_s, local_s=ahead.local_s)
        return as_chances(told)


def as_chances(told: SlotForecasts) -> Chances:
    """Return a forecast with its reasons in minutes."""
    parts = tuple(Part(part.kind, part.minutes, part.amount, part.subject) for part in told.parts)
    return Chances(told.start_s, told.probability, told.low, told.high, told.focused_minutes, told.abstains, parts)
