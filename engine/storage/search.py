"""Looking for words in what was in front."""

from __future__ import annotations

from sqlalchemy import Connection, Select, func, or_, select

from engine.domain.activity import Activity
from engine.storage.database import Database
from engine.storage.queries.history import FOREVER_MS, newest
from engine.storage.tables import app, document, look, site, title

MOST = 1_000

_TEXTS = ((look.c.app_id, app, "name"), (look.c.title_id, title, "text"), (look.c.site_id, site, "name"))
_PATHS = ((look.c.document_id, document, "path"),)


class SearchStore:
    """Finds activities by any part of their app, title, site or document, as recorded; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, words: str, *, limit: int = 100, start_ms: int = 0, end_ms: int = FOREVER_MS) -> list[Activity]:
        """Return the closed activities that start in [start_ms, end_ms) and hold the words, the newest first.

        At most limit of them, and at most 1,000. Small and capital letters of any script are the same. Nothing is
        found for empty words.
        """
        wanted = words.strip().casefold()
        if not wanted:
            return []
        with self._database.reading() as connection:
            _teach(connection)
            return newest(connection, _looks_with(wanted), start_ms, end_ms, min(limit, MOST))


def _looks_with(words: str) -> Select[tuple[int]]:
    """Return the question for the looks that hold the words; each dictionary is gone through once."""
    places = [
        column.in_(select(table.c.id).where(func.kairos_holds(table.c[name], words)))
        for column, table, name in (*_TEXTS, *_PATHS)
    ]
    return select(look.c.id).where(or_(*places))


def _teach(connection: Connection) -> None:
    """Teach the connection to compare texts of any script without regard to capitals, which SQLite cannot."""
    raw = connection.connection.dbapi_connection
    if raw is not None:
        raw.create_function("kairos_holds", 2, _holds)


def _holds(text: str, words: str) -> bool:
    return words in text.casefold()
