"""When to say something about a distraction, and what. Pure.

It is said while a session works and the person is there, once something of a negative focus weight has been in front
without a pause for longer than the person's own limit. It never gets louder: the level is the session's. Whatever the
answer, or none, it is quiet for QUIET_MS afterwards; an app called work is fine for the rest of the session. Nothing is
said in a meeting, in a break, or while a break is offered anyway. Closing needs the person's contract; without one
that holds it is friction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.domain.clock import MS_PER_MINUTE, MS_PER_SECOND
from engine.domain.focus_choices import Level
from engine.domain.focus_session import GivenNudge, Nudge, NudgeAnswer, Phase, SessionState
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.planning.focus.attendance import in_front
from engine.planning.focus.course import WORKING

QUIET_MS = 5 * MS_PER_MINUTE
"""How long nothing more is said after a nudge, and after its answer."""

_BLINK_MS = 2 * MS_PER_SECOND  # a hole or a look elsewhere this short breaks nothing


@dataclass(frozen=True, slots=True)
class Limits:
    """after_ms: so long a distraction may stay in front. friction_s: of the countdown. contract: whether one holds."""

    after_ms: int
    friction_s: int
    contract: bool


@dataclass(frozen=True, slots=True)
class Eyes:
    """What tells a distraction: the focus weight of a category, and whether what is in front is a meeting."""

    weight: Callable[[int], int]
    meeting: Callable[[StreamRow], bool]

    def distracts(self, row: StreamRow, given: Sequence[GivenNudge]) -> bool:
        """Whether something distracting was in front that the person has not called work."""
        fine = any(one.answer is NudgeAnswer.WORK and one.app == row.app for one in given)
        return row.presence is Presence.ACTIVE and not fine and self.weight(row.category) < 0


def nudge_due(
    state: SessionState, rows: Sequence[StreamRow], now_ms: int, given: Sequence[GivenNudge], eyes: Eyes, limits: Limits
) -> Nudge | None:
    """Return the nudge to give now, without a key; None where nothing is to be said.

    rows: what was recorded since the session began, in order; given: the session's nudges so far.
    """
    front = in_front(rows, now_ms)
    if front is None or not _speaks(state) or not eyes.distracts(front, given):
        return None
    works_since_ms = state.phase_started_ms if state.phase is Phase.WORK else state.session.start_ms
    since_ms = max(_since(rows, eyes, given), works_since_ms)
    if now_ms - since_ms < limits.after_ms or _quiet(given, now_ms) or eyes.meeting(front):
        return None
    level = state.session.level
    if level is Level.CLOSE and not limits.contract:
        level = Level.FRICTION
    friction_s = 0 if level is Level.NOTICE else limits.friction_s
    return Nudge(level, front.app, front.category, since_ms, friction_s)


def may_distract(state: SessionState, rows: Sequence[StreamRow], now_ms: int, eyes: Eyes) -> bool:
    """Whether anything distracting is in front of a session that speaks: cheap, before more is read."""
    front = in_front(rows, now_ms)
    return front is not None and _speaks(state) and eyes.distracts(front, ())


def _speaks(state: SessionState) -> bool:
    works = state.phase in WORKING and not state.away and not state.break_offered
    return works and state.session.level is not Level.OFF


def _quiet(given: Sequence[GivenNudge], now_ms: int) -> bool:
    return any(abs(now_ms - max(one.at_ms, one.answered_ms or 0)) < QUIET_MS for one in given)


def _since(rows: Sequence[StreamRow], eyes: Eyes, given: Sequence[GivenNudge]) -> int:
    """Return since when something distracting is in front."""
    since_ms = rows[-1].start_ms
    for row in reversed(rows):
        if since_ms - row.end_ms > _BLINK_MS:
            break
        if eyes.distracts(row, given):
            since_ms = row.start_ms
        elif row.end_ms - row.start_ms > _BLINK_MS:
            break
    return since_ms
