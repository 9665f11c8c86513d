"""Findings of every kind, for stores and words."""

from __future__ import annotations

from datetime import date

from engine.domain.clock import MS_PER_HOUR
from engine.domain.findings import Findings
from engine.domain.routines import (
    Change,
    DayPart,
    DayShape,
    DayShapes,
    Habit,
    HabitKind,
    Item,
    ItemKind,
    Measure,
    Trait,
    TraitKind,
)
from engine.domain.topics import Topic, Topics

DAY = date(2026, 3, 3)
EACH = (date(2026, 3, 2), 1.5), (DAY, 2.5)
FOUND = Findings(
    made_ms=10 * MS_PER_HOUR,
    from_ms=0,
    to_ms=9 * MS_PER_HOUR,
    days=40,
    topics=Topics((Topic(("预算", "tides"), ("Notes “a”",), 0.4, (("2026-03", 0.5),), (DAY,)),), "NMF", 0.2, 0.9, 60),
    shapes=DayShapes((DayShape((Trait(TraitKind.CATEGORY, 0.5, 0.1, "Work"),), (DAY,), DAY),), "k-means", 0.4, 0.2, 40),
    habits=(
        Habit(HabitKind.BEFORE, Item(ItemKind.APP, "a"), Item(ItemKind.DOCUMENT, "b"), 9, 10, 50, 0.5, 0.005, (DAY,)),
    ),
    changes=(
        Change(Measure.SWITCHES, DayPart.MORNING, DAY, DAY, DAY, 1.5, 2.5, 0.5, 1.5, 0.01, EACH),
    ),
)  # fmt: skip
