"""One state of the history for answers made of several questions, so that they agree while recording goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from engine.domain.focus_day import FocusDay
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow
from engine.storage.database import Database, OneState
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.labelled import LabelledHistory
from engine.storage.queries.history import FOREVER_MS, opened
from engine.storage.queries.kept_focus import counted_reach, kept_figures
from engine.storage.totals import TotalStore

_DAYS_AT_ONCE = 31


class Snapshot:
    """The totals and the activities of one moment, the open activity lasting until its beat."""

    def __init__(self, connection: Connection, labeller: Labeller | None, beat: Beat | None) -> None:
        state = OneState(connection)
        self._totals = TotalStore(state, labeller)
        self._history = LabelledHistory(state, labeller)
        self._connection = connection
        self._beat = beat
        self._going_on: list[Interval] | None = None

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...]) -> list[TotalRow]:
        """Return the totals between two moments, as TotalStore tells them."""
        return self._totals.total(start_ms, end_ms, by, beat=self._beat)

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> list[list[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend."""
        return self._totals.each(bounds, by, beat=self._beat)

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the history between two moments, as LabelledHistory tells it."""
        return self._history.between(start_ms, end_ms, beat=self._beat)

    def focus_days(
        self, days: Sequence[Interval], work_out: Callable[[Iterator[LabelledActivity]], FocusDay]
    ) -> Iterator[FocusDay]:
        """Yield what each day that holds something gives to focus figures, of days that ascend.

        As kept, or else worked out here and now by work_out from the day's activities.
        """
        reach = self._reach()
        held = [day for day in days if reach is not None and day.clip(reach) is not None]
        for first in range(0, len(held), _DAYS_AT_ONCE):
            some = held[first : first + _DAYS_AT_ONCE]
            kept = kept_figures(self._connection, some)
            for day in some:
                found = kept.get(day) if self.settled(day) else None
                yield work_out(self.labelled(day.start_ms, day.end_ms)) if found is None else found

    def settled(self, day: Interval) -> bool:
        """Return whether nothing that goes on reaches into the day: what is kept of it cannot know of that."""
        if self._going_on is None:
            pieces = opened(self._connection, 0, FOREVER_MS, self._beat)
            self._going_on = [Interval(one.start_ms, max(one.end_ms, one.start_ms + 1)) for one in pieces]
        return not any(day.clip(piece) for piece in self._going_on)

    def _reach(self) -> Interval | None:
        self.settled(Interval(0, 1))
        spans = [*(self._going_on or ()), *filter(None, [counted_reach(self._connection)])]
        return Interval(min(one.start_ms for one in spans), max(one.end_ms for one in spans)) if spans else None


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
