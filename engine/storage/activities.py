"""Recorded time: the only door to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import func, select

from engine.domain.activity import Activity
from engine.domain.changes import Change, after_erasing
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.storage.activity_writer import ActivityWriter, Memory
from engine.storage.bulk import BulkWriter
from engine.storage.database import Database
from engine.storage.heartbeat import Beat
from engine.storage.queries.erased import LastErased, last_erased
from engine.storage.queries.history import FOREVER_MS, closed, opened
from engine.storage.tables import activity, open_activity, source
from engine.storage.tables.activity import activity_number


class ActivityStore:
    """Reads the history of all sources and writes that of one; every method raises Storage errors.

    labeller: says what a look that is new is counted as; without one it waits for its labels.
    """

    def __init__(self, database: Database, source: str = "recorder", labeller: Labeller | None = None) -> None:
        self._database = database
        self._source = source
        self._labeller = labeller
        self._memory = Memory()
        self._erased: LastErased | None = None

    def apply(self, changes: Sequence[Change]) -> int | None:
        """Make all the changes or none, and return the number of the activity that is open then.

        An activity is left out where the source already has one (the clock was set back): nothing overlaps and
        nothing is overwritten. A Begin closes what is open. A TakeBack spares rows from before the clock was
        set back. After an error the same changes may be given again.
        """
        if not changes:
            return self.open_id()
        memory = self._memory.copy()
        with self._database.writing() as connection:
            erased = last_erased(connection)
            if self._erased not in {None, erased}:  # what was seen before that and waited must not bring it back
                changes = after_erasing(changes, erased.at_ms, named=erased.named)
            writer = ActivityWriter(connection, self._source, memory, self._labeller)
            for change in changes:
                writer.apply(change)
            writer.settle()
        self._memory, self._erased = memory, erased
        return None if writer.open_ms is None else activity_number(writer.source_id, writer.open_ms)

    def open_id(self) -> int | None:
        """Return the number of the open activity, None where none is open."""
        wanted = select(open_activity.c.source_id, open_activity.c.start_ms).join(
            source, (source.c.id == open_activity.c.source_id) & (source.c.name == self._source)
        )
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
            self._erased = self._erased or last_erased(connection)
        return None if row is None else activity_number(row.source_id, row.start_ms)

    def recover(self, end_ms: int | None) -> None:
        """Close what a killed recorder left open at end_ms, the last moment it is known to have lasted.

        None where that is not known: then it goes, as it has no length.
        """
        if self.open_id() is None:
            return
        with self._database.writing() as connection:
            writer = ActivityWriter(connection, self._source, self._memory.copy())
            if writer.open_ms is not None:
                writer.end(writer.open_ms if end_ms is None else end_ms)
                writer.settle()

    def between(self, start_ms: int, end_ms: int, *, beat: Beat | None = None) -> list[Activity]:
        """Return the activities that share time with [start_ms, end_ms), uncut, by start.

        The open one is flagged, and lasts until the beat's end where the beat names it.
        """
        with self._database.reading() as connection:
            found = [*closed(connection, start_ms, end_ms), *opened(connection, start_ms, end_ms, beat)]
        return sorted(found, key=lambda one: (one.start_ms, one.end_ms))

    def stream(self, start_ms: int | None = None, end_ms: int | None = None) -> Iterator[Activity]:
        """Yield the closed activities that share time with the span, by start, from one state of the database.

        Memory stays constant. Close the iterator or exhaust it: until then the log cannot be cut.
        """
        with self._database.reading() as connection:
            yield from closed(connection, 0 if start_ms is None else start_ms, FOREVER_MS if end_ms is None else end_ms)

    def insert_many(self, activities: Iterable[Activity]) -> int:
        """Store closed activities of any source in one transaction and return the rows written.

        Time the same source already has is left out, which can cut one into pieces or drop it; what was
        recorded first stays. Nothing is stored past the start of a source's open activity.
        """
        with self._database.writing() as connection:
            return BulkWriter(connection, self._labeller).insert(activities)

    def bounds(self) -> Interval | None:
        """Return first start to last end of all activities, None without any; an open one ends where it starts."""
        first = select(func.min(activity.c.start_ms)).where(activity.c.source_id == source.c.id).scalar_subquery()
        last = (
            select(activity.c.end_ms)
            .where(activity.c.source_id == source.c.id)
            .order_by(activity.c.start_ms.desc())
            .limit(1)
            .scalar_subquery()
        )
        with self._database.reading() as connection:
            spans = [row for row in connection.execute(select(first, last)) if row[0] is not None]
        return Interval(min(row[0] for row in spans), max(row[1] for row in spans)) if spans else None

    def count(self) -> int:
        """Return the number of stored activities, the open one included."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(activity)).scalar_one())
