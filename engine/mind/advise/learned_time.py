"""The learned focus forecast as the choice of a block takes it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from engine.domain.advice_sources import Meant
from engine.domain.clock import MS_PER_SECOND
from engine.mind.advise.focus_time import Ahead
from engine.mind.blocks.chances import SLOT_S, Chances, Part
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.forecasts import SlotForecasts
from engine.mind.focus.history import Planned
from engine.mind.stream.columns import Stream


class LearnedForesight:
    """Tells of slots ahead by a forecaster; what it told is told again until the next slot begins.

    Telling of a week takes some tenths of a second, and what is in front now is much the same for a quarter of an hour.
    """

    def __init__(self, forecaster: Forecaster) -> None:
        self._forecaster = forecaster
        self._told: tuple[Hashable, Chances] | None = None

    def __call__(
        self, stream: Stream, now_s: float, ahead: Ahead, purposes: Sequence[str], planned: Sequence[Meant] = ()
    ) -> Chances:
        """Return what is told of the slots; for a purpose as far as earlier time that was planned for it shows it."""
        first_s = float(stream.start_s[0]) if len(stream) else 0.0
        key = (now_s // SLOT_S, first_s, ahead.start_s.tobytes(), tuple(purposes), tuple(planned))
        if self._told is None or self._told[0] != key:
            read = self._forecaster.condition(stream, map(_planned, planned))
            told = read.forecast(ahead.start_s, purposes, now_s=now_s, local_s=ahead.local_s)
            self._told = key, as_chances(told)
        return self._told[1]


def _planned(one: Meant) -> Planned:
    return Planned(one.interval.start_ms / MS_PER_SECOND, one.interval.end_ms / MS_PER_SECOND, one.subject)


def as_chances(told: SlotForecasts) -> Chances:
    """Return a forecast with its reasons in minutes."""
    parts = tuple(Part(part.kind, part.minutes, part.amount, part.subject) for part in told.parts)
    return Chances(told.start_s, told.probability, told.low, told.high, told.focused_minutes, told.abstains, parts)
