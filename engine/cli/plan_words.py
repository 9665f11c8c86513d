"""The plan as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.cli.moments import clock_time, local
from engine.cli.terminal import fitted, length
from engine.domain.blocks import Certainty
from engine.domain.clock import iso_utc
from engine.domain.plain_text import plain, shortened
from engine.reports.words import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from engine.domain.blocks import Block, Conflict, FlexibleBlock, Occurrence
    from engine.domain.days import DayRule

_SPAN_CELLS, _KIND_CELLS, _TITLE_CELLS, _REFERENCE_CELLS, _LONGEST = 12, 8, 40, 14, 120
_DAY_MINUTES = 24 * 60
_DAY = timedelta(days=1)


def reference(occurrence: Occurrence, rule: DayRule) -> str:
    """Return what names an occurrence in a command: "12", or "12@2026-11-24" where the block has several."""
    block = occurrence.block
    if not block.recurrence.repeats and not block.series_id:
        return str(block.id)
    return f"{block.series_id or block.id}@{local(occurrence.interval.start_ms, rule).date().isoformat()}"


def occurrence_line(occurrence: Occurrence, rule: DayRule) -> str:
    """Return one time of a block as a line, without its day."""
    block = occurrence.block
    title = block.about.title or block.about.kind.value
    names = f"{fitted(block.about.kind.value, _KIND_CELLS)} {fitted(title, _TITLE_CELLS)}"
    named = fitted(reference(occurrence, rule), _REFERENCE_CELLS)
    return f"{fitted(span_words(occurrence, rule), _SPAN_CELLS)} {names} {named} {_marks(occurrence, rule)}".rstrip()


def span_words(occurrence: Occurrence, rule: DayRule) -> str:
    """Return when it begins and ends that day: "09:00–10:30", "all day"."""
    if occurrence.block.all_day:
        return "all day"
    interval = occurrence.interval
    return f"{clock_time(interval.start_ms, rule)}–{clock_time(interval.end_ms, rule)}"


def told(occurrence: Occurrence, rule: DayRule) -> str:
    """Return one time of a block in a sentence: its day, when, what, and how it repeats."""
    block = occurrence.block
    day = day_words(local(occurrence.interval.start_ms, rule).date())
    repeats = f", repeats {plain(block.recurrence.rule)}" if block.recurrence.rule else ""
    title = f" “{shortened(block.about.title, _LONGEST)}”" if block.about.title else ""
    lasting = _lasting(occurrence, rule)
    span = span_words(occurrence, rule) + (f" ({lasting})" if lasting else "")
    return f"{day} {span} {block.about.kind.value}{title}{repeats}"


def conflict_line(conflict: Conflict, rule: DayRule) -> str:
    """Return the warning for two that overlap."""
    names = [_name(one.block) for one in (conflict.second, conflict.first)]
    return f"{clock_time(conflict.second.interval.start_ms, rule)} {names[0]} overlaps {names[1]}"


def clashes_of(occurrence: Occurrence, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Return the conflicts that a block is part of."""
    return [one for one in conflicts if occurrence.block.id in {one.first.block.id, one.second.block.id}]


def day_words(day: date) -> str:
    """Return a day as "Mon 2026-11-23"."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def days_lines(
    occurrences: Sequence[Occurrence], conflicts: Sequence[Conflict], rule: DayRule, days: Sequence[date]
) -> Iterator[str]:
    """Yield the lines of the days that hold something; what began before the first is told there."""
    for day in days:
        held = [one for one in occurrences if _first_shown(one, rule, days[0]) == day]
        if not held:
            continue
        if len(days) > 1:
            yield day_words(day)
        for one in held:
            yield f"  {occurrence_line(one, rule)}"
        for clash in conflicts:
            if _first_shown(clash.second, rule, days[0]) == day:
                yield f"  ! {conflict_line(clash, rule)}"


def occurrence_json(occurrence: Occurrence, rule: DayRule) -> dict[str, Any]:
    """Return one time of a block as plain values; moments as ISO 8601 UTC."""
    block, about = occurrence.block, occurrence.block.about
    return {
        "id": block.id,
        "reference": reference(occurrence, rule),
        "series": block.series_id or None,
        "start": iso_utc(occurrence.interval.start_ms),
        "end": iso_utc(occurrence.interval.end_ms),
        "kind": about.kind.value,
        "title": about.title,
        "category": about.category_id,
        "project": about.project,
        "note": about.note,
        "protected": about.protected,
        "busy": block.busy,
        "all_day": block.all_day,
        "certainty": block.certainty.value,
        "repeats": block.recurrence.rule or None,
        "zone": block.zone,
        "source": block.origin.source.value,
        "flexible": block.origin.flexible_id or None,
    }


def conflict_json(conflict: Conflict, rule: DayRule) -> dict[str, Any]:
    """Return two that overlap as plain values."""
    return {"first": reference(conflict.first, rule), "second": reference(conflict.second, rule)}


def flexible_line(flexible: FlexibleBlock) -> str:
    """Return a flexible block as a line."""
    about = flexible.about
    lengths = f"{flexible.shortest} min"
    if flexible.longest != flexible.shortest:
        lengths = f"{flexible.shortest} to {flexible.longest} min"
    often = f"{flexible.per_week} a week" if flexible.per_week else "once"
    parts = [lengths, often, *_when(flexible), *(["protected"] if about.protected else [])]
    resting = "" if flexible.active else "  (rests)"
    name = f" “{shortened(about.title, _LONGEST)}”" if about.title else ""
    return f"{flexible.id:4}  {about.kind.value}{name}: {', '.join(parts)}{resting}"


def flexible_json(flexible: FlexibleBlock) -> dict[str, Any]:
    """Return a flexible block as plain values; lengths in minutes, times of day in minutes after midnight."""
    about = flexible.about
    return {
        "id": flexible.id,
        "kind": about.kind.value,
        "title": about.title,
        "category": about.category_id,
        "project": about.project,
        "note": about.note,
        "protected": about.protected,
        "shortest": flexible.shortest,
        "longest": flexible.longest,
        "per_week": flexible.per_week,
        "between": [flexible.window_start, flexible.window_end],
        "weekdays": [WEEKDAYS[day] for day in sorted(flexible.weekdays)],
        "deadline": None if flexible.deadline is None else flexible.deadline.isoformat(),
        "active": flexible.active,
    }


def days_between(first: date, last: date) -> list[date]:
    """Return the days from the first to the last, the last not included."""
    return [first + timedelta(days=number) for number in range((last - first).days)]


def _when(flexible: FlexibleBlock) -> Iterator[str]:
    if len(flexible.weekdays) < len(WEEKDAYS):
        yield "\u0020".join(WEEKDAYS[day] for day in sorted(flexible.weekdays))
    if flexible.window_end - flexible.window_start < _DAY_MINUTES:
        yield f"{_minute(flexible.window_start)}–{_minute(flexible.window_end)}"
    if flexible.deadline is not None:
        yield f"by {flexible.deadline.isoformat()}"


def _minute(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _marks(occurrence: Occurrence, rule: DayRule) -> str:
    block = occurrence.block
    said = [
        _lasting(occurrence, rule),
        "protected" if block.about.protected else "",
        "" if block.busy else "free",
        block.certainty.value if block.certainty is not Certainty.CONFIRMED else "",
        "" if block.origin.source.value == "person" else block.origin.source.value,
    ]
    return ", ".join(filter(None, said))


def _lasting(occurrence: Occurrence, rule: DayRule) -> str:
    """Return what its clock times leave open: the last of several days, or how long it is where clocks change."""
    interval = occurrence.interval
    start, last, end = (local(moment, rule) for moment in (interval.start_ms, interval.end_ms - 1, interval.end_ms))
    if occurrence.block.all_day:
        return f"to {day_words(last.date())}" if last.date() > start.date() else ""
    shown = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    if shown == timedelta(milliseconds=interval.length_ms) < _DAY:
        return ""
    return length(interval.length_ms)


def _name(block: Block) -> str:
    return f"“{shortened(block.about.title, _LONGEST)}”" if block.about.title else block.about.kind.value


def _first_shown(occurrence: Occurrence, rule: DayRule, first: date) -> date:
    return max(local(occurrence.interval.start_ms, rule).date(), first)
