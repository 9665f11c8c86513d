"""Keys of the storage tests, and files that are encrypted with them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.database_key import DatabaseKey
from engine.storage import driver
from engine.storage.activities import ActivityStore
from engine.storage.connections import connect
from engine.storage.database import Database

KEY = DatabaseKey(bytes(range(32)))
OTHER = DatabaseKey(bytes(range(1, 33)))


def raw(path: Path, key: DatabaseKey | None) -> Any:
    """Return a driver connection to the file, past everything that judges it."""
    return connect(driver.load(), path, key)


def ask(path: Path, key: DatabaseKey | None, question: str) -> list[tuple[object, ...]]:
    """Return what the file answers."""
    with closing(raw(path, key)) as connection:
        return list(connection.execute(question))


def fill(path: Path, key: DatabaseKey | None, count: int = 300, title: str = "title") -> Path:
    """Make a database with so many activities, close it, and return its path."""
    with closing(Database.open(path, key)) as database:
        rows = (Activity(n * 10, n * 10 + 10, seen("app", f"{title} {n}"), ZONE) for n in range(count))
        ActivityStore(database).insert_many(rows)
    return path
