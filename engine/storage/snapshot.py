"""One state of the history for answers made of several questions, so that they agree while recording goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from engine.domain.look import Labeller
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.labelled import LabelledHistory
from engine.storage.totals import TotalStore


class _OneState:
    """A connection in a transaction, for whoever opens one to read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection; it is closed by who opened it."""
        yield self._connection


class Snapshot:
    """The totals and the activities of one moment, the open activity lasting until its beat."""

    def __init__(self, connection: Connection, labeller: Labeller | None, beat: Beat | None) -> None:
        state = _OneState(connection)
        self._totals = TotalStore(state, labeller)
        self._history = LabelledHistory(state, labeller)
        self._beat = beat

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...]) -> list[TotalRow]:
        """Return the totals between two moments, as TotalStore tells them."""
        return self._totals.total(start_ms, end_ms, by, beat=self._beat)

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> list[list[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend."""
        return self._totals.each(bounds, by, beat=self._beat)

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the history between two moments, as LabelledHistory tells it."""
        return self._history.between(start_ms, end_ms, beat=self._beat)


class Snapshots:
    """Takes snapshots of a database. labeller: as TotalStore needs it. Raises Storage errors."""

    def __init__(self, database: Database, labeller: Labeller | None, heartbeat: HeartbeatFile) -> None:
        self._labeller = labeller
        self._database = database
        self._heartbeat = heartbeat

    @contextmanager
    def take(self) -> Iterator[Snapshot]:
        """Give the state of this moment; the log cannot be cut until it is given back."""
        beat = self._heartbeat.read()
        with self._database.reading() as connection:
            connection.exec_driver_sql("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()  # what is seen is settled here
            yield Snapshot(connection, self._labeller, beat)
