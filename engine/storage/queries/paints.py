"""The corrections in force."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, exists, select

from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.stretches import LabelOverride
from engine.storage.tables import correction, correction_group

IN_FORCE, UNDONE, GONE = 0, 1, 2
"""States of an action: done; undone and to be done again; undone before something else was done."""

_FORCED = exists().where(correction_group.c.id == correction.c.group_id, correction_group.c.state == IN_FORCE)


def in_force(connection: Connection, span: Interval) -> list[Correction]:
    """Return the corrections in force that share time with the span, uncut, in the order they were made."""
    wanted = select(correction).where(correction.c.start_ms < span.end_ms, correction.c.end_ms > span.start_ms, _FORCED)
    return [as_correction(row) for row in connection.execute(wanted.order_by(correction.c.id))]


def spans_in_force(connection: Connection) -> list[Interval]:
    """Return the times that corrections in force touch."""
    wanted = select(correction.c.start_ms, correction.c.end_ms).where(_FORCED)
    return [Interval(row.start_ms, row.end_ms) for row in connection.execute(wanted)]


def as_correction(row: Any, *, undone: bool = False) -> Correction:
    """Return the correction a row stands for."""
    return Correction(
        CorrectionKind(row.kind),
        Interval(row.start_ms, row.end_ms),
        row.made_ms,
        row.app,
        row.title,
        LabelOverride(row.category_id, row.project, row.tag),
        row.zone,
        row.note,
        row.group_id,
        undone,
        row.id,
    )


def named_spans(connection: Connection) -> list[tuple[str | None, str | None, Interval]]:
    """Return app, title and time of the corrections in force that name an app or a title."""
    wanted = select(correction.c.app, correction.c.title, correction.c.start_ms, correction.c.end_ms)
    named = (correction.c.app.is_not(None)) | (correction.c.title.is_not(None))
    return [
        (row.app, row.title, Interval(row.start_ms, row.end_ms))
        for row in connection.execute(wanted.where(_FORCED, named))
    ]
