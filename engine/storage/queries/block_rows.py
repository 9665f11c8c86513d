"""Planned time as rows, and rows as planned time."""

from __future__ import annotations

from datetime import date
from typing import Any

from engine.domain.blocks import (
    About,
    Block,
    BlockKind,
    BlockSource,
    Certainty,
    FlexibleBlock,
    Origin,
    Recurrence,
)
from engine.domain.intervals import Interval
from engine.storage.queries.numbers import storable

_WEEK = 7


def block_of(row: Any) -> Block:
    """Return the block a row holds."""
    return Block(
        _about(row),
        Interval(row.start_ms, row.end_ms),
        row.zone,
        all_day=bool(row.all_day),
        busy=bool(row.busy),
        certainty=Certainty(row.certainty),
        recurrence=Recurrence(row.rule, _moments(row.left_out), _moments(row.added)),
        origin=Origin(BlockSource(row.source), row.flexible_id, row.offer_id, row.calendar_id or 0, row.uid, row.extra),
        series_id=row.series_id or 0,
        replaces_ms=row.replaces_ms,
        changed=row.changed,
        id=row.id,
    )


def block_values(block: Block) -> dict[str, Any]:
    """Return the columns of a block, all but its number."""
    recurrence, origin = block.recurrence, block.origin
    return {
        **_about_values(block.about),
        "start_ms": block.interval.start_ms,
        "end_ms": block.interval.end_ms,
        "zone": block.zone,
        "all_day": int(block.all_day),
        "busy": int(block.busy),
        "certainty": block.certainty.value,
        "rule": storable(recurrence.rule),
        "left_out": _numbers(recurrence.left_out),
        "added": _numbers(recurrence.added),
        "source": origin.source.value,
        "flexible_id": origin.flexible_id,
        "offer_id": origin.offer_id,
        "calendar_id": origin.calendar_id or None,
        "uid": storable(origin.uid),
        "extra": storable(origin.extra),
        "series_id": block.series_id or None,
        "replaces_ms": block.replaces_ms,
        "changed": block.changed,
    }


def flexible_of(row: Any) -> FlexibleBlock:
    """Return the flexible block a row holds."""
    return FlexibleBlock(
        _about(row),
        shortest=row.shortest,
        longest=row.longest,
        per_week=row.per_week,
        window_start=row.window_start,
        window_end=row.window_end,
        weekdays=frozenset(day for day in range(_WEEK) if row.weekdays >> day & 1),
        deadline=None if row.deadline is None else date.fromisoformat(row.deadline),
        active=bool(row.active),
        id=row.id,
    )


def flexible_values(flexible: FlexibleBlock) -> dict[str, Any]:
    """Return the columns of a flexible block, all but its number."""
    return {
        **_about_values(flexible.about),
        "shortest": flexible.shortest,
        "longest": flexible.longest,
        "per_week": flexible.per_week,
        "window_start": flexible.window_start,
        "window_end": flexible.window_end,
        "weekdays": sum(1 << day for day in flexible.weekdays),
        "deadline": None if flexible.deadline is None else flexible.deadline.isoformat(),
        "active": int(flexible.active),
    }


def _about(row: Any) -> About:
    return About(BlockKind(row.kind), row.title, row.category_id, row.project, row.note, bool(row.protected))


def _about_values(about: About) -> dict[str, Any]:
    return {
        "kind": about.kind.value,
        "title": storable(about.title),
        "category_id": about.category_id,
        "project": storable(about.project),
        "note": storable(about.note),
        "protected": int(about.protected),
    }


def _moments(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split())


def _numbers(moments: tuple[int, ...]) -> str:
    return "\u0020".join(str(one) for one in moments)
