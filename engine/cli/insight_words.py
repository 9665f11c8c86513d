"""Topics, routines and changes in words for a terminal. They say what was counted, never why it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from engine.cli.moments import local
from engine.cli.terminal import percent
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
_PARTS = {"0": "At night", "6": "In the morning", "12": "In the afternoon", "18": "In the evening"}
_MEASURES = {
    Measure.ACTIVE: "Active time",
    Measure.FOCUS: "Share of focused work",
    Measure.DISTRACTING: "Share of what distracts",
    Measure.SWITCHES: "Switches of app an hour",
    Measure.START: "The first activity",
    Measure.END: "The last activity",
}
_DAY_PARTS = {DayPart.DAY: "", DayPart.MORNING: ", mornings", DayPart.AFTERNOON: ", afternoons"}
_DAYS_TOLD, _TITLES_TOLD, _LONGEST, _WORD = 5, 3, 60, 30
_LEAST_P = 0.001
_ROUNDED = 1e-6


def header(found: Findings, rule: DayRule) -> str:
    """Return what was looked through, and when."""
    if not found.days:
        return "There is no whole day with an hour of activity yet, so nothing can be found."
    made, first, last = (local(one, rule) for one in (found.made_ms, found.from_ms, found.to_ms - 1))
    span = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
    return f"Looked through on {made:%Y-%m-%d %H:%M}: {_count(found.days)} with an hour of activity and more, {span}."


def topic_lines(found: Findings) -> Iterator[str]:
    """Yield the topics."""
    topics = found.topics
    if not topics.topics:
        yield f"No topics: in {topics.texts} different titles and documents too few words stand together."
        return
    yield (
        f"{len(topics.topics)} topics of {topics.texts} titles and documents by {topics.method}; coherence (NPMI) "
        f"{topics.npmi:.2f}, the same from another beginning {percent(topics.stability)}"
    )
    for one in topics.topics:
        yield f"{percent(one.share):>5}  {', '.join(shortened(plain(word), _WORD) for word in one.words)}"
        for title in one.titles[:_TITLES_TOLD]:
            yield f"      {shortened(plain(title), _LONGEST)}"
        if one.months:
            yield "      by month: " + ", ".join(f"{month} {percent(share)}" for month, share in one.months[-6:])
        if one.minutes:
            most = zip(one.days[:_DAYS_TOLD], one.minutes, strict=False)
            yield "      most on " + ", ".join(f"{day} ({_minutes(spent)})" for day, spent in most)


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
        yield f"{_count(len(one.days)):>8}: {shape_name(one)}"
        yield f"      such as {one.typical}; last on {_days(one.days)}"


def shape_name(shape: DayShape) -> str:
    """Return what distinguishes a kind of day."""
    return "; ".join(_trait(one) for one in shape.traits) or "like the others in all that is measured"


def _trait(trait: Trait) -> str:
    if trait.kind is TraitKind.WEEKEND:
        return f"{percent(trait.value)} of them on weekends (of the others {percent(trait.other)})"
    if trait.kind is TraitKind.CATEGORY:
        return f"{plain(trait.name)} {percent(trait.value)} (others {percent(trait.other)})"
    if trait.kind is TraitKind.ACTIVE:
        return f"active {_minutes(trait.value)} (others {_minutes(trait.other)})"
    word = "begins" if trait.kind is TraitKind.START else "ends"
    return f"{word} {_clock(trait.value)} (others {_clock(trait.other)})"


def habit_lines(found: Findings, name: Callable[[str], str]) -> Iterator[str]:
    """Yield the habits; name: what an app is called."""
    if not found.habits:
        yield _few(found) or "No habits that chance would not make as well."
        return
    for one in found.habits:
        yield habit_text(one, name)
        yield f"      chance would give {percent(one.expected)}; of all pairs {odds(one.p)}; last on {_days(one.days)}"


def habit_text(habit: Habit, name: Callable[[str], str]) -> str:
    """Return a habit in a sentence; name: what an app is called."""
    first, then = _item(habit.first, name), _item(habit.then, name)
    counted = f"{habit.times} of {habit.of} stretches of work ({percent(habit.confidence)})"
    if habit.kind is HabitKind.BEFORE:
        return f"The {first} comes before the {then} in {counted}"
    where = {ItemKind.WEEKDAY: f"On {first}", ItemKind.PART: first}.get(habit.first.kind, f"With the {first}")
    return f"{where} there is the {then} in {counted}"


def odds(p: float) -> str:
    """Return how probable a finding so clear is by chance alone."""
    return f"by chance 1 in {round(1 / p)}" if p >= _LEAST_P else f"by chance less than 1 in {round(1 / _LEAST_P)}"


def change_lines(found: Findings) -> Iterator[str]:
    """Yield the changes."""
    if not found.changes:
        yield _few(found) or "Nothing changed more than it would by chance."
        return
    for one in found.changes:
        yield change_text(one)
        low, high = (value_text(one.measure, value, difference=True) for value in (one.low, one.high))
        yield (
            f"      {_count(one.days_before)} before, {_count(one.days_after)} since; difference {low} to {high} "
            f"(95 %), of all measures {odds(one.p)}; it began between {one.earliest} and {one.latest}"
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
        return f"{sign}{percent(size, 1)}"
    if measure is Measure.SWITCHES:
        return f"{sign}{size:.1f}"
    if measure is Measure.ACTIVE or difference:  # a length of time
        return sign + _minutes(size)
    return _clock(size)


def _item(item: Item, name: Callable[[str], str]) -> str:
    if item.kind is ItemKind.WEEKDAY:
        return _WEEKDAYS[int(item.name)]
    if item.kind is ItemKind.PART:
        return _PARTS[item.name]
    called = name(item.name) if item.kind is ItemKind.APP else item.name
    return f"{item.kind.value} “{shortened(plain(called), _LONGEST)}”"


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _few(found: Findings) -> str:
    if found.days >= LEAST_DAYS:
        return ""
    return f"Too little history: {found.days} days with an hour of activity; it takes at least {LEAST_DAYS}."


def _days(days: tuple[date, ...]) -> str:
    return ", ".join(day.isoformat() for day in days[-_DAYS_TOLD:])


def _minutes(minutes: float) -> str:
    hours, rest = divmod(int(minutes + _ROUNDED), 60)  # cut, as every length is
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


def _clock(minutes: float) -> str:
    hours, rest = divmod(int(minutes + _ROUNDED), 60)
    return f"{hours % 24:02}:{rest:02}"
