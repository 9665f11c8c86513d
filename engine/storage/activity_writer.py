"""How changes become rows, inside one transaction."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval, subtract
from engine.domain.look import Labeller
from engine.storage.queries.looks import Looks, stored_look
from engine.storage.queries.numbers import Numbers
from engine.storage.queries.overlaps import first_free, taken
from engine.storage.recount import Recount
from engine.storage.tables import activity, look, open_activity, source, zone
from engine.storage.tables.codes import PRESENCE_CODE, WITHHELD_CODE

_REACH_MS = 6 * MS_PER_HOUR  # nothing is taken back from longer ago than this


# Made once: making a statement costs several times what running it does.
_MINE = activity.c.source_id == bindparam("source")
_THIS = and_(_MINE, activity.c.start_ms == bindparam("moment"))
_FIND = (
    select(activity, look.c.app_id, look.c.category_id, look.c.project_id, look.c.tag_id)
    .outerjoin(look, look.c.id == activity.c.look_id)
    .where(_THIS)
)
_ADD = insert(activity)
_SET_END = update(activity).where(_THIS).values(end_ms=bindparam("until"))
_DELETE = delete(activity).where(_THIS)
_AFTER = (
    select(activity.c.start_ms, activity.c.end_ms)
    .where(_MINE, activity.c.start_ms > bindparam("moment"))
    .order_by(activity.c.start_ms)
)
_FIND_OPEN = select(open_activity.c.start_ms).where(open_activity.c.source_id == bindparam("source"))
_OPEN = insert(open_activity)
_CLOSE = delete(open_activity).where(open_activity.c.source_id == bindparam("source"))


@dataclass(slots=True)
class Memory:
    """What must be known of earlier changes to take back only what is the recorder's to take back.

    Once the clock was set back, rows from before lie ahead of it and must never be touched: from then on only
    rows written since may be. begun: whether this process has begun an activity yet; last_ms: the moment the
    last change named; since: starts of the rows written since the clock was set back.
    """

    begun: bool = False
    last_ms: int | None = None
    set_back: bool = False
    since: deque[int] = field(default_factory=deque)

    def copy(self) -> Memory:
        """Return a copy that can be thrown away if the transaction fails."""
        return Memory(self.begun, self.last_ms, self.set_back, deque(self.since))

    def reaches(self, moment_ms: int) -> None:
        """Note a change's moment; an earlier one than the last means that the clock was set back."""
        if self.last_ms is not None and moment_ms < self.last_ms:
            self.spare_all()
        self.last_ms = moment_ms
        while self.since and self.since[0] < moment_ms - _REACH_MS:
            self.since.popleft()

    def spare_all(self) -> None:
        """From now on take back nothing that is stored already."""
        self.set_back = True
        self.since.clear()

    def wrote(self, start_ms: int) -> None:
        """Note a row that was written."""
        if self.set_back:
            self.since.append(start_ms)

    def may_take_back(self, start_ms: int) -> bool:
        """Tell whether the row that starts there was written since the clock was last set back."""
        return not self.set_back or start_ms in self.since


class ActivityWriter:
    """Applies changes of one source on a connection that holds the write lock; the caller commits."""

    def __init__(
        self, connection: Connection, source_name: str, memory: Memory, labeller: Labeller | None = None
    ) -> None:
        self._connection = connection
        self._looks = Looks(connection, labeller)
        self._recount = Recount(connection, self._looks)
        self._numbers = Numbers(connection)
        self._source_id = self._numbers.of(source, source_name) or 0
        self._memory = memory
        self._open_ms = self._find_open()

    @property
    def source_id(self) -> int:
        """The source's number."""
        return self._source_id

    @property
    def open_ms(self) -> int | None:
        """Where the open activity starts, None where none is open."""
        return self._open_ms

    def apply(self, change: Change) -> None:
        """Make one change."""
        match change:
            case Begin():
                self._begin(change)
            case End(end_ms):
                self._memory.reaches(end_ms)
                self.end(end_ms)
            case TakeBack(from_ms):
                self._take_back(from_ms)

    def settle(self) -> None:
        """Bring the totals up to date; the last thing in the transaction."""
        self._recount.settle()

    def end(self, end_ms: int) -> None:
        """Close the open activity at end_ms, leaving out time that is taken; nothing left leaves no row."""
        if self._open_ms is None:
            return
        start_ms, self._open_ms = self._open_ms, None
        span = Interval(start_ms, max(start_ms, end_ms))
        pieces = subtract(span, taken(self._connection, self._source_id, span))
        if not pieces:
            self._delete(start_ms)
            return
        self._connection.execute(_CLOSE, {"source": self._source_id})
        self._set_end(start_ms, pieces[0].end_ms)
        self._memory.wrote(start_ms)
        row = self._connection.execute(_FIND, self._key(start_ms)).one()
        for piece in pieces:
            self._count(row, piece)
        if pieces[1:]:
            self._repeat(row, pieces[1:])

    def _count(self, row: Row[Any], piece: Interval) -> None:
        found = None if row.look_id is None else stored_look(row, row.look_id)
        self._recount.add(self._source_id, piece, found, row.presence, row.withheld)

    def _begin(self, change: Begin) -> None:
        self.end(change.start_ms)
        start_ms = first_free(self._connection, self._source_id, change.start_ms)
        self._memory.reaches(change.start_ms)
        if not self._memory.begun and self._anything_after(change.start_ms):
            self._memory.spare_all()  # the clock was set back before this process started
        self._memory.begun = True
        self._connection.execute(_ADD, self._row(change, start_ms))
        # A row of its own says which one is open: the activity's row keeps its place in the table when it closes.
        self._connection.execute(_OPEN, {"source_id": self._source_id, "start_ms": start_ms})
        self._open_ms = start_ms

    def _row(self, change: Begin, start_ms: int) -> Mapping[str, Any]:
        found = self._looks.of(change.what)
        return {
            "source_id": self._source_id,
            "start_ms": start_ms,
            "end_ms": start_ms,
            "look_id": None if found is None else found.id,
            "zone_id": self._numbers.of(zone, change.zone or "UTC"),
            "presence": PRESENCE_CODE[change.what.presence],
            "withheld": WITHHELD_CODE[change.what.withheld],
        }

    def _take_back(self, from_ms: int) -> None:
        self.end(from_ms)
        for span in self._reached(from_ms):
            if not self._memory.may_take_back(span.start_ms):
                continue
            self._recount.anew(span)
            if span.start_ms < from_ms:
                self._set_end(span.start_ms, from_ms)
            else:
                self._delete(span.start_ms)
        self._memory.last_ms = from_ms

    def _reached(self, from_ms: int) -> list[Interval]:
        across = taken(self._connection, self._source_id, Interval(from_ms, from_ms + 1))
        later = self._connection.execute(_AFTER, {"source": self._source_id, "moment": from_ms})
        return across + [Interval(row.start_ms, row.end_ms) for row in later]

    def _find_open(self) -> int | None:
        return self._connection.execute(_FIND_OPEN, {"source": self._source_id}).scalar()

    def _anything_after(self, moment_ms: int) -> bool:
        wanted = _AFTER.limit(1)
        return self._connection.execute(wanted, {"source": self._source_id, "moment": moment_ms}).first() is not None

    def _repeat(self, row: Row[Any], pieces: list[Interval]) -> None:
        same = {column.name: getattr(row, column.name) for column in activity.columns}
        copies = [{**same, "start_ms": piece.start_ms, "end_ms": piece.end_ms} for piece in pieces]
        self._connection.execute(_ADD, copies)
        for piece in pieces:
            self._memory.wrote(piece.start_ms)

    def _set_end(self, start_ms: int, end_ms: int) -> None:
        self._connection.execute(_SET_END, {**self._key(start_ms), "until": end_ms})

    def _delete(self, start_ms: int) -> None:
        self._connection.execute(_DELETE, self._key(start_ms))

    def _key(self, start_ms: int) -> dict[str, int]:
        return {"source": self._source_id, "moment": start_ms}
