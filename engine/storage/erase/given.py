"""Takes away what was kept of what was given away: figures of days that are erased, and updates made of them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import Connection

from engine.domain.clock import utc
from engine.domain.erasing import Erasable
from engine.storage.erase.rows import Taken

_RELEASES = "SELECT id, first_day, last_day FROM share_release WHERE content <> '' OR figures <> ''"
_BLANK_RELEASE = "UPDATE share_release SET content = '', figures = '', digest = '' WHERE id = ?"
_ROUNDS = "SELECT id, week FROM team_round WHERE length(content) > 0 OR length(private_key) > 0"
_BLANK_ROUND = "UPDATE team_round SET content = x'', private_key = x'' WHERE id = ?"
_BLANK_STEPS = "UPDATE together_step SET content = x'' WHERE kind = 'update' AND length(content) > 0 AND made_ms >= ?"
_DAY = timedelta(1)  # of zones
_WEEK = timedelta(6)


def forget_given(connection: Connection, taken: Taken, counts: Counter[Erasable]) -> None:
    """Take it away where its days hold time that went; what was charged for it stays, as numbers."""
    spans = [(utc(start).date() - _DAY, utc(end).date() + _DAY) for start, end in taken.spans]
    for number, first, last in connection.exec_driver_sql(_RELEASES).all():
        if _meet(date.fromisoformat(first), date.fromisoformat(last), spans):
            counts[Erasable.SHARED] += _done(connection, _BLANK_RELEASE, number)
    for number, week in connection.exec_driver_sql(_ROUNDS).all():
        first_day = date.fromisoformat(week)
        if _meet(first_day, first_day + _WEEK, spans):
            counts[Erasable.SHARED] += _done(connection, _BLANK_ROUND, number)
    if taken.first_ms is not None:
        counts[Erasable.SHARED] += _done(connection, _BLANK_STEPS, taken.first_ms)


def _meet(first: date, last: date, spans: list[tuple[date, date]]) -> bool:
    return any(start <= last and first <= end for start, end in spans)


def _done(connection: Connection, statement: str, *values: object) -> int:
    return max(0, connection.exec_driver_sql(statement, values).rowcount)
