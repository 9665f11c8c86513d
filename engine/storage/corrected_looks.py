"""Which looks the person gave a category themselves."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.storage.database import Database
from engine.storage.queries.history import FOREVER_MS
from engine.storage.queries.looks import looks_of
from engine.storage.queries.paints import in_force
from engine.storage.tables import activity, source
from engine.storage.tables.codes import PRESENCE_CODE

_REACH_MS = 24 * MS_PER_HOUR  # what began longer before is not looked for
_LEAST_SHARE = 0.1  # of the corrected time; what flashed by was not what the person meant


class CorrectedLookStore:
    """Tells the looks of time that was given a category; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[tuple[Look, int]]:
        """Return each look that filled a tenth or more of such a time, with its category, in the order it was said.

        The last word counts; who said "none" gave no category.
        """
        return [(look, category) for look, category, _ in self.dated()]

    def any(self) -> bool:
        """Return whether any time was given a category by hand."""
        with self._database.reading() as connection:
            return any(
                one.kind is CorrectionKind.RELABEL and one.labels.category_id
                for one in in_force(connection, Interval(0, FOREVER_MS))
            )

    def dated(self) -> list[tuple[Look, int, int]]:
        """Return the same with when each was said, UTC milliseconds."""
        said: dict[int, tuple[int, int]] = {}
        with self._database.reading() as connection:
            for one in in_force(connection, Interval(0, FOREVER_MS)):
                category = one.labels.category_id
                if one.kind is CorrectionKind.RELABEL and category is not None:
                    for look_id in _filling(connection, one.interval):
                        said.pop(look_id, None)
                        said[look_id] = category, one.made_ms
            looks = {look.id: look for look in looks_of(connection)} if said else {}
        return [(looks[number], *told) for number, told in said.items() if told[0] and number in looks]


def _filling(connection: Connection, span: Interval) -> list[int]:
    length = func.sum(func.min(activity.c.end_ms, span.end_ms) - func.max(activity.c.start_ms, span.start_ms))
    wanted = (
        select(activity.c.look_id, length)
        .where(
            activity.c.source_id.in_(select(source.c.id)),  # so that the key finds the few rows of that time
            activity.c.start_ms.between(span.start_ms - _REACH_MS, span.end_ms - 1),
            activity.c.end_ms > span.start_ms,
            activity.c.look_id.is_not(None),
            activity.c.presence == PRESENCE_CODE[Presence.ACTIVE],
        )
        .group_by(activity.c.look_id)
    )
    found = [(int(look_id), int(ms)) for look_id, ms in connection.execute(wanted)]
    least = _LEAST_SHARE * sum(ms for _, ms in found)
    return [look_id for look_id, ms in found if ms >= least and ms > 0]
