"""All that was found in a history at one time."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.routines import Change, DayShapes, Habit
from engine.domain.topics import Topics


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found; times in UTC milliseconds. from_ms, to_ms: the history it was found in. days: active ones."""

    made_ms: int
    from_ms: int
    to_ms: int
    days: int
    topics: Topics = field(default_factory=Topics)
    shapes: DayShapes = field(default_factory=DayShapes)
    habits: tuple[Habit, ...] = ()
    changes: tuple[Change, ...] = ()
