"""Applies the limits to a database in small steps, between which others write; or tells what that would drop."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text

from engine.domain.activity import KEPT
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.domain.retention import Limits, RetentionPreview
from engine.storage.database import Database
from engine.storage.erase.unused import forget_unused
from engine.storage.queries.history_marks import boundaries
from engine.storage.retention.days import first_left, gather, goes_on_before
from engine.storage.retention.titles import drop_titles, first_due, next_from

DayOf = Callable[[int], Interval]
"""The person's day a moment lies in."""

_STEP_MS = 24 * MS_PER_HOUR
_LEAST_PAUSE_S, _MOST_PAUSE_S = 0.02, 0.5

_OLD = """FROM activity JOIN look ON look.id = look_id LEFT JOIN app ON app.id = app_id
WHERE activity.end_ms <= :limit AND instr(coalesce(platform, ''), :kept) = 0"""
_NAMES = "(title_id IS NOT NULL OR site_id IS NOT NULL OR document_id IS NOT NULL)"
_COUNTS = {
    "activities": f"SELECT count(*) {_OLD} AND {_NAMES}",
    "titles": f"""SELECT count(*) FROM (SELECT title_id {_OLD} AND title_id IS NOT NULL EXCEPT
SELECT title_id FROM activity JOIN look ON look.id = look_id WHERE end_ms > :limit)""",  # noqa: S608  (our own words)
    "corrections": "SELECT count(*) FROM correction WHERE start_ms < :limit",
    "others": """SELECT (SELECT count(*) FROM dialogue_turn WHERE at_ms < :limit)
+ (SELECT count(*) FROM plan_change WHERE made_ms < :limit)
+ (SELECT count(*) FROM notification WHERE due_ms < :limit)""",
    "gone": "SELECT count(*) FROM activity WHERE start_ms < :hours",
}
_FIRST = text("SELECT min(start_ms) FROM activity")
_LATEST_GONE = text("SELECT max(start_ms) FROM activity WHERE start_ms < :hours")
_ASIDE = (
    "DELETE FROM dialogue_turn WHERE at_ms < ?",
    "DELETE FROM dialogue WHERE id NOT IN (SELECT dialogue_id FROM dialogue_turn) AND changed_ms < ?",
    "DELETE FROM plan_change WHERE made_ms < ?",
    "DELETE FROM notification WHERE due_ms < ?",
)
_IMPORTS = """UPDATE import_batch SET file_name = '', sha256 = '' WHERE made_ms < ?
AND NOT EXISTS (SELECT 1 FROM activity WHERE batch_id = import_batch.id)"""


@dataclass(frozen=True, slots=True)
class RetentionParts:
    """labeller: what the rules say now. pause: rests between two steps, by default as long as the last one took."""

    labeller: Labeller | None = None
    pause: Callable[[float], object] = threading.Event().wait


class RetentionStore:
    """Drops what is older than the limits; killed at any moment it is done as far as it came. Raises Storage errors."""

    def __init__(self, database: Database, parts: RetentionParts | None = None) -> None:
        self._database = database
        self._parts = parts or RetentionParts()

    def preview(self, limits: Limits, day_of: DayOf, *, agreed: bool) -> RetentionPreview:
        """Return what applying the limits would drop."""
        values = {"limit": limits.titles_ms or 0, "hours": limits.hours_ms or 0, "kept": KEPT}
        with self._database.reading() as connection:
            counts = {name: int(connection.execute(text(one), values).scalar_one()) for name, one in _COUNTS.items()}
            first = connection.execute(_FIRST).scalar()
            last = connection.execute(_LATEST_GONE, values).scalar()
        return RetentionPreview(limits, agreed, **counts, days=_days(first, last, day_of), first_ms=first)

    def apply(self, limits: Limits, day_of: DayOf, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Drop what is older, oldest first; return whether all of it is done, and not stopped before."""
        if limits.titles_ms is None:
            return True
        whole = self._titles(limits.titles_ms, stopped)
        if whole and limits.hours_ms is not None:
            whole = self._days(limits.hours_ms, day_of, stopped)
        if not stopped():
            self._aside(limits)
        return whole

    def boundaries(self) -> tuple[int, int]:
        """Return before when titles are dropped, and before when only totals of days are left."""
        with self._database.reading() as connection:
            return boundaries(connection)

    def _titles(self, limit_ms: int, stopped: Callable[[], bool]) -> bool:
        with self._database.reading() as connection:
            start = first_due(connection, limit_ms)
        wanted = _STEP_MS
        while start is not None and start < limit_ms and not stopped():
            began = time.monotonic()
            with self._database.writing() as connection:
                end = min(limit_ms, start + wanted)
                step = drop_titles(connection, Interval(start, end), self._parts.labeller)
                following = start if step is None else next_from(connection, step.span.end_ms)
            if step is None and end == limit_ms:
                return True  # what reaches beyond the limit goes with the days that follow
            # A span that one activity fills is taken together with the next.
            start, wanted = following, wanted + _STEP_MS if step is None else _STEP_MS
            self._rest(began)
        return not stopped()

    def _days(self, limit_ms: int, day_of: DayOf, stopped: Callable[[], bool]) -> bool:
        while not stopped():
            began = time.monotonic()
            with self._database.writing() as connection:
                first = first_left(connection, limit_ms)
                if first is None:
                    return True
                day = day_of(first)
                if day.end_ms > limit_ms or goes_on_before(connection, day.end_ms):
                    return True
                gather(connection, day, self._parts.labeller)
            self._rest(began)
        return False

    def _aside(self, limits: Limits) -> None:
        with self._database.writing() as connection:
            for statement in _ASIDE:
                connection.exec_driver_sql(statement, (limits.titles_ms,))
            if limits.hours_ms is not None:
                connection.exec_driver_sql(_IMPORTS, (limits.hours_ms,))
            forget_unused(connection, Counter())

    def _rest(self, began: float) -> None:
        """Give others as long as a step took: one who waits for the lock looks only now and then."""
        self._parts.pause(min(_MOST_PAUSE_S, max(_LEAST_PAUSE_S, time.monotonic() - began)))


def _days(first_ms: int | None, last_ms: int | None, day_of: DayOf) -> int:
    """Return how many days lie from one moment to the other, both included."""
    if first_ms is None or last_ms is None:
        return 0
    return 1 + round((day_of(last_ms).start_ms - day_of(first_ms).start_ms) / _STEP_MS)
