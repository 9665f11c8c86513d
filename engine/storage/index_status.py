"""How far the indexing is, and whether it is to pause: handed between processes in the database."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from engine.domain.documents import IndexPhase, IndexStatus
from engine.storage.database import Database
from engine.storage.tables import index_status

_ONLY = 1


class IndexStatusStore:
    """The one stored account; whether an indexing process runs at all is told by its lock, not by this.

    Raises Storage errors.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> IndexStatus:
        """Return the stored account, an idle one where nothing was indexed yet."""
        with self._database.reading() as connection:
            row = connection.execute(select(index_status)).first()
        if row is None:
            return IndexStatus()
        return IndexStatus(IndexPhase(row.phase), row.done, row.total, row.started_ms, row.note, row.pid, row.moved_ms)

    def save(self, status: IndexStatus) -> None:
        """Replace the stored account; whether to pause is left as it is."""
        self._store(
            {
                "phase": status.phase.value,
                "done": status.done,
                "total": status.total,
                "started_ms": status.started_ms,
                "note": status.note,
                "pid": status.pid,
                "moved_ms": status.moved_ms,
            }
        )

    def want_paused(self, paused: bool) -> None:
        """Ask the indexing to pause, or to go on; it stays so until asked otherwise."""
        self._store({"wanted_paused": int(paused)})

    def paused_wanted(self) -> bool:
        """Return whether the indexing is to pause."""
        with self._database.reading() as connection:
            return bool(connection.execute(select(index_status.c.wanted_paused)).scalar_one_or_none())

    def _store(self, changed: dict[str, object]) -> None:
        blank = {"phase": IndexPhase.IDLE.value, "note": "", **dict.fromkeys(_NUMBERS, 0)}
        row = {"id": _ONLY, **blank, **changed}
        with self._database.writing() as connection:
            connection.execute(insert(index_status).on_conflict_do_update(index_elements=["id"], set_=changed), row)


_NUMBERS = ("done", "total", "started_ms", "pid", "moved_ms", "wanted_paused")
