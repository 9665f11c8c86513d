"""Recorded time for focus sessions, written in minutes."""

from __future__ import annotations

from engine.domain.focus_choices import Level
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, Timing
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow

NINE_MS = 1_772_442_000_000  # 2026-03-02 09:00 UTC
MINUTE = 60_000
WORK, MAIL, VIDEO = 1, 2, 3
"""Categories of the focus weights 2, 0 and -2."""
WEIGHTS = {WORK: 2, MAIL: 0, VIDEO: -2}

_APPS = {WORK: "editor", MAIL: "mail", VIDEO: "player"}


def at(minutes: float) -> int:
    """Return the moment so many minutes after nine."""
    return NINE_MS + round(minutes * MINUTE)


def weight(category: int) -> int:
    """Return the focus weight of a category."""
    return WEIGHTS.get(category, 0)


def day(*parts: tuple[float, int | Presence | tuple[int, str] | None], start: float = 0) -> list[StreamRow]:
    """Return rows one after the other: minutes, and a category, a presence, None for a hole, or category and app."""
    rows: list[StreamRow] = []
    reached = at(start)
    for minutes, what in parts:
        end = reached + round(minutes * MINUTE)
        if isinstance(what, Presence):
            rows.append(StreamRow(reached, end, "UTC", what, "", "", 0, 0))
        elif isinstance(what, tuple):
            rows.append(StreamRow(reached, end, "UTC", Presence.ACTIVE, what[1], "", what[0], 0))
        elif what is not None:
            rows.append(StreamRow(reached, end, "UTC", Presence.ACTIVE, _APPS[what], "", what, 0))
        reached = end
    return rows


def session(timing: Timing | None = None, level: Level = Level.NOTICE, start: float = 0) -> FocusSession:
    """Return a session that runs since nine."""
    return FocusSession(at(start), None, timing or Timing(), level=level, id=1)


def span(phase: Phase, start: float, end: float) -> PhaseSpan:
    """Return a phase between two moments, in minutes after nine."""
    return PhaseSpan(phase, Interval(at(start), at(end)))


def minutes(ms: int | None) -> float | None:
    """Return a moment as minutes after nine."""
    return None if ms is None else (ms - NINE_MS) / MINUTE
