"""What the person wants to learn, how well it is known, and with what, as stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from engine.domain.errors import UsageError
from engine.domain.learning import ItemKind, LearningItem, Level, LevelSource, Skill
from engine.storage.database import Database
from engine.storage.tables import document_file, learning_item, skill, skill_level


class SkillStore:
    """Reads and writes skills; levels, items, cards and weeks of a skill go with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Skill]:
        """Return every skill, in the order they were made."""
        with self._database.reading() as connection:
            return [_skill(row) for row in connection.execute(select(skill).order_by(skill.c.id))]

    def add(self, new: Skill, made_ms: int) -> Skill:
        """Store a skill and return it with its number; UsageError where one is called so already."""
        with self._database.writing() as connection:
            _check_name(connection, new)
            values = {**_columns(new), "made_ms": made_ms}
            return _skill(connection.execute(insert(skill).returning(skill), values).one())

    def change(self, changed: Skill) -> Skill:
        """Replace the skill of that number, but for when it was made; UsageError where it is gone, and as for add."""
        with self._database.writing() as connection:
            _check_name(connection, changed)
            done = update(skill).where(skill.c.id == changed.id).values(_columns(changed)).returning(skill)
            row = connection.execute(done).one_or_none()
        if row is None:
            raise UsageError("This skill is gone. Load the skills anew.")
        return _skill(row)

    def remove(self, skill_id: int) -> None:
        """Remove a skill with all that is known of it; UsageError where there is none of that number."""
        if not _removed(self._database, skill, skill_id):
            raise UsageError(f"There is no skill {skill_id}.")

    # ---------------------------------------------------------------- levels

    def levels(self) -> list[Level]:
        """Return every level that was told, oldest first."""
        wanted = select(skill_level).order_by(skill_level.c.at_ms, skill_level.c.id)
        with self._database.reading() as connection:
            return [
                Level(row.skill_id, row.at_ms, row.level, LevelSource(row.source)) for row in connection.execute(wanted)
            ]

    def tell(self, level: Level) -> None:
        """Store how well a skill is known."""
        values = {
            "skill_id": level.skill_id,
            "at_ms": level.at_ms,
            "level": level.level,
            "source": level.source.value,
        }
        with self._database.writing() as connection:
            connection.execute(insert(skill_level), values)

    # ---------------------------------------------------------------- items

    def items(self) -> list[LearningItem]:
        """Return everything to learn with, in the order it was added."""
        with self._database.reading() as connection:
            return [_item(row) for row in connection.execute(select(learning_item).order_by(learning_item.c.id))]

    def add_item(self, new: LearningItem) -> LearningItem:
        """Store something to learn with; UsageError where its document is gone."""
        with self._database.writing() as connection:
            known = select(document_file.c.id).where(document_file.c.id == new.document_id)
            if new.document_id is not None and connection.execute(known).first() is None:
                raise UsageError("This document is no longer indexed. Choose another one.")
            values = {
                "skill_id": new.skill_id,
                "kind": new.kind.value,
                "title": new.title,
                "document_id": new.document_id,
                "minutes": new.minutes,
            }
            return _item(connection.execute(insert(learning_item).returning(learning_item), values).one())

    def finish_item(self, item_id: int, done_ms: int | None) -> LearningItem:
        """Say when something was done, None for not yet; UsageError where it is gone."""
        done = update(learning_item).where(learning_item.c.id == item_id).values(done_ms=done_ms)
        with self._database.writing() as connection:
            row = connection.execute(done.returning(learning_item)).one_or_none()
        if row is None:
            raise UsageError(f"There is no item {item_id}. See: kairos learn items")
        return _item(row)

    def remove_item(self, item_id: int) -> None:
        """Remove something to learn with; its cards stay. UsageError where there is none of that number."""
        if not _removed(self._database, learning_item, item_id):
            raise UsageError(f"There is no item {item_id}.")


def _removed(database: Database, table: Table, number: int) -> bool:
    with database.writing() as connection:
        return bool(connection.execute(delete(table).where(table.c.id == number)).rowcount)


def _check_name(connection: Connection, one: Skill) -> None:
    others: Sequence[Any] = connection.execute(select(skill.c.name).where(skill.c.id != one.id)).scalars().all()
    if one.name.casefold() in {name.casefold() for name in others}:
        raise UsageError(f"There is a skill “{one.name}” already. Choose another name.")


def _skill(row: Any) -> Skill:
    return Skill(row.name, row.weight, row.most_minutes, bool(row.active), row.made_ms, row.id)


def _columns(one: Skill) -> dict[str, Any]:
    return {"name": one.name, "weight": one.weight, "most_minutes": one.most_minutes, "active": int(one.active)}


def _item(row: Any) -> LearningItem:
    return LearningItem(row.skill_id, ItemKind(row.kind), row.title, row.minutes, row.document_id, row.done_ms, row.id)
