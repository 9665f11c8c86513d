"""Imports as batches: each is stored whole or not at all, and can be taken back whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from engine.domain.activity import Activity
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.storage.bulk import BulkWriter
from engine.storage.database import Database
from engine.storage.queries.history_marks import mark_changed
from engine.storage.queries.hours import hours_of
from engine.storage.queries.looks import Looks
from engine.storage.queries.unused import sweep
from engine.storage.recount import Recount
from engine.storage.tables import activity, import_batch


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. kind: whose file it was. zone: IANA name. added: activities stored. undone_ms: when it was undone."""

    id: int
    kind: str
    file_name: str
    sha256: str
    zone: str
    made_ms: int
    added: int
    undone_ms: int | None = None


class BatchWriter:
    """An import that is being stored; id: the batch's number. Nothing of it is seen before the end."""

    def __init__(self, connection: Connection, number: int, labeller: Labeller | None) -> None:
        self.id = number
        self.added = 0
        self._bulk = BulkWriter(connection, labeller, number)
        self.cancelled = False

    def insert(self, activities: Iterable[Activity]) -> int:
        """Store closed activities and return the rows written; what their source has at the time already is left out.

        So a file that is imported twice adds nothing. Best given in order of start.
        """
        written = self._bulk.insert(activities)
        self.added += written
        return written

    def cancel(self) -> None:
        """Let nothing of it be stored: what a rehearsal does once it has counted."""
        self.cancelled = True


class _Cancelled(Exception):
    pass


class BatchStore:
    """Stores, lists and takes back imports; raises Storage errors."""

    def __init__(self, database: Database, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller

    @contextmanager
    def begin(self, kind: str, file_name: str, sha256: str, zone: str, *, made_ms: int) -> Iterator[BatchWriter]:
        """Give a writer for one import: all it inserts is committed at the end of the block, nothing on an error.

        A batch that added nothing, or was cancelled, leaves no trace. Activities keep the source they name.
        """
        try:
            with self._database.writing() as connection:
                row = {"kind": kind, "file_name": file_name, "sha256": sha256, "zone": zone, "made_ms": made_ms}
                adding = insert(import_batch).returning(import_batch.c.id)
                writer = BatchWriter(
                    connection, int(connection.execute(adding, {**row, "added": 0}).scalar_one()), self._labeller
                )
                yield writer
                if writer.cancelled or not writer.added:
                    raise _Cancelled
                this = import_batch.c.id == writer.id
                connection.execute(update(import_batch).where(this).values(added=writer.added))
        except _Cancelled:
            return

    def list(self) -> list[Batch]:
        """Return every import, the newest first, those taken back included."""
        with self._database.reading() as connection:
            return [_batch(row) for row in connection.execute(select(import_batch).order_by(import_batch.c.id.desc()))]

    def already(self, sha256: str) -> Batch | None:
        """Return the newest import of a file with these contents that is in force, None where there is none."""
        wanted = select(import_batch).where(import_batch.c.sha256 == sha256, import_batch.c.undone_ms.is_(None))
        with self._database.reading() as connection:
            row = connection.execute(wanted.order_by(import_batch.c.id.desc()).limit(1)).first()
        return None if row is None else _batch(row)

    def undo(self, batch_id: int, *, undone_ms: int) -> int:
        """Remove all that an import stored and return the rows removed; UsageError where there is nothing to undo."""
        with self._database.writing() as connection:
            row = connection.execute(select(import_batch).where(import_batch.c.id == batch_id)).first()
            if row is None:
                raise UsageError(f"There is no import number {batch_id}. List them with: kairos imports")
            if row.undone_ms is not None:
                raise UsageError(f"Import number {batch_id} was taken back already.")
            removed = self._remove_rows(connection, batch_id)
            connection.execute(update(import_batch).where(import_batch.c.id == batch_id).values(undone_ms=undone_ms))
        return removed

    def _remove_rows(self, connection: Connection, batch_id: int) -> int:
        its = activity.c.batch_id == batch_id
        spans = connection.execute(select(activity.c.start_ms, activity.c.end_ms).where(its))
        hours = {hour for start_ms, end_ms in spans for hour in hours_of(Interval(start_ms, end_ms))}
        removed = connection.execute(delete(activity).where(its)).rowcount
        recount = Recount(connection, Looks(connection, self._labeller))
        recount.hours_anew(hours)
        recount.settle()
        mark_changed(connection, hours)
        sweep(connection)
        return removed


def _batch(row: Any) -> Batch:
    return Batch(row.id, row.kind, row.file_name, row.sha256, row.zone, row.made_ms, row.added, row.undone_ms)
