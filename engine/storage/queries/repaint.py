"""Takes times out of corrections, their order and their actions kept: the one way a correction is ever changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from engine.domain.intervals import Interval, subtract
from engine.storage.tables import correction

Holes = Callable[[Any], Sequence[Interval] | None]
"""Says which times to take out of a correction, by its row; None to leave it as it is."""

_EMPTY = text("DELETE FROM correction_group WHERE id NOT IN (SELECT group_id FROM correction)")


def take_out(connection: Connection, holes: Holes) -> list[Interval]:
    """Take times out of corrections, undone ones included, and return the parts that went; totals are the caller's.

    From the first that changes on all are written anew, so that the order in which they lie above each other stays.
    """
    rows = [dict(row) for row in connection.execute(select(correction).order_by(correction.c.id)).mappings()]
    wanted = [holes(row) for row in rows]
    first = next((place for place, one in enumerate(wanted) if one is not None), None)
    if first is None:
        return []
    gone: list[Interval] = []
    kept: list[dict[str, Any]] = []
    for row, out in zip(rows[first:], wanted[first:], strict=True):
        whole = Interval(row["start_ms"], row["end_ms"])
        left = [whole] if out is None else subtract(whole, sorted(out))
        gone += subtract(whole, left)
        kept += [{**row, "start_ms": part.start_ms, "end_ms": part.end_ms} for part in left]
    connection.execute(delete(correction).where(correction.c.id >= rows[first]["id"]))
    if kept:
        connection.execute(insert(correction), [_unnumbered(row) for row in kept])
    connection.execute(_EMPTY)
    return gone


def _unnumbered(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"}
