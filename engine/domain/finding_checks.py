"""Whether a finding that was read can have been found: a damaged one is not told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite

from engine.domain.findings import Findings
from engine.domain.routines import Change, DayShape, DayShapes, Habit, Item, ItemKind, Measure, Trait, TraitKind
from engine.domain.topics import Topic, Topics

_TWO_DAYS = 2 * 24 * 60
_MOST_SWITCHES = 100_000
_ROUNDED = 1e-6
_SHARES = frozenset({Measure.FOCUS, Measure.DISTRACTING})
_CLOCKS = frozenset({Measure.START, Measure.END})


def checked(found: Findings) -> Findings:
    """Return the findings; ValueError where a number among them cannot be."""
    fits = (
        0 <= found.from_ms <= found.to_ms and found.days >= 0,
        all(map(_topic, found.topics.topics)) and _topics(found.topics),
        all(map(_shape, found.shapes.shapes)) and _shapes(found.shapes),
        all(map(_habit, found.habits)),
        all(map(_change, found.changes)),
    )
    if not all(fits):
        raise ValueError("no history gives such findings")
    return found


def _shares(each: Iterable[float]) -> bool:
    return all(-_ROUNDED <= one <= 1 + _ROUNDED for one in each)


def _signed(one: float) -> bool:
    return abs(one) <= 1 + _ROUNDED


def _topics(one: Topics) -> bool:
    return _signed(one.npmi) and _shares((one.stability,)) and one.texts >= 0


def _topic(one: Topic) -> bool:
    minutes = len(one.minutes) in {0, len(one.days)} and all(0 <= each <= _TWO_DAYS for each in one.minutes)
    return bool(one.words) and minutes and _shares((one.share, *(share for _, share in one.months)))


def _shapes(one: DayShapes) -> bool:
    return _signed(one.silhouette) and _signed(one.chance) and 0 <= one.outside <= one.days


def _shape(one: DayShape) -> bool:
    return bool(one.days) and one.typical in one.days and all(map(_trait, one.traits))


def _trait(one: Trait) -> bool:
    if one.kind in {TraitKind.WEEKEND, TraitKind.CATEGORY}:
        return _shares((one.value, one.other))
    return all(-_TWO_DAYS <= each <= _TWO_DAYS for each in (one.value, one.other))


def _habit(one: Habit) -> bool:
    counts = 0 < one.times <= one.of <= one.sessions
    held = len(one.when) <= one.times and all(0 <= start < end for start, end in one.when)
    return counts and held and _shares((one.expected, one.p)) and _item(one.first) and _item(one.then)


def _item(one: Item) -> bool:
    if one.kind is ItemKind.WEEKDAY:
        return one.name in {"0", "1", "2", "3", "4", "5", "6"}
    return one.kind is not ItemKind.PART or one.name in {"0", "6", "12", "18"}


def _change(one: Change) -> bool:
    days = [day for day, _ in one.values]
    sides = one.days_before > 0 and one.days_after > 0 and days == sorted(days)
    values = [one.before, one.after, *(value for _, value in one.values)]
    reach = all(isfinite(each) for each in (one.low, one.high)) and one.low <= one.high
    return sides and reach and _shares((one.p,)) and _measured(one.measure, values)


def _measured(measure: Measure, values: Sequence[float]) -> bool:
    if measure in _SHARES:
        return _shares(values)
    if measure is Measure.SWITCHES:
        return all(0 <= each <= _MOST_SWITCHES for each in values)
    low = -_TWO_DAYS if measure in _CLOCKS else 0
    return all(low <= each <= _TWO_DAYS for each in values)
