"""When something is said about a distraction, and when not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from helpers.focus_rows import MAIL, MINUTE, VIDEO, WORK, at, day, minutes, session, weight

from engine.domain.focus_choices import Level
from engine.domain.focus_session import GivenNudge, Nudge, NudgeAnswer, Phase, SessionState
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.planning.focus.nudging import Eyes, Limits, may_distract, nudge_due

ROWS = day((20, WORK), (10, VIDEO))
EYES = Eyes(weight, lambda _row: False)


def state(phase: Phase = Phase.WORK, level: Level = Level.NOTICE, started: float = 0) -> SessionState:
    """Return a session in a phase."""
    return SessionState(session(level=level), phase, at(started), None, 1, 0)


def nudge(
    now: float,
    rows: Sequence[StreamRow] = ROWS,
    *,
    of: SessionState | None = None,
    given: Sequence[GivenNudge] = (),
    eyes: Eyes = EYES,
    contract: bool = False,
) -> Nudge | None:
    """Return what is said so many minutes after nine, where a minute is too long."""
    known = [row._replace(end_ms=min(row.end_ms, at(now))) for row in rows if row.start_ms < at(now)]
    limits = Limits(MINUTE, 10, contract)
    asked = of or state()
    found = nudge_due(asked, known, at(now), given, eyes, limits)
    assert found is None or may_distract(asked, known, at(now), eyes)
    return found


def test_it_is_said_once_the_limit_is_passed_and_not_before() -> None:
    assert nudge(20.9) is None
    found = nudge(21)
    assert found is not None
    assert (found.level, found.app, found.category_id, minutes(found.since_ms)) == (Level.NOTICE, "player", VIDEO, 20)
    assert found.friction_s == 0


def test_the_time_goes_on_over_two_distracting_apps_and_begins_anew_after_anything_else() -> None:
    two = day((20, WORK), (0.7, VIDEO), (0.7, (VIDEO, "feed")))
    found = nudge(21.2, two)
    assert found is not None
    assert (found.app, minutes(found.since_ms)) == ("feed", 20)
    for between in (WORK, MAIL, Presence.IDLE, None):
        assert nudge(21.9, day((20, WORK), (0.9, VIDEO), (0.2, between), (5, VIDEO))) is None


@pytest.mark.parametrize(
    "one",
    [
        state(Phase.BREAK),
        state(Phase.LONG_BREAK),
        state(level=Level.OFF),
        replace(state(), away=True),
        replace(state(Phase.OVERTIME), break_offered=True),
    ],
)
def test_nothing_is_said_in_a_break_when_away_or_where_the_person_does_not_want_it(one: SessionState) -> None:
    assert nudge(25, of=one) is None


def test_overtime_speaks_and_a_phase_of_work_counts_from_its_start() -> None:
    assert nudge(25, of=state(Phase.OVERTIME, started=24.5)) is not None
    assert nudge(25, of=state(started=24.5)) is None
    assert nudge(25.5, of=state(started=24.5)) is not None


def test_nothing_is_said_in_a_meeting_of_what_is_not_distracting_or_stale() -> None:
    assert nudge(25, eyes=Eyes(weight, lambda row: row.app == "player")) is None
    assert nudge(25, day((30, MAIL))) is None
    assert nudge(25, day((20, WORK), (3, VIDEO))) is None  # nothing is known of the last two minutes
    assert nudge(25, day((20, WORK), (10, Presence.IDLE))) is None
    assert nudge(25, []) is None


def test_closing_needs_a_contract_and_friction_tells_its_length() -> None:
    close = state(level=Level.CLOSE)
    with_it, without = nudge(25, of=close, contract=True), nudge(25, of=close)
    assert with_it is not None
    assert without is not None
    assert (with_it.level, without.level, without.friction_s) == (Level.CLOSE, Level.FRICTION, 10)


def test_it_is_quiet_after_a_nudge_and_after_its_answer() -> None:
    assert nudge(24, given=[GivenNudge(at(21), "player")]) is None
    assert nudge(26.1, given=[GivenNudge(at(21), "player")]) is not None
    late = [GivenNudge(at(21), "player", NudgeAnswer.MORE, at(23))]
    assert nudge(27.9, given=late) is None
    assert nudge(28, given=late) is not None


def test_an_app_called_work_is_fine_for_the_session_and_others_are_not() -> None:
    said = [GivenNudge(at(1), "player", NudgeAnswer.WORK, at(1))]
    assert nudge(29, given=said) is None
    other = day((20, WORK), (4, VIDEO), (4, (VIDEO, "feed")))
    found = nudge(26, other, given=said)
    assert found is not None
    assert minutes(found.since_ms) == 24
