"""Keeps the focus figures of days once they were worked out, until something changes in an hour of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection, bindparam, delete, insert, update

from engine.domain.focus_day import LONGEST_DAY_MS, FocusDay
from engine.domain.intervals import Interval
from engine.domain.report import LabelledActivity
from engine.storage.database import Database
from engine.storage.queries.kept_focus import as_columns, counted_reach, kept_days
from engine.storage.snapshot import Snapshot
from engine.storage.tables import focus_day

WorkOut = Callable[[Iterator[LabelledActivity]], FocusDay]
"""Tells what the activities of a day, in order and cut at its bounds, come to."""

_AT_ONCE = 7  # days; a kill loses no more
_OVERLAPPING = delete(focus_day).where(
    focus_day.c.start_ms > bindparam("from_ms") - LONGEST_DAY_MS,
    focus_day.c.start_ms < bindparam("until_ms"),
    focus_day.c.end_ms > bindparam("from_ms"),
)
_RESERVE = insert(focus_day).returning(focus_day.c.id)
_FILL = (
    update(focus_day)
    .where(focus_day.c.id == bindparam("number"), focus_day.c.figures.is_(None))
    .values(figures=bindparam("the_figures"), lengths=bindparam("the_lengths"))
)


class FocusDayStore:
    """Works out and keeps; the days kept never overlap, so that of two ways to cut days the last one asked for stays.

    A day is reserved first, by a row without contents, then read, then filled in. Triggers take away the row, filled
    in or not, in the transaction that changes an hour of the day; a row that is gone is not filled in. So what is kept
    is what the history says, whoever writes or dies in between. snapshots: gives the state of a moment.
    """

    def __init__(self, database: Database, snapshots: Callable[[], AbstractContextManager[Snapshot]]) -> None:
        self._database = database
        self._snapshots = snapshots

    def missing(self, days: Sequence[Interval]) -> list[Interval]:
        """Return those of the days, which ascend, that hold something and are not kept. Raises Storage errors."""
        with self._database.reading() as connection:
            reach = counted_reach(connection)
            if reach is None or not days:
                return []
            kept = kept_days(connection, days[0].start_ms, days[-1].end_ms)
        return [day for day in days if day.clip(reach) is not None and day not in kept]

    def fill(self, days: Sequence[Interval], work_out: WorkOut) -> None:
        """Keep the figures of these days, which should lie in the past.

        Those that something goes on in are left out, without a word being written. Raises Storage errors, StorageBusy
        at once where another one writes.
        """
        with self._snapshots() as state:
            days = [day for day in days if 0 < day.length_ms <= LONGEST_DAY_MS and state.settled(day)]
        for first in range(0, len(days), _AT_ONCE):
            with self._database.writing(patient=False) as connection:
                numbers = self.reserve(connection, days[first : first + _AT_ONCE])
            with self._snapshots() as state:
                made = {number: work_out(state.labelled(*_bounds(day))) for number, day in _settled(state, numbers)}
            with self._database.writing(patient=False) as connection:
                self.keep(connection, made)

    @staticmethod
    def reserve(connection: Connection, days: Sequence[Interval]) -> dict[Interval, int]:
        """Return a number for each day, to keep its figures under once they were read in a later transaction."""
        numbers = {}
        for day in days:
            connection.execute(_OVERLAPPING, {"from_ms": day.start_ms, "until_ms": day.end_ms})
            row = {"start_ms": day.start_ms, "end_ms": day.end_ms}
            numbers[day] = int(connection.execute(_RESERVE, row).scalar_one())
        return numbers

    @staticmethod
    def keep(connection: Connection, made: Mapping[int, FocusDay]) -> None:
        """Keep figures by their days' numbers; those of days that changed since they were reserved are dropped."""
        for number, day in made.items():
            columns = as_columns(day)
            connection.execute(
                _FILL,
                {"number": number, "the_figures": columns["figures"], "the_lengths": columns["lengths"]},
            )


def _bounds(day: Interval) -> tuple[int, int]:
    return day.start_ms, day.end_ms


def _settled(state: Snapshot, numbers: Mapping[Interval, int]) -> Iterator[tuple[int, Interval]]:
    """Yield the days that nothing open reaches into."""
    for day, number in numbers.items():
        if state.settled(day):
            yield number, day
