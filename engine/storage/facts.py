"""Small facts about a database: what it was made with, and whose recordings it holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select

from engine.storage.database import Database
from engine.storage.tables import activity, source


@dataclass(frozen=True, slots=True)
class Versions:
    """The schema's version in the file, and the libraries that read it."""

    schema: str
    sqlite: str
    sqlcipher: str


def versions(database: Database) -> Versions:
    """Return the versions; raises Storage errors."""
    questions = ("PRAGMA user_version", "SELECT sqlite_version()", "PRAGMA cipher_version")
    with database.reading() as connection:
        answers = [str(connection.exec_driver_sql(question).scalar() or "") for question in questions]
    return Versions(*answers)


def sources(database: Database) -> frozenset[str]:
    """Return the names of those who recorded at least one activity; raises Storage errors."""
    wanted = select(source.c.name).where(exists().where(activity.c.source_id == source.c.id))
    with database.reading() as connection:
        return frozenset(connection.execute(wanted).scalars())
