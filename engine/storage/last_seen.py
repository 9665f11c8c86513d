"""Reads when each kind of thing was recorded last: by this computer's recorder, not by imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from engine.domain.job_runs import JobOutcome
from engine.domain.last_seen import AppSeen, LastSeen
from engine.domain.presence import Presence
from engine.storage.database import Database
from engine.storage.tables.codes import PRESENCE_CODE

# The key of an activity begins with its source: so only the latest rows of each are read.
_RECENT = "FROM source CROSS JOIN activity ON source_id = source.id AND start_ms >= ? AND batch_id IS NULL"
_PRESENCE = f"SELECT presence, MAX(start_ms) {_RECENT} GROUP BY presence"
_APPS = f"""SELECT app.name, MAX(start_ms), MAX(CASE WHEN title_id IS NOT NULL THEN start_ms END)
{_RECENT} JOIN look ON look.id = look_id JOIN app ON app.id = look.app_id GROUP BY app.name"""
_DOCUMENT = f"""SELECT MAX(start_ms) {_RECENT} JOIN look_document USING (look_id)
WHERE look_document.document_id IS NOT NULL"""
_FOLDERS = "SELECT COUNT(*) FROM document_folder"
_CALENDARS = "SELECT COUNT(*), COALESCE(SUM(trouble <> ''), 0), MAX(read_ms) FROM calendar"
_MODEL = "SELECT finished_ms FROM training_run WHERE in_use = 1"
_FAILED = "SELECT MAX(last_end_ms) FROM job WHERE outcome = ?"
_AWAY = (Presence.IDLE, Presence.SCREENSAVER)
_SESSION = (Presence.LOCKED, Presence.SWITCHED, Presence.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which apps are browsers and which terminals, by their names."""

    browser: Callable[[str], bool]
    terminal: Callable[[str], bool]


def last_seen(database: Database, since_ms: int, kinds: Kinds) -> LastSeen:
    """Return what was recorded last since the moment; raises Storage errors."""
    with database.reading() as connection:
        presence = {int(row[0]): int(row[1]) for row in connection.exec_driver_sql(_PRESENCE, (since_ms,))}
        apps = [AppSeen(*row) for row in connection.exec_driver_sql(_APPS, (since_ms,))]
        browsers = [one for one in apps if kinds.browser(one.app)]
        terminals = [one for one in apps if kinds.terminal(one.app)]
        calendars = connection.exec_driver_sql(_CALENDARS).one()
        failed_ms = _number(connection, _FAILED, JobOutcome.FAILED.value)
        return LastSeen(
            active_ms=_latest(presence, Presence.ACTIVE),
            idle_ms=_latest(presence, *_AWAY),
            session_ms=_latest(presence, *_SESSION),
            browser_ms=_last(browsers),
            browser_title_ms=_last_titled(browsers),
            terminal_ms=_last(terminals),
            terminal_title_ms=_last_titled(terminals),
            document_ms=_number(connection, _DOCUMENT, since_ms),
            folders=_number(connection, _FOLDERS) or 0,
            calendars=calendars[0],
            calendars_in_trouble=calendars[1],
            calendar_ms=calendars[2],
            model_ms=_number(connection, _MODEL),
            job_failed=failed_ms is not None,
            job_ms=failed_ms,
        )


def _latest(presence: dict[int, int], *wanted: Presence) -> int | None:
    found = (presence.get(PRESENCE_CODE[one]) for one in wanted)
    return max((moment for moment in found if moment is not None), default=None)


def _last(apps: list[AppSeen]) -> int | None:
    return max((one.last_ms for one in apps), default=None)


def _last_titled(apps: list[AppSeen]) -> int | None:
    return max((one.titled_ms for one in apps if one.titled_ms is not None), default=None)


def _number(connection: Connection, question: str, *values: object) -> int | None:
    found = connection.exec_driver_sql(question, values).scalar()
    return None if found is None else int(found)
