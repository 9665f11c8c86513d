"""What really happened in a session, out of recorded time. Pure.

Only its work is told of: breaks are cut out, and count as time away between two stretches. Score, switches and
stretches are those of reports (engine.reports.focus), from the same code; a stretch that is withheld has no app here
and counts as time without a window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from engine.domain.activity import Observed
from engine.domain.categories import Labels
from engine.domain.clock import MS_PER_SECOND
from engine.domain.focus_session import FocusSession, Interruption, PhaseSpan, SessionReport
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import Focus, LabelledActivity
from engine.domain.stream_row import StreamRow
from engine.domain.unbroken import unbroken
from engine.planning.focus.course import WORKING

Weight = Callable[[int], int]
Figures = Callable[[Sequence[LabelledActivity], Weight], Focus]
"""Tells how collected some activities were, as reports do; they are in order, without overlaps."""

LOOK_MS = 15 * MS_PER_SECOND
"""Focused work that is left for less is not interrupted."""


def account_of(
    session: FocusSession,
    phases: Sequence[PhaseSpan],
    rows: Sequence[StreamRow],
    work_ms: int,
    weight: Weight,
    figures: Figures,
) -> SessionReport:
    """Return the report of a session. rows: what was recorded, in order; work_ms: by the session's clock."""
    work = _working(phases)
    parts = [part for one in work for part in _within(rows, one)]
    activities = _activities(parts, work)
    focus = figures(activities, weight)
    active = [one for one in parts if one.presence is Presence.ACTIVE]
    by_category: Counter[int] = Counter()
    for one in active:
        by_category[one.category] += one.end_ms - one.start_ms
    return SessionReport(
        session=session,
        phases=tuple(phases),
        work_ms=work_ms,
        active_ms=by_category.total(),
        focused_ms=sum(ms for category, ms in by_category.items() if weight(category) > 0),
        distracting_ms=sum(ms for category, ms in by_category.items() if weight(category) < 0),
        switches=focus.switches,
        longest_ms=max((one.interval.length_ms for one in unbroken(activities)), default=0),
        score=None if focus.score is None else round(focus.score),
        interruptions=tuple(_interruptions(parts, work, weight)),
        by_category=tuple(by_category.most_common()),
    )


def _working(phases: Iterable[PhaseSpan]) -> list[Interval]:
    """Return the stretches of work, overtime joined to what it follows."""
    found: list[Interval] = []
    for one in phases:
        if one.phase not in WORKING:
            continue
        if found and found[-1].end_ms == one.interval.start_ms:
            found[-1] = Interval(found[-1].start_ms, one.interval.end_ms)
        else:
            found.append(one.interval)
    return found


def _within(rows: Sequence[StreamRow], span: Interval) -> Iterator[StreamRow]:
    for row in rows:
        start, end = max(row.start_ms, span.start_ms), min(row.end_ms, span.end_ms)
        if start < end:
            yield row._replace(start_ms=start, end_ms=end)


def _activities(parts: Sequence[StreamRow], work: Sequence[Interval]) -> list[LabelledActivity]:
    """Return the parts as reports read them, with time away where breaks were."""
    breaks = [
        StreamRow(before.end_ms, after.start_ms, "UTC", Presence.IDLE, "", "", 0, 0) for before, after in pairwise(work)
    ]
    return [
        LabelledActivity(
            Interval(one.start_ms, one.end_ms),
            Observed(one.presence, one.app, one.title),
            one.zone,
            "",
            Labels(one.category or None),
        )
        for one in sorted([*parts, *breaks])
    ]


def _interruptions(parts: Sequence[StreamRow], work: Sequence[Interval], weight: Weight) -> Iterator[Interruption]:
    """Yield the times between two stretches of focused work, and from the last one to the end of that work."""
    for span in work:
        left_ms: int | None = None
        between: list[StreamRow] = []
        for row in _within(parts, span):
            if row.presence is not Presence.ACTIVE or weight(row.category) <= 0:
                between.append(row)
                continue
            if left_ms is not None and row.start_ms - left_ms >= LOOK_MS:
                yield _interruption(Interval(left_ms, row.start_ms), between, weight)
            left_ms, between = row.end_ms, []
        if left_ms is not None and between and span.end_ms - left_ms >= LOOK_MS:
            yield _interruption(Interval(left_ms, span.end_ms), between, weight)


def _interruption(interval: Interval, rows: Sequence[StreamRow], weight: Weight) -> Interruption:
    """Return the interruption with the category that had most of it; 0 where the person was away or of none."""
    lengths: Counter[int] = Counter()
    distracting = False
    for row in rows:
        lengths[row.category if row.presence is Presence.ACTIVE else 0] += row.end_ms - row.start_ms
        distracting |= row.presence is Presence.ACTIVE and weight(row.category) < 0
    category = lengths.most_common(1)[0][0] if lengths else 0
    return Interruption(interval, category, distracting)
