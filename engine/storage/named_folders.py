"""How many folders of documents are named; asked by the recorder, which loads nothing else of documents for it."""

from __future__ import annotations

from collections.abc import Callable

from engine.storage.database import Database


def named_folders(database: Database) -> Callable[[], int]:
    """Return what tells how many folders of documents are named; raises Storage errors."""

    def count() -> int:
        with database.reading() as connection:
            told = connection.exec_driver_sql("SELECT count(*) FROM document_folder WHERE removed = 0")
            return int(told.scalar_one())

    return count
