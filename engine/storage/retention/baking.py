"""Makes what the person said of a time long past part of its record: it counts as before, and names nothing more."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, text

from engine.domain.activity import KEPT
from engine.domain.categories import NO_LABELS
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.domain.overlays import effective
from engine.domain.stretches import LabelledStretch
from engine.storage.queries.history import closed
from engine.storage.queries.look_labels import labels_of
from engine.storage.queries.looks import Looks, named
from engine.storage.queries.numbers import Numbers
from engine.storage.queries.paints import in_force
from engine.storage.queries.repaint import take_out
from engine.storage.retention.kept_looks import KeptLooks
from engine.storage.tables import activity, source, zone
from engine.storage.tables.codes import PRESENCE_CODE, WITHHELD_CODE

_CLEAR = text(
    """DELETE FROM activity WHERE start_ms >= :start AND start_ms < :end AND source_id IN (SELECT id FROM source)
AND NOT EXISTS (SELECT 1 FROM open_activity AS goes_on
    WHERE goes_on.source_id = activity.source_id AND goes_on.start_ms = activity.start_ms)"""
)


def bake(connection: Connection, span: Interval, kept: KeptLooks, labeller: Labeller | None) -> int:
    """Write the history within the span anew as it counts, and return how many corrections went into it.

    No activity may cross the span's edges. Where nothing is corrected nothing changes.
    """
    said = in_force(connection, span)
    if said:
        raw = list(closed(connection, span.start_ms, span.end_ms))
        stretches = effective(raw, said, span)
        rows = _rows(connection, stretches, kept, labeller)
        connection.execute(_CLEAR, {"start": span.start_ms, "end": span.end_ms})
        if rows:
            connection.execute(insert(activity), rows)
    return len(take_out(connection, lambda row: _part(row, span)))


def _part(row: dict[str, Any], span: Interval) -> list[Interval] | None:
    part = Interval(row["start_ms"], row["end_ms"]).clip(span)
    return None if part is None else [part]


def _rows(
    connection: Connection, stretches: list[LabelledStretch], kept: KeptLooks, labeller: Labeller | None
) -> list[dict[str, Any]]:
    numbers, looks = Numbers(connection), Looks(connection, labeller)
    labels = labels_of(connection, (named(one.what) for one in stretches), labeller)
    rows: list[dict[str, Any]] = []
    for one in stretches:
        by_rules = labels.get(named(one.what), NO_LABELS)
        said = by_rules if one.override is None else one.override.over(by_rules)
        category, project, tag = (number or 0 for number in looks.numbers_of_labels(said))
        platform = one.what.platform.partition(KEPT)[0]
        bare = not (any(named(one.what)) or category or project or tag)
        rows.append(
            {
                "source_id": numbers.of(source, one.source),
                "start_ms": one.interval.start_ms,
                "end_ms": one.interval.end_ms,
                "look_id": None if bare else kept.named((one.what.app, platform, category, project, tag)),
                "zone_id": numbers.of(zone, one.zone or "UTC"),
                "presence": PRESENCE_CODE[one.what.presence],
                "withheld": WITHHELD_CODE[one.what.withheld],
                "batch_id": None,
            }
        )
    return rows
