"""What the clock of a session shows between two questions to the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.domain.focus_session import Phase, SessionState

_SECOND: Final = 1_000
_HOUR: Final = 3_600_000


@dataclass(frozen=True, slots=True)
class Countdown:
    """ms: what is left, or how long it has been where up is true. share: of the phase, 0 to 1, for a ring."""

    ms: int
    share: float
    up: bool = False

    @property
    def text(self) -> str:
        """Minutes and seconds; an hour and more in minutes, too, so that a ring has room for it."""
        minutes, seconds = divmod(self.ms // _SECOND, 60)
        return f"{minutes}:{seconds:02}"


def countdown(state: SessionState, asked_ms: int, now_ms: int) -> Countdown:
    """Return what a clock shows now by a state that was asked for at asked_ms; it stands while the person is away."""
    if state.away:
        now_ms = asked_ms
    if state.phase is Phase.OVERTIME:
        return Countdown(max(0, now_ms - state.phase_started_ms), 1.0, up=True)
    if state.phase_ends_ms is None:
        worked_ms = state.worked_ms + max(0, now_ms - asked_ms)
        return Countdown(worked_ms, worked_ms % _HOUR / _HOUR, up=True)
    left_ms = max(0, state.phase_ends_ms - now_ms)
    return Countdown(left_ms, left_ms / max(left_ms, state.phase_ends_ms - state.phase_started_ms, 1))
