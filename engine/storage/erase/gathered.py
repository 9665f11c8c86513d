"""Takes an app, or a time, out of days of which only totals are left."""

from __future__ import annotations

from sqlalchemy import Connection, text

from engine.domain.clock import MS_PER_HOUR
from engine.storage.erase.rows import Taken
from engine.storage.erase.scope import Scope
from engine.storage.queries.history_marks import boundaries

_ROWS = text(
    """SELECT hour, app_id, coalesce(app.name, '') AS name, sum(ms) AS ms FROM hour_total
LEFT JOIN app ON app.id = app_id WHERE hour >= :first AND hour < :end GROUP BY hour, app_id"""
)
_FORGET = text("DELETE FROM hour_total WHERE hour = :hour AND app_id = :app")


def forget_gathered(connection: Connection, scope: Scope, taken: Taken) -> None:
    """Take away what the totals of gathered days tell of it; their titles, sites and documents are gone already.

    A day is told at one hour in its middle: it lies in a time where that hour begins in it.
    """
    choice = scope.choice
    gathered = boundaries(connection)[1] // MS_PER_HOUR
    first, end = -(-scope.span.start_ms // MS_PER_HOUR), min(gathered, -(-scope.span.end_ms // MS_PER_HOUR))
    if first >= end or choice.texts:
        return
    for hour, app_id, name, ms in connection.execute(_ROWS, {"first": first, "end": end}).all():
        if choice.app is None or scope.matcher.app_is(name):
            connection.execute(_FORGET, {"hour": hour, "app": app_id})
            taken.rows += 1
            taken.length_ms += ms
            taken.spans.append((hour * MS_PER_HOUR, (hour + 1) * MS_PER_HOUR))
