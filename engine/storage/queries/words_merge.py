"""The index of words is merged in steps: what is added stays fast to ask, what was removed leaves the file."""

from __future__ import annotations

from sqlalchemy import Connection

from engine.storage.tables import WORDS

_PAGES_AT_ONCE = 500
_NOTHING_DONE = 2
"""SQLite counts fewer changes than this where a merge found nothing to do."""

_MERGE = f"INSERT INTO {WORDS} ({WORDS}, rank) VALUES ('merge', ?)"  # noqa: S608  (our own name)


def keep_up(connection: Connection, chunks: int) -> None:
    """Merge as much as so many new chunks call for: about a page each, as each is written again a few times."""
    connection.exec_driver_sql(_MERGE, (chunks,))


def merge_some(connection: Connection) -> bool:
    """Merge some pages of the whole index into one part; return whether there may be more to do.

    Done to the end, nothing that was removed is left in it.
    """
    before = _changes(connection)
    connection.exec_driver_sql(_MERGE, (-_PAGES_AT_ONCE,))  # below 0 it takes every part into the merge
    return _changes(connection) - before >= _NOTHING_DONE


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
