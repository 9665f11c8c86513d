"""The calendars the person named, and their blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from engine.domain.blocks import Block, BlockSource
from engine.domain.calendars import CalendarKind, CalendarRead, CalendarSource, Series
from engine.domain.errors import UsageError
from engine.storage.database import Database
from engine.storage.queries.block_rows import block_of, block_values
from engine.storage.queries.numbers import storable
from engine.storage.tables import block, calendar

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """A calendar, and what its files looked like when they were read."""

    source: CalendarSource
    look: str


class CalendarStore:
    """Reads and writes calendars; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Seen]:
        """Return every calendar, in the order they were added."""
        blocks = select(func.count()).where(block.c.calendar_id == calendar.c.id, block.c.series_id.is_(None))
        wanted = select(calendar, blocks.scalar_subquery().label("blocks")).order_by(calendar.c.id)
        with self._database.reading() as connection:
            return [_seen(row) for row in connection.execute(wanted)]

    def looks(self) -> list[Seen]:
        """Return every watched calendar without counting its blocks: for whoever asks often."""
        with self._database.reading() as connection:
            rows = connection.execute(select(calendar, calendar.c.id.label("blocks")).where(calendar.c.watched == 1))
            return [_seen(row) for row in rows]

    def add(self, source: CalendarSource) -> int:
        """Store a calendar that was not read yet and return its number; UsageError where it is there already."""
        values = {
            "path": storable(source.path),
            "kind": source.kind.value,
            "name": storable(source.name),
            "watched": int(source.watched),
            "seen": "",
            "trouble": "",
        }
        with self._database.writing() as connection:
            there = select(calendar.c.id).where(calendar.c.path == values["path"])
            if connection.execute(there).first() is not None:
                raise UsageError(f"{source.path} is one of your calendars already.")
            return int(connection.execute(insert(calendar).values(values).returning(calendar.c.id)).scalar_one())

    def remove(self, calendar_id: int) -> None:
        """Remove a calendar and its blocks; UsageError where there is none."""
        with self._database.writing() as connection:
            connection.execute(delete(block).where(block.c.calendar_id == calendar_id))
            if not connection.execute(delete(calendar).where(calendar.c.id == calendar_id)).rowcount:
                raise UsageError(f"There is no calendar {calendar_id}. See: kairos plan calendars")

    def told(self, calendar_id: int, *, look: str, trouble: str, read_ms: int | None = None, name: str = "") -> None:
        """Note how reading a calendar went, its blocks untouched; read_ms and name only where they are given."""
        with self._database.writing() as connection:
            _note(connection, calendar_id, {"seen": look, "trouble": trouble, "read_ms": read_ms, "name": name})

    def replace(
        self, calendar_id: int, series: Sequence[Series], *, look: str, read_ms: int, trouble: str, name: str
    ) -> CalendarRead:
        """Make the calendar's blocks those of the series, in one transaction, and return what changed.

        Blocks keep their numbers by the names calendars know them by. With trouble, nothing is removed. Those the
        person planned themselves stay out.
        """
        with self._database.writing() as connection:
            _note(connection, calendar_id, {"seen": look, "trouble": trouble, "read_ms": read_ms, "name": name})
            own = _own(connection, {one.block.origin.uid for one in series})
            wanted = [one for one in series if one.block.origin.uid not in own]
            return _Replacement(connection, calendar_id).make(wanted, remove=not trouble)

    def own_series(self, uids: Collection[str]) -> dict[str, Series]:
        """Return the person's own blocks of these names, by them, with what stands for occurrences of them."""
        found: dict[str, Series] = {}
        with self._database.reading() as connection:
            for some in _chunks(sorted(uids)):
                whole = select(block).where(block.c.uid.in_(some), block.c.calendar_id.is_(None))
                for row in connection.execute(whole.where(block.c.series_id.is_(None))):
                    instead = select(block).where(block.c.series_id == row.id).order_by(block.c.replaces_ms)
                    stand_ins = tuple(block_of(one) for one in connection.execute(instead))
                    found[row.uid] = Series(block_of(row), stand_ins)
        return found


class _Replacement:
    """Replaces one calendar's blocks."""

    def __init__(self, connection: Connection, calendar_id: int) -> None:
        self._connection = connection
        self._calendar_id = calendar_id
        rows = connection.execute(select(block).where(block.c.calendar_id == calendar_id)).all()
        self._wholes = {row.uid: block_of(row) for row in rows if row.series_id is None}
        self._instead: dict[int, dict[int, Block]] = {}
        for row in rows:
            if row.series_id is not None:
                self._instead.setdefault(row.series_id, {})[row.replaces_ms] = block_of(row)

    def make(self, wanted: Iterable[Series], *, remove: bool) -> CalendarRead:
        new: list[Series] = []
        changed = unchanged = 0
        gone = dict(self._wholes)
        for one in wanted:
            known = gone.pop(one.block.origin.uid, None)
            if known is None:
                new.append(one)
            elif self._put(one, known):
                changed += 1
            else:
                unchanged += 1
        self._add(new)
        if remove:
            self._delete([one.id for one in gone.values()])
        return CalendarRead(len(new), changed, len(gone) if remove else 0, unchanged)

    def _add(self, new: Sequence[Series]) -> None:
        """Store what is new, all at once: others wait for the lock meanwhile."""
        self._insert([self._of_calendar(one.block, 0) for one in new])
        wholes = select(block.c.uid, block.c.id).where(block.c.calendar_id == self._calendar_id)
        numbers = {row.uid: row.id for row in self._connection.execute(wholes.where(block.c.series_id.is_(None)))}
        self._insert([self._of_calendar(other, numbers[one.block.origin.uid]) for one in new for other in one.instead])

    def _insert(self, blocks: Sequence[Block]) -> None:
        if blocks:
            self._connection.execute(insert(block), [block_values(one) for one in blocks])

    def _put(self, series: Series, known: Block) -> bool:
        """Store a series in place of what was there and return whether anything of it differs."""
        differs = self._changed(self._of_calendar(series.block, 0), known)
        before = dict(self._instead.get(known.id, {}))
        new = []
        for one in series.instead:
            wanted, old = self._of_calendar(one, known.id), before.pop(one.replaces_ms or 0, None)
            if old is None:
                new.append(wanted)
            elif self._changed(wanted, old):
                differs = True
        self._insert(new)
        self._delete([one.id for one in before.values()])
        return differs or bool(before or new)

    def _changed(self, wanted: Block, known: Block) -> bool:
        if replace(known, id=0) == wanted:
            return False
        self._connection.execute(update(block).where(block.c.id == known.id).values(block_values(wanted)))
        return True

    def _of_calendar(self, one: Block, series_id: int) -> Block:
        origin = replace(one.origin, source=BlockSource.CALENDAR, calendar_id=self._calendar_id)
        return replace(one, origin=origin, series_id=series_id, id=0)

    def _delete(self, numbers: Sequence[int]) -> None:
        for some in _chunks(numbers):
            self._connection.execute(delete(block).where(block.c.series_id.in_(some)))
            self._connection.execute(delete(block).where(block.c.id.in_(some)))


def _own(connection: Connection, uids: Collection[str]) -> set[str]:
    found: set[str] = set()
    for some in _chunks(sorted(uids)):
        wanted = select(block.c.uid).where(block.c.uid.in_(some), block.c.calendar_id.is_(None))
        found.update(connection.execute(wanted).scalars())
    return found


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))


def _note(connection: Connection, calendar_id: int, values: dict[str, Any]) -> None:
    told = {name: value for name, value in values.items() if name in {"seen", "trouble"} or value}
    if not connection.execute(update(calendar).where(calendar.c.id == calendar_id).values(told)).rowcount:
        raise UsageError("This calendar is gone; it was removed meanwhile.")


def _seen(row: Row[Any]) -> Seen:
    source = CalendarSource(
        row.path, CalendarKind(row.kind), row.name, bool(row.watched), row.read_ms, row.blocks, row.trouble, row.id
    )
    return Seen(source, row.seen)
