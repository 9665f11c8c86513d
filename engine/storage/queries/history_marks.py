"""Notes that hours of the past are not what they were, for changes that do not tell it themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from engine.storage.tables.activity import START_BITS

_MARK = "INSERT OR REPLACE INTO history_change (hour) SELECT value FROM json_each(?)"
_READ = "SELECT titles_ms, hours_ms FROM retained"
_WRITE = "INSERT OR REPLACE INTO retained (id, titles_ms, hours_ms) VALUES (1, ?, ?)"
_FORGET = "DELETE FROM retained"


def mark_changed(connection: Connection, hours: Iterable[int]) -> None:
    """Note that these hours changed: models and findings that knew of them are made anew."""
    connection.exec_driver_sql(_MARK, (json.dumps(sorted(hours)),))


@contextmanager
def unmarked(connection: Connection) -> Iterator[None]:
    """Let rows of the history go without a note for each; who does so notes the hours itself where it must."""
    before = boundaries(connection)
    set_boundaries(connection, 1 << START_BITS, before[1])
    yield
    if before == (0, 0):
        connection.exec_driver_sql(_FORGET)
    else:
        set_boundaries(connection, *before)


def boundaries(connection: Connection) -> tuple[int, int]:
    """Return before when titles were dropped, and before when all but what days came to; 0 for never."""
    row = connection.exec_driver_sql(_READ).first()
    return (0, 0) if row is None else (int(row[0]), int(row[1]))


def set_boundaries(connection: Connection, titles_ms: int, hours_ms: int) -> None:
    """Store them."""
    connection.exec_driver_sql(_WRITE, (titles_ms, hours_ms))
