"""Changes and habits in a letter's words, with what they rest on."""

from __future__ import annotations

from engine.domain.routines import Change, DayPart, Habit, HabitKind, Item, ItemKind, Measure
from engine.reports.words import WEEKDAYS

_MEASURES = {
    Measure.ACTIVE: ("active time", "min"),
    Measure.FOCUS: ("the share of focused work", "%"),
    Measure.DISTRACTING: ("the share of distraction", "%"),
    Measure.SWITCHES: ("switches between apps an hour", ""),
    Measure.START: ("the first activity", "clock"),
    Measure.END: ("the last activity", "clock"),
}
_PARTS = {DayPart.DAY: "", DayPart.MORNING: " before noon", DayPart.AFTERNOON: " after noon"}
_HOURS = {0: "at night", 6: "in the morning", 12: "in the afternoon", 18: "in the evening"}
_LEAST_P = 0.001


def change_words(one: Change) -> str:
    """Return a change: since when, from what to what, and how unlikely by chance."""
    name, unit = _MEASURES[one.measure]
    before, after = (_value(number, unit) for number in (one.before, one.after))
    return (
        f"Since about {one.since} {name}{_PARTS[one.part]} is {after} a day on average; before it was {before} "
        f"({one.days_before} and {one.days_after} days, {_p(one.p)})."
    )


def habit_words(one: Habit) -> str:
    """Return a habit: how often of how many, what chance would give, and how unlikely that is."""
    first, then = _item(one.first), _item(one.then)
    joint = "comes with" if one.kind is HabitKind.TOGETHER else "comes before"
    return (
        f"{first} {joint} {then} in {one.times} of {one.of} stretches of work; chance would give "
        f"{one.expected * 100:.0f} % ({_p(one.p)})."
    )


def _item(one: Item) -> str:
    if one.kind is ItemKind.WEEKDAY:
        return WEEKDAYS[int(one.name)]
    return _HOURS.get(int(one.name), one.name) if one.kind is ItemKind.PART else one.name


def _value(number: float, unit: str) -> str:
    if unit == "clock":
        return f"{int(number) // 60:02}:{int(number) % 60:02}"
    if unit == "%":
        return f"{number * 100:.0f} %"
    return f"{number:.0f} {unit}" if unit else f"{number:.1f}"


def _p(p: float) -> str:
    return "p < 0.001" if p < _LEAST_P else f"p = {p:.3f}"
