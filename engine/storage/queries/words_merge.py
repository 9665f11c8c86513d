"""Words of removed text leave the file when the index is merged; done in steps, it holds nobody up."""

from __future__ import annotations

from sqlalchemy import Connection

from engine.storage.tables import WORDS

_PAGES_AT_ONCE = 500
_NOTHING_DONE = 2
"""SQLite counts fewer changes than this where a merge found nothing to do."""


def merge_some(connection: Connection) -> bool:
    """Merge some pages of the index of words; return whether there may be more to do."""
    before = _changes(connection)
    # A negative number takes every part of the index into the merge, so that nothing removed is left in any.
    connection.exec_driver_sql(f"INSERT INTO {WORDS} ({WORDS}, rank) VALUES ('merge', {-_PAGES_AT_ONCE:d})")  # noqa: S608
    return _changes(connection) - before >= _NOTHING_DONE


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
