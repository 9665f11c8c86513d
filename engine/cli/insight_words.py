"""Topics, routines and changes in words for a terminal. They say what was counted, never why it is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.cli.moments import local
from engine.domain.days import DayRule
from engine.domain.findings import Findings
from engine.domain.plain_text import plain, shortened
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

NOT_LOOKED = "The history changed while it was looked through. Look again with: kairos insights refresh"
LEAST_DAYS = 30

_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_PARTS = {"0": "the night", "6": "the morning", "12": "the afternoon", "18": "the evening"}
_MEASURES = {
    Measure.ACTIVE: "Active time",
    Measure.FOCUS: "Share of focused work",
    Measure.DISTRACTING: "Share of what distracts",
    Measure.SWITCHES: "Switches of app an hour",
    Measure.START: "The first activity",
    Measure.END: "The last activity",
}
_DAY_PARTS = {DayPart.DAY: "", DayPart.MORNING: ", mornings", DayPart.AFTERNOON: ", afternoons"}
_DAYS_TOLD, _TITLES_TOLD, _LONGEST = 5, 3, 60


def header(found: Findings, rule: DayRule) -> str:
    """Return what was looked through, and when."""
    if not found.days:
        return "There is no whole day with an hour of activity yet, so nothing can be found."
    made, first, last = (local(one, rule) for one in (found.made_ms, found.from_ms, found.to_ms - 1))
    days = "1 day" if found.days == 1 else f"{found.days} days"
    return f"Looked through on {made:%Y-%m-%d %H:%M}: {days} with activity, {first:%Y-%m-%d} to {last:%Y-%m-%d}."


def topic_lines(found: Findings) -> Iterator[str]:
    """Yield the topics."""
    topics = found.topics
    if not topics.topics:
        yield f"No topics: in {topics.texts} different titles and documents too few words stand together."
        return
    yield (
        f"{len(topics.topics)} topics of {topics.texts} titles and documents by {topics.method}; coherence (NPMI) "
        f"{topics.npmi:.2f}, the same from another beginning {topics.stability:.0%}"
    )
    for one in topics.topics:
        yield f"{one.share:4.0%}  {', '.join(plain(word) for word in one.words)}"
        for title in one.titles[:_TITLES_TOLD]:
            yield f"      {shortened(plain(title), _LONGEST)}"
        if one.months:
            yield "      " + ", ".join(f"{month} {share:.0%}" for month, share in one.months[-6:])


def shape_lines(found: Findings) -> Iterator[str]:
    """Yield the kinds of day."""
    shapes = found.shapes
    if not shapes.shapes:
        yield _few(found) or "No clear kinds of day."
        return
    yield (
        f"{len(shapes.shapes)} kinds of day by {shapes.method}; silhouette {shapes.silhouette:.2f}, by chance at most "
        f"{shapes.chance:.2f}; {shapes.outside} of {shapes.days} days are of none"
    )
    for one in shapes.shapes:
        yield f"{len(one.days):4} days: {shape_name(one)}"
        yield f"      such as {one.typical}; last on {_days(one.days)}"


def shape_name(shape: DayShape) -> str:
    """Return what distinguishes a kind of day."""
    return "; ".join(_trait(one) for one in shape.traits) or "like the others in all that is measured"


def _trait(trait: Trait) -> str:
    if trait.kind is TraitKind.WEEKEND:
        return f"weekends {trait.value:.0%} (others {trait.other:.0%})"
    if trait.kind is TraitKind.CATEGORY:
        return f"{plain(trait.name)} {trait.value:.0%} (others {trait.other:.0%})"
    if trait.kind is TraitKind.ACTIVE:
        return f"active {_minutes(trait.value)} (others {_minutes(trait.other)})"
    word = "begins" if trait.kind is TraitKind.START else "ends"
    return f"{word} {_clock(trait.value)} (others {_clock(trait.other)})"


def habit_lines(found: Findings) -> Iterator[str]:
    """Yield the habits."""
    if not found.habits:
        yield _few(found) or "No habits that chance would not make as well."
        return
    for one in found.habits:
        yield habit_text(one)
        yield f"      last on {_days(one.days)}; chance lets expect {one.expected:.0%}, p = {one.p:.3f} of all pairs"


def habit_text(habit: Habit) -> str:
    """Return a habit in a sentence."""
    first, then = _item(habit.first), _item(habit.then)
    counted = f"{habit.times} of {habit.of} stretches of work ({habit.confidence:.0%}, {habit.lift:.1f} times chance)"
    if habit.kind is HabitKind.BEFORE:
        return f"{first} comes before {then} in {counted}"
    where = "On" if habit.first.kind is ItemKind.WEEKDAY else "In" if habit.first.kind is ItemKind.PART else "With"
    return f"{where} {first} there is {then} in {counted}"


def change_lines(found: Findings) -> Iterator[str]:
    """Yield the changes."""
    if not found.changes:
        yield _few(found) or "No change that shuffled weeks would not show as well."
        return
    for one in found.changes:
        yield change_text(one)
        low, high = (value_text(one.measure, value, difference=True) for value in (one.low, one.high))
        yield (
            f"      {one.days_before} days before, {one.days_after} since; difference {low} to {high} (95 %), "
            f"p = {one.p:.3f} of all measures; it began between {one.earliest} and {one.latest}"
        )


def change_text(change: Change) -> str:
    """Return a change in a sentence."""
    before, after = (value_text(change.measure, value) for value in (change.before, change.after))
    return f"{_MEASURES[change.measure]}{_DAY_PARTS[change.part]}: {before} before, {after} since {change.since}"


def value_text(measure: Measure, value: float, *, difference: bool = False) -> str:
    """Return a measured value, or a difference of two."""
    sign = "+" if difference and value > 0 else "−" if difference and value < 0 else ""
    size = abs(value) if difference else value
    if measure in {Measure.FOCUS, Measure.DISTRACTING}:
        return f"{sign}{size:.1%}"
    if measure is Measure.SWITCHES:
        return f"{sign}{size:.1f}"
    if measure is Measure.ACTIVE or difference:  # a length of time
        return sign + _minutes(size)
    return _clock(size)


def _item(item: Item) -> str:
    if item.kind is ItemKind.WEEKDAY:
        return _WEEKDAYS[int(item.name)]
    if item.kind is ItemKind.PART:
        return _PARTS[item.name]
    return f"{item.kind.value} “{shortened(plain(item.name), _LONGEST)}”"


def _few(found: Findings) -> str:
    if found.days >= LEAST_DAYS:
        return ""
    return f"Too little history: {found.days} days with an hour of activity; it takes at least {LEAST_DAYS}."


def _days(days: tuple[date, ...]) -> str:
    return ", ".join(day.isoformat() for day in days[-_DAYS_TOLD:])


def _minutes(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def _clock(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours % 24:02}:{rest:02}"
