"""What was said about distractions, and the answers; never a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Insert, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from engine.domain.clock import MS_PER_HOUR
from engine.domain.focus_session import GivenNudge, Nudge, NudgeAnswer
from engine.storage.database import Database
from engine.storage.tables import nudge

KEPT_MS = 2 * 365 * 24 * MS_PER_HOUR
"""A nudge names an app, so it is kept as long as apps and categories are."""


class NudgeStore:
    """Keeps nudges; those of a session go with it. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, session_id: int) -> list[GivenNudge]:
        """Return the nudges of a session, in order."""
        wanted = select(nudge).where(nudge.c.session_id == session_id).order_by(nudge.c.id)
        with self._database.reading() as connection:
            return [_given(row) for row in connection.execute(wanted)]

    def claim(self, session_id: int, at_ms: int, one: Nudge) -> bool:
        """Store a nudge; returns whether this call was the first to store one of that key."""
        row = {
            "session_id": session_id,
            "at_ms": at_ms,
            "level": one.level.value,
            "key": one.key,
            "category_id": one.category_id,
            "app": one.app,
            "answer": "",
        }
        this: Insert = insert(nudge).values(row).on_conflict_do_nothing(index_elements=[nudge.c.key])
        with self._database.writing() as connection:
            connection.execute(delete(nudge).where(nudge.c.at_ms < at_ms - KEPT_MS))
            return bool(connection.execute(this).rowcount)

    def answer(self, key: str, answer: NudgeAnswer, at_ms: int) -> bool:
        """Store the answer to a nudge, in place of an earlier one; returns whether there is such a nudge."""
        said = update(nudge).where(nudge.c.key == key).values(answer=answer.value, answered_ms=at_ms)
        with self._database.writing() as connection:
            return bool(connection.execute(said).rowcount)

    def counted(self, sessions: Sequence[int]) -> dict[int, int]:
        """Return how many nudges each of these sessions had; those without any are left out."""
        wanted = select(nudge.c.session_id, func.count()).where(nudge.c.session_id.in_(sessions))
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(wanted.group_by(nudge.c.session_id))}


def _given(row: Any) -> GivenNudge:
    return GivenNudge(row.at_ms, row.app, NudgeAnswer(row.answer) if row.answer else None, row.answered_ms)
