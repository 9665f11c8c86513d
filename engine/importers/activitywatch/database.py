"""ActivityWatch's own databases, read where they lie and never written.

The Python server keeps texts and seconds, its other store microseconds, the Rust server nanoseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.domain.errors import ImportFailed
from engine.importers.activitywatch.buckets import Bucket, Event, data_of, event_of
from engine.storage.foreign import ForeignDatabase

_NS_PER_MS, _US_PER_MS = 1_000_000, 1_000


@dataclass(frozen=True, slots=True)
class _Layout:
    """Names of one server's tables and columns; divisor: its units in a millisecond, 0 for texts and seconds."""

    buckets: str
    key: str
    name: str
    events: str
    bucket_key: str
    start: str
    end: str
    data: str
    divisor: int


_LAYOUTS = (
    _Layout("bucketmodel", "key", "id", "eventmodel", "bucket_id", "timestamp", "duration", "datastr", 0),
    _Layout("buckets", "id", "name", "events", "bucketrow", "starttime", "endtime", "data", _NS_PER_MS),
    _Layout("buckets", "rowid", "id", "events", "bucketrow", "starttime", "endtime", "datastr", _US_PER_MS),
)


def read_database(database: ForeignDatabase, name: str) -> list[Bucket]:
    """Return the buckets of the database; ImportFailed where it is none of ActivityWatch's."""
    tables = database.tables()
    for layout in _LAYOUTS:
        needed = {layout.bucket_key, layout.start, layout.end, layout.data}
        told = {layout.name, "type", "client", "hostname"}
        if told <= tables.get(layout.buckets, frozenset()) and needed <= tables.get(layout.events, frozenset()):
            return list(_buckets(database, layout))
    raise ImportFailed(f"{name} is no database of ActivityWatch. Choose its export file instead.")


def _buckets(database: ForeignDatabase, layout: _Layout) -> Iterator[Bucket]:
    for key, *values in database.rows(layout.buckets, (layout.key, layout.name, "type", "client", "hostname")):
        name, kind, client, host = (value if isinstance(value, str) else "" for value in values)
        yield Bucket(name, kind, client, host, partial(_events, database, layout, key))


def _events(database: ForeignDatabase, layout: _Layout, key: Any) -> Iterator[Event]:
    read: Callable[[tuple[Any, ...]], Event | None]
    read = _written if layout.divisor == 0 else partial(_counted, layout.divisor)
    columns = (layout.start, layout.end, layout.data)
    for row in database.rows(layout.events, columns, order=(layout.start,), where={layout.bucket_key: key}):
        event = read(row)
        if event is not None:
            yield event


def _written(row: tuple[Any, ...]) -> Event | None:
    start, length, data = row
    try:
        seconds = float(length)
    except (TypeError, ValueError):
        return None
    return event_of({"timestamp": start, "duration": seconds, "data": data_of(data)})


def _counted(divisor: int, row: tuple[Any, ...]) -> Event | None:
    start, end, data = row
    if not isinstance(start, int) or not isinstance(end, int) or end < start:
        return None
    return Event(start // divisor, end // divisor, data_of(data))
