"""Whether the learned models are to be trained now by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.model_status import RunState

_AGAIN_MS = {
    RunState.RUNNING: 10 * MS_PER_MINUTE,  # its process died, as nobody is at work
    RunState.STOPPED: MS_PER_HOUR,  # by the person, or for want of power
}
_DAILY_MS = 20 * MS_PER_HOUR
_ANYWAY_MS = 72 * MS_PER_HOUR  # of a person who is never away while the machine runs
_AWAY_MS = 10 * MS_PER_MINUTE


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """What decides it; times in UTC milliseconds.

    history: whether anything was recorded. last: how the last run ended and when, None where there was none. changed:
    the past it learned from was erased or corrected since. active_ms: when the person was last at the machine.
    """

    history: bool
    last: tuple[RunState, int] | None
    changed: bool
    active_ms: int


def is_due(facts: TrainingFacts, now_ms: int) -> bool:
    """Return whether to train: once a day while the person is away, sooner where the past has changed."""
    if not facts.history and not facts.changed:  # where all was erased, the models that knew it are still to go
        return False
    away = now_ms - facts.active_ms >= _AWAY_MS
    if facts.last is None:
        return away
    state, ended_ms = facts.last
    since_ms = abs(now_ms - ended_ms)  # a clock that was set back must not keep it from ever training again
    if since_ms >= _ANYWAY_MS:
        return True
    wait_ms = _AWAY_MS if facts.changed else _DAILY_MS
    return away and since_ms >= _AGAIN_MS.get(state, wait_ms)
