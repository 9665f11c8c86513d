"""What each week of learning was planned to be, and what came of it, as stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update

from engine.domain.learning import LearningWeek
from engine.storage.database import Database
from engine.storage.tables import learning_week


class LearningWeekStore:
    """Reads and writes weeks of learning."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[LearningWeek]:
        """Return every skill's part of every week that was accepted, oldest first."""
        wanted = select(learning_week).order_by(learning_week.c.week, learning_week.c.skill_id)
        with self._database.reading() as connection:
            return [_week(row) for row in connection.execute(wanted)]

    def replace(self, week: date, parts: Sequence[LearningWeek]) -> None:
        """Store a week's parts in the place of those it had; none takes the week back."""
        with self._database.writing() as connection:
            connection.execute(delete(learning_week).where(learning_week.c.week == week.isoformat()))
            if parts:
                connection.execute(insert(learning_week), [_columns(one) for one in parts])

    def measure(self, parts: Sequence[LearningWeek]) -> None:
        """Store what came of parts that are there."""
        with self._database.writing() as connection:
            for one in parts:
                mine = (learning_week.c.week == one.week.isoformat()) & (learning_week.c.skill_id == one.skill_id)
                connection.execute(update(learning_week).where(mine).values(spent=one.spent, gained=one.gained))


def _week(row: Any) -> LearningWeek:
    week = date.fromisoformat(row.week)
    return LearningWeek(week, row.skill_id, row.made_ms, row.minutes, row.foretold, row.spent, row.gained)


def _columns(one: LearningWeek) -> dict[str, Any]:
    return {
        "week": one.week.isoformat(),
        "skill_id": one.skill_id,
        "made_ms": one.made_ms,
        "minutes": one.minutes,
        "foretold": one.foretold,
        "spent": one.spent,
        "gained": one.gained,
    }
