"""Gathers a day long past into its totals: how long what was counted as what, and no longer when."""

from __future__ import annotations

import json
from collections import defaultdict

from sqlalchemy import Connection, insert, text

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.storage.erase.rows import Taken, take
from engine.storage.queries.history import closed
from engine.storage.queries.history_marks import boundaries, set_boundaries
from engine.storage.queries.hours import hours_of
from engine.storage.queries.looks import Looks, named
from engine.storage.queries.painted_hours import painted
from engine.storage.queries.paints import in_force
from engine.storage.queries.repaint import take_out
from engine.storage.recount import Recount
from engine.storage.tables import hour_total
from engine.storage.tables.codes import PRESENCE_CODE, WITHHELD_CODE
from engine.storage.tables.totals import KEYS

_FIRST = text("SELECT min(start_ms) FROM activity WHERE start_ms < :limit")
_GOES_ON = text("SELECT 1 FROM open_activity WHERE start_ms < :end")
_GATHERED = text(
    f"""SELECT {", ".join(KEYS)}, sum(ms) AS ms FROM hour_total
WHERE hour IN (SELECT value FROM json_each(:hours)) AND hour < :edge GROUP BY {", ".join(KEYS)}"""  # noqa: S608
)
_FORGET = tuple(
    text(f"DELETE FROM {table} WHERE hour IN (SELECT value FROM json_each(:hours))")  # noqa: S608
    for table in ("hour_total", "mixed_hour")
)
_HALF = 2


def first_left(connection: Connection, limit_ms: int) -> int | None:
    """Return the start of the first activity before the limit."""
    return connection.execute(_FIRST, {"limit": limit_ms}).scalar()


def goes_on_before(connection: Connection, end_ms: int) -> bool:
    """Return whether an activity that began before that moment has no end yet: its day is not complete."""
    return connection.execute(_GOES_ON, {"end": end_ms}).first() is not None


def gather(connection: Connection, day: Interval, labeller: Labeller | None) -> int:
    """Replace all that is known of a day by its totals, in the caller's transaction; return the activities that went.

    They are kept at the hour in its middle, so that every zone and every report finds them within the day. What was
    before the day must have been gathered already. What the day came to when it was gathered before, and something was
    imported into it since, stays.
    """
    looks = Looks(connection, labeller)
    before = boundaries(connection)
    sums = _sums(connection, looks, day)
    for *keys, ms in connection.execute(_GATHERED, _hours(day, before[1])):
        sums[tuple(keys)] += ms
    taken = Taken()
    set_boundaries(connection, max(before[0], day.end_ms), max(before[1], day.end_ms))
    take(connection, day, taken, looks=False)
    take_out(connection, lambda row: _part(row, day))
    for forget in _FORGET:
        connection.execute(forget, {"hours": json.dumps(list(hours_of(day)))})
    if day.end_ms % MS_PER_HOUR:  # the next day begins within the hour
        recount = Recount(connection, looks)
        recount.hours_anew([day.end_ms // MS_PER_HOUR])
        recount.settle()
    hour = (day.start_ms + day.length_ms // _HALF) // MS_PER_HOUR
    rows = [{**dict(zip(("hour", *KEYS), (hour, *keys), strict=True)), "ms": ms} for keys, ms in sums.items()]
    if rows:
        connection.execute(insert(hour_total), rows)
    return taken.rows


def _hours(day: Interval, gathered_ms: int) -> dict[str, object]:
    return {"hours": json.dumps(list(hours_of(day))), "edge": gathered_ms // MS_PER_HOUR}


def _sums(connection: Connection, looks: Looks, day: Interval) -> defaultdict[tuple[int, ...], int]:
    raw = closed(connection, day.start_ms, day.end_ms)
    counted = painted(raw, in_force(connection, day), day)
    found = looks.of_many(named(key.what) for key in counted)
    sums: defaultdict[tuple[int, ...], int] = defaultdict(int)
    for key, ms in counted.items():
        look = found[named(key.what)]
        labels = (0, 0, 0) if look is None else (look.category_id, look.project_id, look.tag_id)
        if key.override:
            labels = looks.overridden(labels, key.override)
        codes = PRESENCE_CODE[key.what.presence], WITHHELD_CODE[key.what.withheld]
        sums[(0 if look is None else look.app_id, *labels, *codes)] += ms
    return sums


def _part(row: dict[str, int], day: Interval) -> list[Interval] | None:
    part = Interval(row["start_ms"], row["end_ms"]).clip(day)
    return None if part is None else [part]
