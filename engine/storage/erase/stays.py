"""What names erased things and stays: what the person set up, which only they may take away."""

from __future__ import annotations

from sqlalchemy import Connection

from engine.domain.erase_match import mentions
from engine.storage.database import Database

_SET_UP = (
    ("rules", "SELECT coalesce(name, '') || char(10) || expression FROM rule"),
    ("rules", "SELECT matches FROM refused_rule"),
    ("categories", "SELECT name FROM category"),
    ("goals", "SELECT name FROM goal WHERE name IS NOT NULL"),
    ("skills", "SELECT name FROM skill"),
    ("learning", "SELECT title FROM learning_item"),
    ("learning", "SELECT front || char(10) || back FROM recall_card"),
    ("calendars", "SELECT name || char(10) || path FROM calendar"),
    ("folders", "SELECT CAST(path AS TEXT) || include || exclude FROM document_folder"),
)


def named_in(database: Database, texts: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return where one of the texts still stands, and how often, in the words of the person's own settings."""
    found: dict[str, int] = {}
    with database.reading() as connection:
        for place, question in _SET_UP:
            found[place] = found.get(place, 0) + _count(connection, question, texts)
    return tuple((place, count) for place, count in found.items() if count)


def _count(connection: Connection, question: str, texts: tuple[str, ...]) -> int:
    return sum(mentions(str(text), texts) for text in connection.exec_driver_sql(question).scalars())
