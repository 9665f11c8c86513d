"""What a session is told from: recorded time, categories and the person's settings. Loads; decides nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.domain.categories import CategoryTree
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import DayRule
from engine.domain.focus_session import FocusSession, PhaseSpan, SessionReport
from engine.domain.intervals import Interval
from engine.domain.stream_row import StreamRow
from engine.planning.focus.account import Figures, Weight, account_of
from engine.planning.focus.attendance import HOLE_MS, Attendance, attendance
from engine.planning.focus.course import WORKING, Course, course_of
from engine.settings import FocusSettings

Rows = Callable[[int, int], Sequence[StreamRow]]
"""Gives what counts of the history between two moments (UTC milliseconds), cut there, in order, without overlaps."""


@dataclass(frozen=True, slots=True)
class FocusSources:
    """Where the service gets what other rooms know. Each is asked anew whenever it is needed.

    meeting: whether a row is one, by its category's path too. close: asks the window in front to close if it is of that
    app, and returns whether it could ask. rule: how days are cut here. rated: stores a rating of the time before a
    moment for the models.
    """

    rows: Rows
    tree: Callable[[], CategoryTree]
    meeting: Callable[[StreamRow, CategoryTree], bool]
    figures: Figures
    settings: Callable[[], FocusSettings]
    close: Callable[[str], bool]
    rule: Callable[[], DayRule]
    rated: Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """A running session as it was found at now_ms: what was recorded since it began, and how it went."""

    session: FocusSession
    rows: Sequence[StreamRow]
    course: Course
    now_ms: int


def look(session: FocusSession, stored: Sequence[PhaseSpan], rows: Rows, now_ms: int) -> Looked:
    """Return how a running session stands; a clock set back leaves it where it was last.

    It is told up to the last sign of life of the record, some seconds ago: nothing is decided by time of which it is
    not known yet whether the person was there, or who looked later would find another end.
    """
    reached = stored[-1].interval.end_ms if stored else session.start_ms
    now_ms = max(now_ms, reached)
    found = rows(session.start_ms, now_ms)
    told_ms = found[-1].end_ms if found else now_ms
    until_ms = now_ms if now_ms - told_ms > HOLE_MS else max(told_ms, reached)
    course = course_of(session, stored, _attended(session, found, until_ms))
    return Looked(session, found, course, now_ms)


def report_of(
    session: FocusSession, phases: Sequence[PhaseSpan], rows: Sequence[StreamRow], weight: Weight, figures: Figures
) -> SessionReport:
    """Return the report of a session whose phases are known; rows: in order, may reach over its bounds."""
    end_ms = max((one.interval.end_ms for one in phases), default=session.start_ms)
    own = between(rows, session.start_ms, end_ms)
    seen = _attended(session, own, end_ms)
    spans = (one.interval for one in phases if one.phase in WORKING)
    work_ms = sum(seen.there_ms(one.start_ms, one.end_ms) for one in spans)
    return account_of(session, phases, own, work_ms, weight, figures)


def between(rows: Sequence[StreamRow], start_ms: int, end_ms: int) -> Sequence[StreamRow]:
    """Return the rows that share time with [start_ms, end_ms)."""
    first = bisect_right(rows, start_ms, key=lambda row: row.end_ms)
    return rows[first : bisect_left(rows, end_ms, key=lambda row: row.start_ms)]


def _attended(session: FocusSession, rows: Sequence[StreamRow], until_ms: int) -> Attendance:
    span = Interval(session.start_ms, max(until_ms, session.start_ms))
    return attendance(rows, span, session.timing.work * MS_PER_MINUTE)
