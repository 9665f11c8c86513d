"""How focused the person said they were."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from engine.domain.errors import UsageError
from engine.domain.offers import FocusRating
from engine.storage.database import Database
from engine.storage.tables import focus_rating


class RatingStore:
    """Keeps ratings; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, rating: FocusRating) -> None:
        """Store a rating; UsageError for a value that is not 1 to 5."""
        if rating.value not in range(1, 6):
            raise UsageError("A rating is a number from 1 (scattered) to 5 (focused).")
        with self._database.writing() as connection:
            connection.execute(insert(focus_rating), {"at_ms": rating.at_ms, "value": rating.value})

    def of_session(self, end_ms: int, value: int) -> None:
        """Store how focused a session was that ended at end_ms, in place of what was said of it before."""
        with self._database.writing() as connection:
            connection.execute(delete(focus_rating).where(focus_rating.c.at_ms == end_ms))
            connection.execute(insert(focus_rating), {"at_ms": end_ms, "value": value})

    def since(self, from_ms: int) -> list[FocusRating]:
        """Return the ratings given from then on, in order."""
        wanted = select(focus_rating).where(focus_rating.c.at_ms >= from_ms).order_by(focus_rating.c.at_ms)
        with self._database.reading() as connection:
            return [FocusRating(row.at_ms, row.value) for row in connection.execute(wanted)]

    def clear(self) -> None:
        """Forget every rating."""
        with self._database.writing() as connection:
            connection.execute(delete(focus_rating))
