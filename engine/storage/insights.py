"""What was found in the history, stored until it is found anew.

A trigger throws all of it away as soon as anything of the history it was found in is erased or corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select

from engine.domain.clock import MS_PER_HOUR
from engine.domain.finding_checks import checked
from engine.domain.findings import Findings
from engine.domain.findings_json import (
    DAMAGED,
    change_from_json,
    habit_from_json,
    shape_from_json,
    to_json,
    topic_from_json,
)
from engine.domain.routines import Change, DayShape, DayShapes, Habit
from engine.domain.topics import Topic, Topics
from engine.storage.database import Database
from engine.storage.tables import history_change, insight

_WHOLE, _TOPIC = "whole", "topic"


class InsightStore:
    """Keeps the findings of one time; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self) -> int:
        """Return what tells later whether the past has changed; ask before the history is read."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.coalesce(func.max(history_change.c.id), 0))).scalar_one())

    def replace(self, found: Findings, mark: int) -> bool:
        """Store the findings in place of those before; False, and none are kept, where the past changed since mark."""
        changed = select(history_change.c.id).where(
            history_change.c.id > mark, history_change.c.hour * MS_PER_HOUR < found.to_ms
        )
        with self._database.writing() as connection:
            connection.execute(delete(insight))
            if connection.execute(changed.limit(1)).first() is not None:
                return False
            connection.execute(insert(insight), list(_rows(found)))
        return True

    def found(self) -> Findings | None:
        """Return the findings, None where there are none that still hold."""
        wanted = select(insight).order_by(insight.c.kind, insight.c.place)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        told: dict[str, list[Any]] = {}
        try:
            for row in rows:
                told.setdefault(row.kind, []).append((row, json.loads(row.value)))
            return checked(_found(told)) if "summary" in told else None
        except DAMAGED:  # or of another version: they are found anew
            return None

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics among the findings alone, the biggest first; none where none that hold are stored."""
        wanted = select(insight.c.value).where(insight.c.kind == _TOPIC).order_by(insight.c.place)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).scalars().all()
        try:
            found = tuple(topic_from_json(json.loads(row)) for row in rows)
            return checked(Findings(0, 0, 0, 0, Topics(found))).topics.topics
        except DAMAGED:  # or of another version: they are found anew
            return ()

    def clear(self) -> None:
        """Forget all of it."""
        with self._database.writing() as connection:
            connection.execute(delete(insight))


def _rows(found: Findings) -> Iterable[dict[str, Any]]:
    topics, shapes = found.topics, found.shapes
    summary = {
        "days": found.days,
        "topics": [topics.method, topics.npmi, topics.stability, topics.texts],
        "shapes": [shapes.method, shapes.silhouette, shapes.chance, shapes.days, shapes.outside],
    }
    yield _row(found, "summary", _WHOLE, 0, summary)
    kinds: dict[str, Sequence[Topic | DayShape | Habit | Change]] = {
        _TOPIC: topics.topics,
        "day_shape": shapes.shapes,
        "habit": found.habits,
        "change": found.changes,
    }
    for kind, values in kinds.items():
        for place, value in enumerate(values):
            yield _row(found, kind, str(place), place, to_json(value))


def _row(found: Findings, kind: str, name: str, place: int, value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": kind,
        "name": name,
        "place": place,
        "made_ms": found.made_ms,
        "from_ms": found.from_ms,
        "to_ms": found.to_ms,
        "value": json.dumps(value, ensure_ascii=False),
    }


def _found(told: Mapping[str, list[Any]]) -> Findings:
    row, summary = next(one for one in told["summary"] if one[0].name == _WHOLE)

    def values(kind: str) -> Iterable[Any]:
        return (value for _, value in told.get(kind, ()))

    return Findings(
        made_ms=row.made_ms,
        from_ms=row.from_ms,
        to_ms=row.to_ms,
        days=int(summary["days"]),
        topics=Topics(tuple(map(topic_from_json, values(_TOPIC))), *summary["topics"]),
        shapes=DayShapes(tuple(map(shape_from_json, values("day_shape"))), *summary["shapes"]),
        habits=tuple(map(habit_from_json, values("habit"))),
        changes=tuple(map(change_from_json, values("change"))),
    )
