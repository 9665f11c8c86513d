"""Changes of the plan: each in one transaction with what takes it back, undone and done again exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from engine.domain.blocks import Block, FlexibleBlock
from engine.domain.errors import UsageError
from engine.storage.blocks import BlockStore
from engine.storage.database import Database, OneState
from engine.storage.flexible_blocks import FlexibleBlockStore
from engine.storage.queries.block_rows import block_values, flexible_values
from engine.storage.queries.journal import Entry, Journal, as_text, from_text, put_through
from engine.storage.tables import block, category, flexible_block, plan_change, plan_change_row

_IN_FORCE, _UNDONE, _GONE = 0, 1, 2


class PlanChange:
    """One change that is being made. what: what it does, for a person; may be said late."""

    def __init__(self, connection: Connection, what: str, journal: Journal | None = None) -> None:
        """journal: where the change is one part of what is written."""
        state = OneState(connection)
        self._connection = connection
        self._journal = journal or Journal(connection)
        self.what = what
        self.blocks = BlockStore(state)
        self.flexible = FlexibleBlockStore(state)

    def add(self, new: Block) -> Block:
        """Store a block and return it with its number; UsageError where its category is gone."""
        number = self._journal.insert(block, self._checked(block_values(new)))
        return self.stored(number)

    def replace(self, changed: Block) -> Block:
        """Replace the stored block of that number; UsageError where it or its category is gone."""
        self.stored(changed.id)
        self._journal.update(block, changed.id, self._checked(block_values(changed)))
        return self.stored(changed.id)

    def remove(self, block_id: int) -> None:
        """Remove a block and those that stand for one of its occurrences; UsageError where it is gone."""
        self.stored(block_id)
        for stand_in in self.blocks.stand_ins(block_id):
            self._journal.delete(block, stand_in.id)
        self._journal.delete(block, block_id)

    def stored(self, block_id: int) -> Block:
        """Return a block as it is now; UsageError where it is gone."""
        found = self.blocks.get(block_id)
        if found is None:
            raise UsageError("This block is gone; it was removed meanwhile. Load the plan anew.")
        return found

    def add_flexible(self, new: FlexibleBlock) -> FlexibleBlock:
        """Store a flexible block and return it with its number; UsageError where its category is gone."""
        number = self._journal.insert(flexible_block, self._checked(flexible_values(new)))
        return self.stored_flexible(number)

    def replace_flexible(self, changed: FlexibleBlock) -> FlexibleBlock:
        """Replace the stored flexible block of that number; UsageError where it or its category is gone."""
        self.stored_flexible(changed.id)
        self._journal.update(flexible_block, changed.id, self._checked(flexible_values(changed)))
        return self.stored_flexible(changed.id)

    def remove_flexible(self, flexible_id: int) -> None:
        """Remove a flexible block; what was planned of it stays. UsageError where it is gone."""
        self.stored_flexible(flexible_id)
        self._journal.delete(flexible_block, flexible_id)

    def stored_flexible(self, flexible_id: int) -> FlexibleBlock:
        """Return a flexible block as it is now; UsageError where it is gone."""
        found = self.flexible.get(flexible_id)
        if found is None:
            raise UsageError(f"There is no flexible block {flexible_id}. See: kairos plan flexible list")
        return found

    def entries(self) -> list[Entry]:
        """Return what was written so far."""
        return self._journal.entries

    def _checked(self, values: dict[str, Any]) -> dict[str, Any]:
        wanted = values["category_id"]
        known = select(category.c.id).where(category.c.id == wanted)
        if wanted is not None and self._connection.execute(known).first() is None:
            raise UsageError("The category of this block is gone. Choose another one.")
        return values


class PlanChanges:
    """Makes changes of the plan, takes them back and does them again, across processes and restarts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def changing(self, what: str, made_ms: int) -> Iterator[PlanChange]:
        """Give a change to make; kept at the end, all or nothing. What was undone before cannot be redone then."""
        with self._database.writing() as connection:
            change = PlanChange(connection, what)
            yield change
            if entries := change.entries():
                keep_change(connection, change.what, made_ms, entries)

    def undo(self) -> str | None:
        """Take the last change back and return what it was, None where there is none.

        UsageError where something of it was changed elsewhere since; it is then given up, and the next undo takes
        back the one before.
        """
        newest = select(func.max(plan_change.c.id)).where(plan_change.c.state == _IN_FORCE)
        return self._switch(newest, _UNDONE)

    def redo(self) -> str | None:
        """Make the change undone last again and return what it was, None where there is none; raises as undo does."""
        oldest = select(func.min(plan_change.c.id)).where(plan_change.c.state == _UNDONE)
        return self._switch(oldest, _IN_FORCE)

    def _switch(self, pick: Any, state: int) -> str | None:
        with self._database.writing() as connection:
            number = connection.execute(pick).scalar()
            if number is None:
                return None
            this = plan_change.c.id == number
            what = str(connection.execute(select(plan_change.c.what).where(this)).scalar_one())
            entries = _entries(connection, number)
            if state == _UNDONE:
                entries = [entry.turned() for entry in reversed(entries)]
            done = put_through(connection, entries)
            connection.execute(update(plan_change).where(this).values(state=state if done else _GONE))
        if not done:
            if state == _UNDONE:
                raise UsageError(f"“{what}” cannot be undone: it was changed elsewhere since. The plan stays as it is.")
            raise UsageError(f"“{what}” cannot be redone: it was changed elsewhere since. The plan stays as it is.")
        return what


def keep_change(connection: Connection, what: str, made_ms: int, entries: Sequence[Entry]) -> None:
    """Keep what was written as the newest change of the plan; what was undone before cannot be redone then."""
    connection.execute(update(plan_change).where(plan_change.c.state == _UNDONE).values(state=_GONE))
    values = {"made_ms": made_ms, "what": what, "state": _IN_FORCE}
    number = connection.execute(insert(plan_change).returning(plan_change.c.id), values).scalar_one()
    rows = [
        {
            "change_id": number,
            "of_table": entry.table,
            "row_id": entry.row_id,
            "before": as_text(entry.before),
            "after": as_text(entry.after),
        }
        for entry in entries
    ]
    connection.execute(insert(plan_change_row), rows)


def _entries(connection: Connection, number: int) -> list[Entry]:
    wanted = select(plan_change_row).where(plan_change_row.c.change_id == number).order_by(plan_change_row.c.id)
    return [
        Entry(row.of_table, row.row_id, from_text(row.before), from_text(row.after))
        for row in connection.execute(wanted)
    ]
