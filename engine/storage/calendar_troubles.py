"""Calendars that could not be read when that was tried last."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.calendars import CalendarKind, CalendarSource
from engine.storage.database import Database

_TROUBLED = "SELECT id, path, kind, name, trouble FROM calendar WHERE trouble <> '' ORDER BY id"


def calendars_in_trouble(database: Database) -> Callable[[], list[CalendarSource]]:
    """Return what tells the calendars that cannot be read, and why; raises Storage errors."""

    def find() -> list[CalendarSource]:
        with database.reading() as connection:
            rows = connection.exec_driver_sql(_TROUBLED).all()
        return [CalendarSource(row[1], CalendarKind(row[2]), row[3], trouble=row[4], id=row[0]) for row in rows]

    return find
