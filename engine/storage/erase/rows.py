"""Takes recorded time away, cut at the edges of the time that is meant."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from engine.domain.intervals import Interval
from engine.storage.queries.hours import hours_of
from engine.storage.tables import activity

_WITHIN = """source_id = :source AND start_ms < :until AND (end_ms > :from OR (start_ms >= :from AND end_ms = start_ms))
AND start_ms >= coalesce((SELECT max(start_ms) FROM activity WHERE source_id = :source AND start_ms <= :from), 0)"""
_LOOKS = " AND look_id IN (SELECT id FROM erased_look)"
_FIND = f"SELECT start_ms, end_ms, batch_id FROM activity WHERE {_WITHIN}"  # noqa: S608  (our own words)
_CROSSING = f"SELECT * FROM activity WHERE {_WITHIN} AND (start_ms < :from OR end_ms > :until)"  # noqa: S608
_DELETE = f"DELETE FROM activity WHERE {_WITHIN} AND start_ms >= :from"  # noqa: S608
_CLOSED = """ AND NOT EXISTS (SELECT 1 FROM open_activity AS goes_on
WHERE goes_on.source_id = activity.source_id AND goes_on.start_ms = activity.start_ms)"""
_CUT = text("UPDATE activity SET end_ms = :until WHERE source_id = :source AND start_ms = :start")
_OPEN = text("SELECT activity.* FROM open_activity CROSS JOIN activity USING (source_id, start_ms)")
_SHUT = text("DELETE FROM open_activity WHERE source_id = :source")
_REMOVE = text("DELETE FROM activity WHERE source_id = :source AND start_ms = :start")
_REOPEN = text("INSERT INTO open_activity (source_id, start_ms) VALUES (:source, :start)")
_ERASED = text("SELECT 1 FROM erased_look WHERE id = :look")
_COLUMNS = tuple(column.name for column in activity.columns)
_INSERT = text(f"INSERT INTO activity VALUES ({', '.join(f':{name}' for name in _COLUMNS)})")  # noqa: S608


@dataclass(slots=True)
class Taken:
    """What went. spans: in order once sorted. hours: those to count anew. batches: imports it was of."""

    rows: int = 0
    length_ms: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    hours: set[int] = field(default_factory=set)
    batches: set[int] = field(default_factory=set)

    def note(self, start_ms: int, end_ms: int, batch: int | None = None) -> None:
        """Note one stretch that went."""
        self.rows += 1
        self.length_ms += end_ms - start_ms
        self.spans.append((start_ms, end_ms))
        self.hours.update(hours_of(Interval(start_ms, end_ms)))
        if batch is not None:
            self.batches.add(batch)

    def covers(self, moments: list[int]) -> list[bool]:
        """Return which of the moments lie in what went."""
        self.spans.sort()
        starts = [start for start, _ in self.spans]
        found = [bisect_right(starts, moment) - 1 for moment in moments]
        return [
            at >= 0 and moment < max(self.spans[at][1], self.spans[at][0] + 1)
            for at, moment in zip(found, moments, strict=True)
        ]

    @property
    def first_ms(self) -> int | None:
        """The first moment that went."""
        return min((start for start, _ in self.spans), default=None)

    @property
    def last_ms(self) -> int | None:
        """The last moment that went."""
        return max((end for _, end in self.spans), default=None)


def take(connection: Connection, span: Interval, taken: Taken, *, looks: bool) -> None:
    """Take the closed activities within the span away; looks: only of the looks of the scope."""
    only = _LOOKS if looks else ""
    for source in connection.exec_driver_sql("SELECT id FROM source ORDER BY id").scalars().all():
        values = {"source": source, "from": span.start_ms, "until": span.end_ms}
        found = connection.execute(text(_FIND + only + _CLOSED), values).all()
        if not found:
            continue
        for start, end, batch in found:
            taken.note(max(start, span.start_ms), min(end, span.end_ms), batch)
        crossing = connection.execute(text(_CROSSING + only + _CLOSED), values).mappings().all()
        connection.execute(text(_DELETE + only + _CLOSED), values)
        for row in crossing:
            _keep_ends(connection, dict(row), span)


def _keep_ends(connection: Connection, row: dict[str, Any], span: Interval) -> None:
    """Keep what of a row lies before and after the span."""
    if row["start_ms"] < span.start_ms:
        connection.execute(
            _CUT, {"source": row["source_id"], "start": row["start_ms"], "until": min(row["end_ms"], span.start_ms)}
        )
    if row["end_ms"] > span.end_ms:
        connection.execute(_INSERT, {**row, "start_ms": span.end_ms})


def take_open(connection: Connection, span: Interval, taken: Taken, now_ms: int, *, looks: bool) -> None:
    """Take what of the activities that go on lies in the span.

    What is named goes for good, until another window is in front. Else it goes on from the end of the span, or now.
    """
    for found in connection.execute(_OPEN).mappings().all():
        row = dict(found)
        if looks and connection.execute(_ERASED, {"look": row["look_id"]}).first() is None:
            continue
        end = min(span.end_ms, max(now_ms, row["start_ms"] + 1))
        gone = Interval(row["start_ms"], max(now_ms, row["start_ms"] + 1)).clip(Interval(span.start_ms, end))
        if gone is not None:
            _take_open(connection, row, gone, taken, end if end < now_ms or not looks else None)


def _take_open(connection: Connection, row: dict[str, Any], gone: Interval, taken: Taken, again_ms: int | None) -> None:
    source, start = row["source_id"], row["start_ms"]
    taken.note(gone.start_ms, gone.end_ms)
    connection.execute(_SHUT, {"source": source})
    if start < gone.start_ms:
        connection.execute(_CUT, {"source": source, "start": start, "until": gone.start_ms})
        taken.hours.update(hours_of(Interval(start, gone.start_ms)))
    else:
        connection.execute(_REMOVE, {"source": source, "start": start})
    if again_ms is not None:
        connection.execute(_INSERT, {**row, "start_ms": again_ms, "end_ms": again_ms})
        connection.execute(_REOPEN, {"source": source, "start": again_ms})
