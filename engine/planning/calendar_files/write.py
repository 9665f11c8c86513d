"""Blocks as a calendar file: the door of this folder for writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from engine import __version__
from engine.domain.blocks import Block, BlockKind, Certainty
from engine.domain.calendar_lines import escaped, folded_lines, moment_text, quoted
from engine.domain.calendars import Series
from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND, utc, wall_ms
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.planning.calendar_files.kept_lines import planned_minutes, says
from engine.planning.calendar_files.names import (
    ACTUAL,
    BUSY_STATUS,
    CATEGORY,
    KIND,
    KIND_WORDS,
    OWN_ALARM,
    OWN_ZONE,
    PLANNED,
    PROJECT,
    PROTECTED,
    UNTITLED,
)
from engine.planning.calendar_files.zone_lines import zone_lines

_UTC = "UTC"
_REPEATS_FOR_MS = 5 * 366 * 24 * MS_PER_HOUR
_DATE = "%Y%m%d"


@dataclass(frozen=True, slots=True)
class WritingRules:
    """What blocks do not say themselves.

    made_ms: the present moment. private: every entry is marked so. category: the path of a category by its number.
    actual: minutes recorded of a block that does not repeat, None where nobody knows.
    """

    made_ms: int
    private: bool = False
    category: Callable[[int], tuple[str, ...]] = lambda _number: ()
    actual: Callable[[Block], int | None] = lambda _block: None


def calendar_bytes(series: Sequence[Series], rules: WritingRules) -> bytes:
    """Return the calendar in UTF-8: planned times on their zone's clock, with a description of each zone."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Kairos//Kairos {__version__}//EN", "CALSCALE:GREGORIAN"]
    zones = (line for zone, span in sorted(_spans(series).items()) for line in zone_lines(zone, span))
    entries = (line for one in series for line in _entries(one, rules))
    return folded_lines([*head, *zones, *entries, "END:VCALENDAR"])


def _spans(series: Iterable[Series]) -> dict[str, Interval]:
    """Return the zones that times are written in, each with the time it has to be described for."""
    found: dict[str, Interval] = {}
    for one in series:
        for block in (one.block, *one.instead):
            if block.all_day or block.zone == _UTC:
                continue
            span = _span(block, one.block)
            known = found.get(block.zone, span)
            found[block.zone] = Interval(min(known.start_ms, span.start_ms), max(known.end_ms, span.end_ms))
    return found


def _span(block: Block, whole: Block) -> Interval:
    named = [*whole.recurrence.left_out, *whole.recurrence.added]
    if block.replaces_ms is not None:
        named.append(block.replaces_ms)
    last = max(block.interval.end_ms, *named) if named else block.interval.end_ms
    repeats = _REPEATS_FOR_MS if block.recurrence.rule else 0
    return Interval(min([block.interval.start_ms, *named]), last + repeats)


def _entries(series: Series, rules: WritingRules) -> Iterator[str]:
    yield from _entry(series.block, series.block, rules)
    for block in series.instead:
        yield from _entry(block, series.block, rules)


def _entry(block: Block, whole: Block, rules: WritingRules) -> Iterator[str]:
    extra = block.origin.extra
    yield from ("BEGIN:VEVENT", f"UID:{escaped(whole.origin.uid)}", f"DTSTAMP:{moment_text(rules.made_ms)}")
    if block.replaces_ms is not None:
        yield _moment("RECURRENCE-ID", block.replaces_ms, whole)
    yield from _times(block)
    yield from _texts(block, rules)
    yield from _standing(block)
    if rules.private and not says(extra, "CLASS"):
        yield "CLASS:PRIVATE"
    if extra:
        yield from extra.split("\n")
    if block.about.kind is BlockKind.FOCUS and "BEGIN:VALARM" not in extra:
        yield from _alarm(block)
    yield "END:VEVENT"


def _times(block: Block) -> Iterator[str]:
    recurrence = block.recurrence
    clock = _Clock.of(block)
    yield _moment("DTSTART", block.interval.start_ms, block)
    yield _moment("DTEND", block.interval.end_ms, block)
    if not clock.tells_zone:
        yield f"{OWN_ZONE}:{escaped(block.zone)}"
    if recurrence.rule:
        yield f"RRULE:{recurrence.rule}"
    yield from (_moment("EXDATE", one, block) for one in recurrence.left_out)
    yield from (_moment("RDATE", one, block) for one in recurrence.added)


def _texts(block: Block, rules: WritingRules) -> Iterator[str]:
    about, kind = block.about, KIND_WORDS[block.about.kind]
    yield f"SUMMARY:{escaped(about.title or kind)}"
    if not about.title:
        yield f"{UNTITLED}:TRUE"
    if about.note:
        yield f"DESCRIPTION:{escaped(about.note)}"
    if not says(block.origin.extra, "CATEGORIES"):
        yield f"CATEGORIES:{kind}"
    yield f"{KIND}:{about.kind.value}"
    yield from _own(block, rules)


def _own(block: Block, rules: WritingRules) -> Iterator[str]:
    """Yield what other programs keep and pass over."""
    about, extra = block.about, block.origin.extra
    actual = None if says(extra, ACTUAL) else rules.actual(block)
    path = rules.category(about.category_id) if about.category_id else ()
    told = {
        PLANNED: "" if says(extra, PLANNED) else str(planned_minutes(block)),
        ACTUAL: "" if actual is None else str(actual),
        PROJECT: escaped(about.project),
        CATEGORY: escaped(" > ".join(path)),
        PROTECTED: "TRUE" if about.protected else "",
    }
    yield from (f"{name}:{value}" for name, value in told.items() if value)


def _standing(block: Block) -> Iterator[str]:
    tentative = block.certainty is Certainty.TENTATIVE
    yield f"STATUS:{block.certainty.value.upper()}"
    yield f"SEQUENCE:{block.changed}"
    yield f"TRANSP:{'OPAQUE' if block.busy else 'TRANSPARENT'}"
    if not says(block.origin.extra, BUSY_STATUS):
        yield f"{BUSY_STATUS}:{('TENTATIVE' if tentative else 'BUSY') if block.busy else 'FREE'}"


def _alarm(block: Block) -> Iterator[str]:
    title = escaped(block.about.title) or KIND_WORDS[block.about.kind]
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", f"DESCRIPTION:{title}")
    yield from (f"{OWN_ALARM}:TRUE", "END:VALARM")


@dataclass(frozen=True, slots=True)
class _Clock:
    """How the moments of a block are written. tells_zone: they name the block's zone."""

    tells_zone: bool

    @staticmethod
    def of(block: Block) -> _Clock:
        told = not block.all_day and block.zone != _UTC
        return _Clock(told and _local(block.interval.start_ms, block.zone) is not None)


def _moment(name: str, moment_ms: int, block: Block) -> str:
    """Return a property that names a moment: a day, or what the block's clock shows.

    A time that the clock shows a second time is written in UTC, since otherwise the first would be meant.
    """
    if block.all_day:
        day = utc(moment_ms).astimezone(DayRule(block.zone).tzinfo())
        return f"{name};VALUE=DATE:{day:{_DATE}}"
    local = None if block.zone == _UTC else _local(moment_ms, block.zone)
    if local is None:
        return f"{name}:{moment_text(moment_ms)}"
    zone = block.zone if block.zone.replace("/", "").replace("_", "").replace("-", "").isalnum() else quoted(block.zone)
    return f"{name};TZID={zone}:{local:%Y%m%dT%H%M%S}"


def _local(moment_ms: int, zone: str) -> datetime | None:
    """Return what the clock shows, None where that would be read as another moment."""
    place = DayRule(zone).tzinfo()
    local = utc(moment_ms // MS_PER_SECOND * MS_PER_SECOND).astimezone(place)
    first = local.replace(fold=0)
    return local if wall_ms(first) == wall_ms(local) else None
