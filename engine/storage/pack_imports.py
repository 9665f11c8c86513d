"""Packs that were taken in: each in one transaction, with what takes it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select, update

from engine.domain.blocks import Block, FlexibleBlock
from engine.domain.learning import LevelSource
from engine.domain.packs import PackError, PackImport, PackKind, PackLine, PackMaterial, PackSkill, PackUndone
from engine.domain.rule_pack import PackCategory, PackRule
from engine.storage.database import Database
from engine.storage.plan_changes import PlanChange, keep_change
from engine.storage.queries.journal import Entry, Journal
from engine.storage.queries.numbers import storable
from engine.storage.queries.pack_undo import put_back
from engine.storage.queries.rule_book import turn_page
from engine.storage.rule_packs import PackRows
from engine.storage.tables import (
    block,
    category,
    flexible_block,
    learning_item,
    pack_import,
    rule,
    skill,
    skill_level,
)


class PackWriter:
    """Writes what a pack brings and remembers what was there. Nothing of it stays where one part is refused."""

    def __init__(self, connection: Connection, what: str, made_ms: int) -> None:
        self._connection = connection
        self._journal = Journal(connection)
        self._rows = PackRows(connection, self._journal)
        self._plan = PlanChange(connection, what, self._journal)
        self._made_ms = made_ms
        self.names: list[str] = []

    @property
    def entries(self) -> list[Entry]:
        """What was written, in order."""
        return self._journal.entries

    def put_category(self, item: PackCategory, line: PackLine) -> None:
        """Add a category, or give the one that is there what the pack says of it."""
        with self._named(line):
            if not line.row_id:
                self._rows.category(item)
                return
            said = {"colour": item.colour, "weight": item.weight}
            self._journal.update(category, line.row_id, {key: one for key, one in said.items() if one is not None})

    def put_rule(self, item: PackRule, line: PackLine) -> None:
        """Add a rule after the others, or change what the one that is there counts as."""
        with self._named(line):
            if line.row_id:
                self._journal.update(rule, line.row_id, self._rows.columns(item))
            else:
                self._rows.rule(item)

    def put_skill(self, item: PackSkill, line: PackLine, *, active: bool = True) -> None:
        """Add a skill, or change how much it matters; a level is told of a new one alone."""
        values = {"weight": item.weight, "most_minutes": item.most_minutes}
        with self._named(line):
            if line.row_id:
                self._journal.update(skill, line.row_id, values)
                return
            new = {"name": storable(item.name), "made_ms": self._made_ms, "active": int(active)}
            number = self._journal.insert(skill, {**values, **new})
            if item.level is not None:
                told = {"skill_id": number, "at_ms": self._made_ms, "level": item.level}
                self._journal.insert(skill_level, {**told, "source": LevelSource.SELF.value})

    def put_material(self, item: PackMaterial, of_skill: str, title: str, line: PackLine) -> None:
        """Add something to learn a skill with, or change what is said of it."""
        values: dict[str, Any] = {"kind": item.kind.value, "title": storable(title), "minutes": item.minutes}
        values["document_id"] = line.document_id or None
        with self._named(line):
            if line.row_id:
                self._journal.update(learning_item, line.row_id, values)
            else:
                self._journal.insert(learning_item, {**values, "skill_id": self._skill(of_skill)})

    def put_flexible(self, block: FlexibleBlock, line: PackLine) -> None:
        """Add a flexible block, or give the one that is there the template's lengths and times."""
        with self._named(line):
            if not line.row_id:
                self._plan.add_flexible(block)
                return
            there = self._plan.stored_flexible(line.row_id)
            self._plan.replace_flexible(_retimed(there, block))

    def put_block(self, add: Callable[[PlanChange], Block], line: PackLine) -> None:
        """Have a block that repeats added."""
        with self._named(line):
            add(self._plan)

    def _skill(self, name: str) -> int:
        for row in self._connection.execute(select(skill.c.id, skill.c.name)):
            if row.name.casefold() == name.casefold():
                return int(row.id)
        raise PackError(f"The skill “{name}” is gone meanwhile. Look at the pack anew.")

    @contextmanager
    def _named(self, line: PackLine) -> Iterator[None]:
        """Call every row that is written by the line's name."""
        yield
        self.names += [line.name] * (len(self._journal.entries) - len(self.names))


class PackImportStore:
    """Keeps what was taken in, and takes it back. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[PackImport, ...]:
        """Return every pack that was taken in, the newest first."""
        with self._database.reading() as connection:
            return tuple(
                _taken(row) for row in connection.execute(select(pack_import).order_by(pack_import.c.id.desc()))
            )

    def take(self, pack: PackImport, write: Callable[[PackWriter], None]) -> PackImport:
        """Have a pack written, all of it or nothing, and return it with its number; 0 where nothing was to be done."""
        with self._database.writing() as connection:
            writer = PackWriter(connection, f"Took in “{pack.name}”", pack.imported_ms)
            write(writer)
            if not writer.entries:
                return pack
            _heed(connection, writer.entries, f"Took in “{pack.name}”", pack.imported_ms)
            values = {
                "kind": pack.kind.value,
                "name": storable(pack.name),
                "digest": pack.digest,
                "undo": _text(writer.entries, writer.names),
                "imported_ms": pack.imported_ms,
            }
            row = connection.execute(insert(pack_import).returning(pack_import), values).one()
            return _taken(row)

    def undo(self, number: int, now_ms: int) -> PackUndone:
        """Take a pack back, but for what was changed since; PackError where there is none, or it is taken back."""
        with self._database.writing() as connection:
            row = connection.execute(select(pack_import).where(pack_import.c.id == number)).one_or_none()
            if row is None:
                raise PackError(f"No pack was taken in under the number {number}. See: kairos packs list")
            if row.undone_ms is not None:
                raise PackError(f"The pack “{row.name}” is taken back already.")
            done, kept = put_back(connection, _entries(row.undo))
            _heed(connection, done, f"Took back “{row.name}”", now_ms)
            connection.execute(update(pack_import).where(pack_import.c.id == number).values(undone_ms=now_ms))
            row = connection.execute(select(pack_import).where(pack_import.c.id == number)).one()
            return PackUndone(_taken(row), kept)


def _heed(connection: Connection, entries: list[Entry], what: str, now_ms: int) -> None:
    """Let the plan know its changes, and labels that they are out of date."""
    planned = [entry for entry in entries if entry.table in {block.name, flexible_block.name}]
    if planned:
        keep_change(connection, what, now_ms, planned)
    if any(entry.table == rule.name or (entry.table == category.name and entry.after is None) for entry in entries):
        turn_page(connection)


def _retimed(there: FlexibleBlock, template: FlexibleBlock) -> FlexibleBlock:
    return replace(
        there,
        about=replace(there.about, protected=template.about.protected),
        shortest=template.shortest,
        longest=template.longest,
        per_week=template.per_week,
        window_start=template.window_start,
        window_end=template.window_end,
        weekdays=template.weekdays,
    )


def _text(entries: list[Entry], names: list[str]) -> str:
    told = [
        {"table": one.table, "row": one.row_id, "before": one.before, "after": one.after, "name": name}
        for one, name in zip(entries, names, strict=True)
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _entries(text: str) -> list[tuple[Entry, str]]:
    return [(Entry(one["table"], one["row"], one["before"], one["after"]), one["name"]) for one in json.loads(text)]


def _taken(row: Any) -> PackImport:
    rows = len(json.loads(row.undo))
    return PackImport(PackKind(row.kind), row.name, row.digest, rows, row.imported_ms, row.undone_ms, row.id)
