"""The last erase, as those ask who hold what they have seen in memory."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

_LAST = "SELECT id, at_ms, named FROM erasure ORDER BY id DESC LIMIT 1"


class LastErased(NamedTuple):
    """Which erase it was, 0 for none yet; when, UTC milliseconds; whether only something named went."""

    number: int
    at_ms: int
    named: bool


def last_erased(connection: Connection) -> LastErased:
    """Return the last erase."""
    row = connection.exec_driver_sql(_LAST).first()
    return LastErased(0, 0, False) if row is None else LastErased(int(row[0]), int(row[1]), bool(row[2]))
