"""The person's goals, as stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.storage.database import Database
from engine.storage.tables import category, goal


class GoalStore:
    """Reads and writes goals; one for a category goes with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Goal]:
        """Return every goal, in the order they were made."""
        with self._database.reading() as connection:
            return [goal_of(row) for row in connection.execute(select(goal).order_by(goal.c.id))]

    def add(self, new: Goal, made_ms: int) -> Goal:
        """Store a goal and return it with its number; UsageError where its category is gone."""
        with self._database.writing() as connection:
            values = {**goal_columns(connection, new), "made_ms": made_ms}
            return goal_of(connection.execute(insert(goal).returning(goal), values).one())

    def change(self, changed: Goal) -> Goal:
        """Replace the goal of that number, but for when it was made; UsageError where it or its target is gone."""
        with self._database.writing() as connection:
            values = goal_columns(connection, changed)
            done = update(goal).where(goal.c.id == changed.id).values(values).returning(goal)
            stored = connection.execute(done).one_or_none()
        if stored is None:
            raise UsageError("This goal is gone. Load the goals anew.")
        return goal_of(stored)

    def remove(self, goal_id: int) -> None:
        """Remove a goal; UsageError where there is none of that number."""
        with self._database.writing() as connection:
            if not connection.execute(delete(goal).where(goal.c.id == goal_id)).rowcount:
                raise UsageError(f"There is no goal {goal_id}.")


def goal_of(row: Any) -> Goal:
    """Return the goal a row stands for."""
    weekdays = frozenset(day for day in range(7) if row.weekdays >> day & 1)
    target = row.category_id if row.category_id is not None else row.name
    return Goal(
        Direction(row.direction), Measure(row.measure), target, row.minutes, Per(row.per), weekdays, row.id, row.made_ms
    )


def goal_columns(connection: Connection, one: Goal) -> dict[str, Any]:
    """Return a goal's row but for its number and when it was made; UsageError where its category is gone."""
    of_category = one.measure is Measure.CATEGORY
    if of_category and connection.execute(select(category.c.id).where(category.c.id == one.target)).first() is None:
        raise UsageError("The category of this goal is gone. Choose another one.")
    return {
        "direction": one.direction.value,
        "measure": one.measure.value,
        "category_id": one.target if of_category else None,
        "name": one.target if one.measure in {Measure.APP, Measure.PROJECT} else None,
        "minutes": one.minutes,
        "per": one.per.value,
        "weekdays": sum(1 << day for day in one.weekdays),
    }
