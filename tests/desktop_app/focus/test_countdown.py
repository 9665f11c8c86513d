"""What the clock of a session shows between two questions to the engine."""

from __future__ import annotations

import pytest

from desktop_app.focus.countdown import countdown
from engine.domain.focus_session import FocusSession, Phase, SessionState

MINUTE = 60_000


def _state(phase: Phase, ends_ms: int | None, *, worked_ms: int = 0, away: bool = False) -> SessionState:
    return SessionState(FocusSession(0, None), phase, 0, ends_ms, 1, worked_ms, away=away)


@pytest.mark.parametrize(
    ("state", "now_ms", "text", "up"),
    [
        (_state(Phase.WORK, 50 * MINUTE), 20 * MINUTE, "30:00", False),
        (_state(Phase.WORK, 50 * MINUTE), 20 * MINUTE + 1_500, "29:58", False),
        (_state(Phase.WORK, 90 * MINUTE), 0, "90:00", False),
        (_state(Phase.BREAK, 5 * MINUTE), 9 * MINUTE, "0:00", False),
        (_state(Phase.OVERTIME, None), 2 * MINUTE, "2:00", True),
        (_state(Phase.WORK, None, worked_ms=7 * MINUTE), 30 * MINUTE, "27:00", True),
        (_state(Phase.WORK, 50 * MINUTE, away=True), 30 * MINUTE, "40:00", False),
    ],
)
def test_what_is_shown(state: SessionState, now_ms: int, text: str, up: bool) -> None:
    shown = countdown(state, 10 * MINUTE, now_ms)
    assert (shown.text, shown.up) == (text, up)
    assert 0.0 <= shown.share <= 1.0


def test_the_ring_empties_with_the_phase() -> None:
    state = _state(Phase.WORK, 40 * MINUTE)
    assert countdown(state, 0, 10 * MINUTE).share == pytest.approx(0.75)
