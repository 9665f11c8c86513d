"""Findings as plain JSON values and back: how they are stored, and how they are told to other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from engine.domain.routines import (
    Change,
    DayPart,
    DayShape,
    Habit,
    HabitKind,
    Item,
    ItemKind,
    Measure,
    Trait,
    TraitKind,
)
from engine.domain.topics import Topic

DAMAGED = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, StopIteration)
"""What reading a row may raise that was damaged, or written by another version."""


def to_json(value: Topic | DayShape | Habit | Change) -> dict[str, Any]:
    """Return it as a table: days as ISO dates, kinds by their names."""
    found: dict[str, Any] = _plain(asdict(value))
    return found


def _plain(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def topic_from_json(told: Mapping[str, Any]) -> Topic:
    """Return the topic a table stands for; KeyError, TypeError or ValueError for anything else."""
    months = tuple((str(month), float(share)) for month, share in told["months"])
    minutes = tuple(map(float, told.get("minutes", ())))
    words, titles, share = _texts(told["words"]), _texts(told["titles"]), float(told["share"])
    return Topic(words, titles, share, months, _days(told["days"]), minutes)


def shape_from_json(told: Mapping[str, Any]) -> DayShape:
    """Return the kind of day a table stands for; KeyError, TypeError or ValueError for anything else."""
    traits = tuple(
        Trait(TraitKind(one["kind"]), float(one["value"]), float(one["other"]), str(one["name"]))
        for one in told["traits"]
    )
    return DayShape(traits, _days(told["days"]), date.fromisoformat(told["typical"]))


def habit_from_json(told: Mapping[str, Any]) -> Habit:
    """Return the habit a table stands for; KeyError, TypeError or ValueError for anything else."""
    return Habit(
        kind=HabitKind(told["kind"]),
        first=_item(told["first"]),
        then=_item(told["then"]),
        times=int(told["times"]),
        of=int(told["of"]),
        sessions=int(told["sessions"]),
        expected=float(told["expected"]),
        p=float(told["p"]),
        days=_days(told["days"]),
        when=tuple((int(start), int(end)) for start, end in told.get("when", ())),
    )


def change_from_json(told: Mapping[str, Any]) -> Change:
    """Return the change a table stands for; KeyError, TypeError or ValueError for anything else."""
    return Change(
        measure=Measure(told["measure"]),
        part=DayPart(told["part"]),
        since=date.fromisoformat(told["since"]),
        earliest=date.fromisoformat(told["earliest"]),
        latest=date.fromisoformat(told["latest"]),
        before=float(told["before"]),
        after=float(told["after"]),
        low=float(told["low"]),
        high=float(told["high"]),
        p=float(told["p"]),
        values=tuple((date.fromisoformat(day), float(value)) for day, value in told["values"]),
    )


def _item(told: Mapping[str, Any]) -> Item:
    return Item(ItemKind(told["kind"]), str(told["name"]))


def _texts(told: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, told))


def _days(told: list[Any]) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, told))
