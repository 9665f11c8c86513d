"""Sessions of some days: those that were started, and those seen afterwards in what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from engine.domain.clock import MS_PER_HOUR
from engine.domain.focus_choices import Level
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, SessionReport, Started
from engine.domain.intervals import Interval
from engine.planning.focus.detect import detected
from engine.planning.focus.seen import FocusSources, report_of

REACH_MS = 4 * MS_PER_HOUR
"""What is recorded so long before and after the days asked for is read too, so that a session is the same for all."""


def sessions_between(
    span: Interval, started: Sequence[tuple[FocusSession, Sequence[PhaseSpan]]], sources: FocusSources, now_ms: int
) -> list[SessionReport]:
    """Return the sessions that share time with the span, in order; started: with all their phases, up to now."""
    lengths = [Interval(one.start_ms, _end_ms(one, phases)) for one, phases in started]
    first = min([span.start_ms - REACH_MS, *(one.start_ms for one in lengths)])
    last = min(max([span.end_ms + REACH_MS, *(one.end_ms for one in lengths)]), max(now_ms, first))
    rows, weight = sources.rows(first, last), cache(sources.tree().weight)
    found = [
        (
            FocusSession(one.start_ms, one.end_ms, started=Started.DETECTED, level=Level.OFF),
            [PhaseSpan(Phase.WORK, one)],
        )
        for one in detected(rows, lengths, now_ms, weight)
        if one.start_ms < span.end_ms and one.end_ms > span.start_ms
    ]
    both = sorted([*started, *found], key=lambda one: (one[0].start_ms, one[0].id))
    return [report_of(session, phases, rows, weight, sources.figures) for session, phases in both]


def _end_ms(session: FocusSession, phases: Sequence[PhaseSpan]) -> int:
    reached = phases[-1].interval.end_ms if phases else session.start_ms
    return max(session.start_ms, reached if session.end_ms is None else session.end_ms)
