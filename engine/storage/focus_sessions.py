"""Focus sessions and the phases of them that are over, as stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from engine.domain.errors import UsageError
from engine.domain.focus_choices import Level, Rhythm
from engine.domain.focus_session import FocusSession, Phase, PhaseSpan, Started, Timing
from engine.domain.intervals import Interval
from engine.storage.database import Database
from engine.storage.tables import focus_session, session_phase

Phases = tuple[PhaseSpan, ...]


class FocusSessionStore:
    """Reads and writes sessions; at most one of them runs. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, new: FocusSession) -> FocusSession | None:
        """Store a session that runs and return it with its number; None where another one runs already."""
        with self._database.writing() as connection:
            if connection.execute(select(focus_session.c.id).where(focus_session.c.running == 1)).first():
                return None
            stored = connection.execute(insert(focus_session).returning(focus_session), _columns(new)).one()
            return _session(stored)

    def add(self, sessions: Iterable[tuple[FocusSession, Sequence[PhaseSpan]]]) -> int:
        """Store sessions that are over, with their phases, all or none; returns how many."""
        with self._database.writing() as connection:
            many = 0
            for many, (one, phases) in enumerate(sessions, start=1):  # noqa: B007  (the count is wanted afterwards)
                stored = connection.execute(insert(focus_session).returning(focus_session.c.id), _columns(one))
                _put_phases(connection, int(stored.scalar_one()), phases)
        return many

    def running(self) -> tuple[FocusSession, Phases] | None:
        """Return the session that runs and its phases that are over."""
        with self._database.reading() as connection:
            row = connection.execute(select(focus_session).where(focus_session.c.running == 1)).one_or_none()
            return None if row is None else (_session(row), _phases(connection, [row.id]).get(row.id, ()))

    def end(self, session_id: int, end_ms: int, phases: Sequence[PhaseSpan]) -> bool:
        """End a running session; returns whether this call did it."""
        with self._database.writing() as connection:
            mine = (focus_session.c.id == session_id) & (focus_session.c.running == 1)
            over = {"end_ms": end_ms, "running": None}
            if not connection.execute(update(focus_session).where(mine).values(over)).rowcount:
                return False
            _put_phases(connection, session_id, phases)
            return True

    def note_phases(self, session_id: int, phases: Sequence[PhaseSpan]) -> bool:
        """Replace the phases of a running session; returns whether it still runs."""
        with self._database.writing() as connection:
            mine = (focus_session.c.id == session_id) & (focus_session.c.running == 1)
            if connection.execute(select(focus_session.c.id).where(mine)).first() is None:
                return False
            _put_phases(connection, session_id, phases)
            return True

    def get(self, session_id: int) -> tuple[FocusSession, Phases] | None:
        """Return a session by its number, None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(focus_session).where(focus_session.c.id == session_id)).one_or_none()
            return None if row is None else (_session(row), _phases(connection, [session_id]).get(session_id, ()))

    def between(self, start_ms: int, end_ms: int) -> list[tuple[FocusSession, Phases]]:
        """Return the sessions that share time with [start_ms, end_ms), in order; one that runs shares it with now."""
        wanted = select(focus_session).where(
            focus_session.c.start_ms < end_ms,
            or_(focus_session.c.end_ms.is_(None), focus_session.c.end_ms > start_ms),
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(focus_session.c.start_ms, focus_session.c.id)).all()
            phases = _phases(connection, [row.id for row in rows])
        return [(_session(row), phases.get(row.id, ())) for row in rows]

    def rate(self, session_id: int, value: int) -> None:
        """Store how focused the person says a session was; UsageError for what is not 1 to 5, or no session over."""
        if value not in range(1, 6):
            raise UsageError("A rating is a number from 1 (scattered) to 5 (focused).")
        over = (focus_session.c.id == session_id) & focus_session.c.end_ms.is_not(None)
        with self._database.writing() as connection:
            if not connection.execute(update(focus_session).where(over).values(rating=value)).rowcount:
                raise UsageError(f"There is no session {session_id} that is over. See: kairos focus list")


def _put_phases(connection: Connection, session_id: int, phases: Sequence[PhaseSpan]) -> None:
    connection.execute(delete(session_phase).where(session_phase.c.session_id == session_id))
    rows = [
        {
            "session_id": session_id,
            "start_ms": one.interval.start_ms,
            "end_ms": one.interval.end_ms,
            "phase": one.phase.value,
        }
        for one in phases
    ]
    if rows:
        connection.execute(insert(session_phase), rows)


def _phases(connection: Connection, sessions: Sequence[int]) -> dict[int, Phases]:
    wanted = select(session_phase).where(session_phase.c.session_id.in_(sessions))
    found: dict[int, list[PhaseSpan]] = {}
    for row in connection.execute(wanted.order_by(session_phase.c.session_id, session_phase.c.start_ms)):
        span = PhaseSpan(Phase(row.phase), Interval(row.start_ms, row.end_ms))
        found.setdefault(row.session_id, []).append(span)
    return {session: tuple(spans) for session, spans in found.items()}


def _session(row: Any) -> FocusSession:
    timing = Timing(Rhythm(row.rhythm), row.work, row.rest, row.long_rest, row.rounds)
    return FocusSession(
        start_ms=row.start_ms,
        end_ms=row.end_ms,
        timing=timing,
        started=Started(row.started),
        intention=row.intention,
        block_id=row.block_id,
        level=Level(row.level),
        rating=row.rating,
        id=row.id,
    )


def _columns(one: FocusSession) -> dict[str, Any]:
    timing = one.timing
    return {
        "start_ms": one.start_ms,
        "end_ms": one.end_ms,
        "started": one.started.value,
        "rhythm": timing.rhythm.value,
        "work": timing.work,
        "rest": timing.rest,
        "long_rest": timing.long_rest,
        "rounds": timing.rounds,
        "intention": one.intention,
        "block_id": one.block_id,
        "level": one.level.value,
        "rating": one.rating,
        "running": 1 if one.end_ms is None else None,
    }
