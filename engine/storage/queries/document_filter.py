"""Which chunks a search may find: those of documents of some kind, place, age or use."""

from __future__ import annotations

import os
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from engine.domain.documents import SearchFilters
from engine.domain.presence import Presence
from engine.storage.queries.document_rows import path_bytes
from engine.storage.queries.history import FOREVER_MS
from engine.storage.tables import activity, document_file, look_document, source
from engine.storage.tables.codes import PRESENCE_CODE

_NS_PER_MS = 1_000_000
_LARGEST_NS = (1 << 63) - 1  # of a column, in the year 2262

Range = tuple[int, int]
"""The first number of successive chunks and the number after the last."""


def chunk_ranges(connection: Connection, filters: SearchFilters) -> list[Range] | None:
    """Return the chunks that may be found, ascending; None where all may."""
    conditions = _conditions(filters)
    if not conditions:
        return None
    wanted = select(document_file.c.first_chunk, document_file.c.first_chunk + document_file.c.chunks)
    wanted = wanted.where(document_file.c.chunks > 0, *conditions).order_by(document_file.c.first_chunk)
    return [(first, end) for first, end in connection.execute(wanted)]


def _conditions(filters: SearchFilters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.kinds:
        found.append(document_file.c.kind.in_([kind.value for kind in filters.kinds]))
    if filters.folders:
        found.append(or_(*(_below(path_bytes(path)) for path in filters.folders)))
    if filters.after_ms is not None:
        found.append(document_file.c.mtime_ns >= _ns(filters.after_ms))
    if filters.before_ms is not None:
        found.append(document_file.c.mtime_ns < _ns(filters.before_ms))
    if filters.used_after_ms is not None or filters.used_before_ms is not None:
        found.append(document_file.c.id.in_(_used(filters.used_after_ms or 0, filters.used_before_ms or FOREVER_MS)))
    return found


def _ns(moment_ms: int) -> int:
    return max(-_LARGEST_NS, min(moment_ms * _NS_PER_MS, _LARGEST_NS))


def _below(path: bytes) -> ColumnElement[bool]:
    """Whether a document lies at the path or below it."""
    separator = os.sep.encode()
    inside = path.rstrip(separator) + separator
    after = inside[:-1] + bytes([inside[-1] + 1])
    return or_(document_file.c.path == path, and_(document_file.c.path >= inside, document_file.c.path < after))


def _used(start_ms: int, end_ms: int) -> Any:
    return (
        select(look_document.c.document_id)
        .join(activity, activity.c.look_id == look_document.c.look_id)
        .where(
            activity.c.source_id.in_(select(source.c.id)),  # so that the key leads to the moment
            activity.c.start_ms < end_ms,
            activity.c.end_ms > start_ms,
            activity.c.presence == PRESENCE_CODE[Presence.ACTIVE],
            look_document.c.document_id.is_not(None),
        )
    )
