"""Takes away what the person planned, answered and learned: in the time that is erased, or by its name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from engine.domain.clock import MS_PER_HOUR, utc
from engine.domain.erase_match import mentions
from engine.domain.erasing import Erasable
from engine.storage.erase.scope import Scope

_WEEK_MS = 7 * 24 * MS_PER_HOUR
_PLANNED = ("block", "flexible_block")
_IN_TIME = (
    (Erasable.SESSIONS, "DELETE FROM focus_session WHERE start_ms < ? AND coalesce(end_ms, start_ms + 1) > ?"),
    (Erasable.SESSIONS, "DELETE FROM focus_rating WHERE at_ms < ? AND at_ms >= ?"),
    (Erasable.SESSIONS, "DELETE FROM focus_contract WHERE made_ms < ? AND made_ms >= ?"),
    (Erasable.NOTIFICATIONS, "DELETE FROM notification WHERE due_ms < ? AND due_ms >= ?"),
    (Erasable.LEARNING, "DELETE FROM recall_review WHERE at_ms < ? AND at_ms >= ?"),
)
_ONCE = "SELECT id FROM block WHERE rule = '' AND added = '' AND series_id IS NULL AND calendar_id IS NULL"
_ON_JOURNAL = "SELECT change_id, of_table, row_id, before, after FROM plan_change_row"


def forget_own(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    """Take it away: of a time what lay in it, of a name what bears it. A running session's end is not waited for."""
    gone: set[tuple[str, int]] = set()
    if not scope.named:
        _in_time(connection, scope, counts)
        gone = {("block", number) for number in _over(connection, scope)}
    elif scope.texts:
        gone = set(_bearing(connection, scope))
        _intentions(connection, scope, counts)
    _journal(connection, scope, gone, counts)
    for table, number in sorted(gone):
        counts[Erasable.BLOCKS] += _done(connection, f"DELETE FROM {table} WHERE id = ?", number)  # noqa: S608
    if scope.choice.app is not None and not scope.choice.texts:
        _nudges(connection, scope, counts)


def _in_time(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    for kind, statement in _IN_TIME:
        counts[kind] += _done(connection, statement, scope.span.end_ms, scope.span.start_ms)
    for (week,) in connection.exec_driver_sql("SELECT DISTINCT week FROM learning_week").all():
        start = _moment(week)
        if scope.span.start_ms <= start and start + _WEEK_MS <= scope.span.end_ms:
            counts[Erasable.LEARNING] += _done(connection, "DELETE FROM learning_week WHERE week = ?", week)


def _moment(day: str) -> int:
    from datetime import date  # noqa: PLC0415

    epoch = utc(0).date()
    return (date.fromisoformat(day) - epoch).days * 24 * MS_PER_HOUR


def _over(connection: Connection, scope: Scope) -> list[int]:
    """Return single blocks within the time that are over; what is still to come stays planned."""
    start, end = scope.span.start_ms, min(scope.span.end_ms, scope.now_ms)
    wanted = f"{_ONCE} AND start_ms >= ? AND start_ms < ? AND end_ms <= ?"
    return list(connection.exec_driver_sql(wanted, (start, end, scope.now_ms)).scalars())


def _bearing(connection: Connection, scope: Scope) -> Iterable[tuple[str, int]]:
    """Yield blocks whose title, project or note mentions what is erased; of a time, those that begin in it."""
    for table in _PLANNED:
        start = "start_ms" if table == "block" else "NULL"
        rows = connection.exec_driver_sql(f"SELECT id, {start}, title, project, note FROM {table}").all()  # noqa: S608
        for number, start_ms, *texts in rows:
            there = not scope.choice.timed or (
                start_ms is not None and scope.span.start_ms <= start_ms < scope.span.end_ms
            )
            if there and mentions("\n".join(texts), scope.texts):
                yield table, number


def _journal(connection: Connection, scope: Scope, gone: set[tuple[str, int]], counts: Counter[Erasable]) -> None:
    """Forget changes of the plan that could bring it back, or name it: they can no longer be undone."""
    changes: set[int] = set()
    for change, table, number, before, after in connection.exec_driver_sql(_ON_JOURNAL).all():
        rows = [json.loads(text) for text in (before, after) if text]
        said = "\n".join(str(row.get(key, "")) for row in rows for key in ("title", "project", "note"))
        then = not scope.named and any(_lay_in(row, scope) for row in rows)
        if (table, number) in gone or then or (scope.texts and mentions(said, scope.texts)):
            changes.add(change)
    if scope.texts:
        told = connection.exec_driver_sql("SELECT id, what FROM plan_change").all()
        changes |= {number for number, what in told if mentions(what, scope.texts)}
    for number in sorted(changes):
        counts[Erasable.BLOCKS] += _done(connection, "DELETE FROM plan_change WHERE id = ?", number)


def _lay_in(row: dict[str, object], scope: Scope) -> bool:
    start = row.get("start_ms")
    return isinstance(start, int) and scope.span.start_ms <= start < min(scope.span.end_ms, scope.now_ms)


def _intentions(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    rows = connection.exec_driver_sql("SELECT id, intention FROM focus_session WHERE intention <> ''").all()
    for number, words in rows:
        if mentions(words, scope.texts):
            blank = "UPDATE focus_session SET intention = '' WHERE id = ?"
            counts[Erasable.SESSIONS] += _done(connection, blank, number)


def _nudges(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    for number, app in connection.exec_driver_sql("SELECT id, app FROM nudge").all():
        if scope.matcher.app_is(app):
            counts[Erasable.SESSIONS] += _done(connection, "UPDATE nudge SET app = '' WHERE id = ?", number)


def _done(connection: Connection, statement: str, *values: object) -> int:
    return max(0, connection.exec_driver_sql(statement, values).rowcount)
