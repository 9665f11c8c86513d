"""What the recorder last said of itself, kept for the window and the command line."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert

from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.storage.database import Database
from engine.storage.tables import recorder_status as status

_ONLY = 1


class RecorderStatusStore:
    """The one stored account; whether a recorder runs at all is told by its lock, not by this."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, health: RecorderHealth) -> None:
        """Replace the stored account; raises Storage errors."""
        values = {"id": _ONLY, **_of_health(health), **_of_probe(health.probe)}
        with self._database.writing() as connection:
            connection.execute(insert(status).on_conflict_do_update(index_elements=["id"], set_=values), values)

    def load(self) -> RecorderHealth | None:
        """Return the stored account, None where no recorder has run yet; raises Storage errors."""
        with self._database.reading() as connection:
            row = connection.execute(select(status)).first()
        return None if row is None else _health(row)


def _of_health(health: RecorderHealth) -> dict[str, object]:
    return {
        "state": health.state.value,
        "pid": health.pid,
        "started_ms": health.started_ms,
        "beat_ms": health.beat_ms,
        "waiting": health.waiting,
        "paused_until_ms": health.paused_until_ms,
        "message": health.message,
    }


def _of_probe(probe: ProbeReport | None) -> dict[str, object]:
    return {
        "session": None if probe is None else probe.session,
        "backend": None if probe is None else probe.backend,
        "sees_windows": None if probe is None else int(probe.windows),
        "sees_titles": None if probe is None else int(probe.titles),
        "sees_idle": None if probe is None else int(probe.idle),
        "sees_lock": None if probe is None else int(probe.lock),
        "sees_suspend": None if probe is None else int(probe.suspend),
        "note": None if probe is None else probe.note,
    }


def _health(row: Row[Any]) -> RecorderHealth:
    return RecorderHealth(
        RecorderState(row.state),
        row.pid,
        row.started_ms,
        row.beat_ms,
        row.waiting,
        row.paused_until_ms,
        row.message,
        _probe(row),
    )


def _probe(row: Row[Any]) -> ProbeReport | None:
    if row.session is None:
        return None
    return ProbeReport(
        session=row.session,
        backend=row.backend,
        windows=bool(row.sees_windows),
        titles=bool(row.sees_titles),
        idle=bool(row.sees_idle),
        lock=bool(row.sees_lock),
        suspend=bool(row.sees_suspend),
        note=row.note,
    )
