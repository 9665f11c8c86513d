"""Small facts that decide what happens by itself; asked by the recorder, which loads nothing else for them."""

from __future__ import annotations

from engine.storage.database import Database

_WATCHES = "SELECT EXISTS (SELECT 1 FROM calendar WHERE watched = 1)"
_PLANS = "SELECT EXISTS (SELECT 1 FROM block) OR EXISTS (SELECT 1 FROM flexible_block WHERE active = 1)"
_RECORDED = "SELECT EXISTS (SELECT 1 FROM activity WHERE start_ms < ?)"

_ERASING = "SELECT EXISTS (SELECT 1 FROM erasure WHERE finished_ms IS NULL)"
_IN_SESSION = "SELECT EXISTS (SELECT 1 FROM focus_session WHERE running = 1)"


class DayFacts:
    """Small questions about a profile; every method raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def watches(self) -> bool:
        """Return whether the person named a calendar to watch."""
        return self._holds(_WATCHES)

    def plans(self) -> bool:
        """Return whether anything is planned, or waits for a place."""
        return self._holds(_PLANS)

    def recorded_before(self, moment_ms: int) -> bool:
        """Return whether anything was recorded that began before the moment."""
        return self._holds(_RECORDED, moment_ms)

    def in_session(self) -> bool:
        """Return whether a focus session runs."""
        return self._holds(_IN_SESSION)

    def erasing(self) -> bool:
        """Return whether an erase left something to be finished."""
        return self._holds(_ERASING)

    def _holds(self, statement: str, *values: int) -> bool:
        with self._database.reading() as connection:
            return bool(connection.exec_driver_sql(statement, values).scalar_one())
