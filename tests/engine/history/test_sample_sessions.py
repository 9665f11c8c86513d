"""The made-up person's focus sessions: over, apart, within their work, and stored once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from helpers.manual_clock import ManualClock

from engine.api.demo import Demo
from engine.domain.focus_session import Phase
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.history.sample_days import planned_days
from engine.history.sample_sessions import sample_sessions
from engine.storage.database import Database
from engine.storage.focus_sessions import FocusSessionStore

DAYS = 40


def test_they_are_over_apart_and_within_work() -> None:
    now = ManualClock().now()
    sessions = list(sample_sessions(DAYS, 1, now))
    assert 15 <= len(sessions) <= 120
    work = [one.interval for one in planned_days(DAYS, 1, now) if one.presence is Presence.ACTIVE]
    spans = [Interval(one.start_ms, one.end_ms or 0) for one, _ in sessions]
    assert all(any(part.clip(span) == span for part in [one.clip(span) for one in work] if part) for span in spans)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(spans))
    assert spans[-1].end_ms < now.wall_ms
    for (session, phases), span in zip(sessions, spans, strict=True):
        assert (phases[0].interval.start_ms, phases[-1].interval.end_ms) == (span.start_ms, span.end_ms)
        assert phases[0].phase is Phase.WORK
        assert session.rating in {None, 2, 3, 4, 5}


def test_the_demo_stores_them_once(tmp_path: Path) -> None:
    database, clock = Database.open(tmp_path / "kairos.sqlite3"), ManualClock()
    try:
        demo, store = Demo(database, clock), FocusSessionStore(database)
        demo.fill(10)
        first = store.between(0, clock.wall_ms)
        assert [one.start_ms for one, _ in first] == [one.start_ms for one, _ in sample_sessions(10, 1, clock.now())]
        demo.fill(10)
        assert store.between(0, clock.wall_ms) == first
        assert store.running() is None
    finally:
        database.close()
