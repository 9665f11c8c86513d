"""When the person was at the machine, as recorded: from the time alone, whatever was in front."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.storage.database import Database
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.tables.activity import activity_number
from engine.storage.tables.codes import PRESENCE_CODE

_ACTIVE = PRESENCE_CODE[Presence.ACTIVE]
_LONGEST_MS = 24 * MS_PER_HOUR  # of one activity that reaches into the time asked for
_CLOSED = """SELECT start_ms, end_ms FROM source JOIN activity ON source_id = source.id
WHERE start_ms >= ? AND start_ms < ? AND end_ms > ? AND presence = ?"""
_OPEN = """SELECT source_id, start_ms FROM open_activity CROSS JOIN activity USING (source_id, start_ms)
WHERE presence = ?"""


class ActiveTime:
    """Reads active time; the open activity lasts until the recorder's last sign of life. Raises Storage errors."""

    def __init__(self, database: Database, heartbeat: HeartbeatFile) -> None:
        self._database = database
        self._heartbeat = heartbeat

    def between(self, start_ms: int, end_ms: int) -> list[Interval]:
        """Return active time in [start_ms, end_ms), in order, what touches as one."""
        if end_ms <= start_ms:
            return []
        bounds = Interval(start_ms, end_ms)
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(_CLOSED, (start_ms - _LONGEST_MS, end_ms, start_ms, _ACTIVE)).all()
            found = [Interval(row[0], row[1]) for row in rows if row[1] > row[0]]
            found += self._open(connection)
        return _joined(part for part in (one.clip(bounds) for one in found) if part is not None)

    def _open(self, connection: Connection) -> list[Interval]:
        beat = self._heartbeat.read()
        if beat is None:
            return []
        rows = connection.exec_driver_sql(_OPEN, (_ACTIVE,)).all()
        return [
            Interval(row[1], beat.end_ms)
            for row in rows
            if activity_number(row[0], row[1]) == beat.activity_id and beat.end_ms > row[1]
        ]


def _joined(found: Iterable[Interval]) -> list[Interval]:
    joined: list[Interval] = []
    for one in sorted(found):
        if joined and one.start_ms <= joined[-1].end_ms:
            joined[-1] = Interval(joined[-1].start_ms, max(joined[-1].end_ms, one.end_ms))
        else:
            joined.append(one)
    return joined
