"""Queries as plain values and back, for what is kept of a dialogue and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.domain.questions import Days, Group, Kind, Measure, Only, Query, Unit


def query_to_json(query: Query) -> dict[str, Any]:
    """Return the query as a table of plain values."""
    return {
        "kind": query.kind.value,
        "measure": query.measure.value,
        "days": _days_to(query.days),
        "weekdays": sorted(query.weekdays),
        "clock": None if query.clock is None else list(query.clock),
        "only": _only_to(query.only),
        "by": None if query.by is None else query.by.value,
        "against": _days_to(query.against),
        "most": query.most,
        "top": query.top,
        "topic": query.topic,
        "minutes": query.minutes,
        "at_minute": query.at_minute,
        "also": [_only_to(one) for one in query.also],
        "per": query.per.value,
    }


_ONLY = ("category_id", "app", "project", "words", "document", "site", "name")


def query_from_json(told: Mapping[str, Any]) -> Query:
    """Return what a table stands for; KeyError, TypeError or ValueError for anything else."""
    clock = told["clock"]
    return Query(
        Kind(told["kind"]),
        Measure(told["measure"]),
        _days_from(told["days"]),
        frozenset(int(one) for one in told["weekdays"]),
        None if clock is None else (int(clock[0]), int(clock[1])),
        _only_from(told["only"]),
        None if told["by"] is None else Group(told["by"]),
        _days_from(told["against"]),
        bool(told["most"]),
        int(told["top"]),
        str(told["topic"]),
        int(told["minutes"]),
        told["at_minute"],
        tuple(_only_from(one) for one in told.get("also", ())),
        Group(told.get("per", Group.DAY.value)),
    )


def _only_to(only: Only) -> dict[str, Any]:
    return {name: getattr(only, name) for name in _ONLY}


def _only_from(told: Mapping[str, Any]) -> Only:
    return Only(**{name: told[name] for name in _ONLY})


def _days_to(days: Days | None) -> dict[str, str] | None:
    if days is None:
        return None
    return {"start": days.start.isoformat(), "end": days.end.isoformat(), "unit": days.unit.value}


def _days_from(told: Mapping[str, str] | None) -> Days | None:
    if told is None:
        return None
    return Days(date.fromisoformat(told["start"]), date.fromisoformat(told["end"]), Unit(told["unit"]))
