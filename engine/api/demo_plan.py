"""Plans the made-up person's weeks: meetings that repeat, focus blocks kept or not, time that waits for a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from engine.domain.blocks import About, Block, BlockKind, BlockSource, FlexibleBlock, Origin, Recurrence
from engine.domain.clock import MS_PER_MINUTE, Instant, wall_ms
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.history.sample_days import planned_days
from engine.history.sample_person import FOCUS_WORK, Person
from engine.history.sample_plan import Span
from engine.history.sample_projects import projects_of
from engine.planning.occurrences import busy_time, occurrences_of
from engine.storage.database import Database
from engine.storage.plan_changes import PlanChanges

_PAST, _AHEAD, _SERIES_SINCE = 28, 9, 84  # days
_KEPT, _MISSED = 0.65, 0.25  # of stretches of such work: planned where they were; of the others: elsewhere
_ACCEPTED, _PROTECTED = 0.4, 0.5  # of blocks, of those to come
_SHORTEST_MS, _LONGEST_MS, _PAUSE_MS = 40 * MS_PER_MINUTE, 150 * MS_PER_MINUTE, 15 * MS_PER_MINUTE
_GRID_MS = 15 * MS_PER_MINUTE
_SATURDAY, _EVER_MS = 5, 2**52
_PLACES = ((10, 45, 0.8), (15, 0, 0.4))  # hour, minute, how likely

# Title, kind, weekday of the first, hour, minute, minutes, rule, protected.
_SERIES = (
    ("Team meeting", BlockKind.MEETING, 0, 10, 0, 45, "FREQ=WEEKLY;BYDAY=MO", False),
    ("Stand-up", BlockKind.MEETING, 1, 9, 15, 15, "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR", False),
    ("One to one", BlockKind.MEETING, 3, 14, 0, 45, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", False),
    ("Look back", BlockKind.MEETING, 4, 15, 0, 60, "FREQ=MONTHLY;BYDAY=1FR", False),
    ("Lunch", BlockKind.BREAK, 0, 12, 15, 45, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", False),
    ("Chinese lesson", BlockKind.LEARNING, 2, 18, 0, 60, "FREQ=WEEKLY;BYDAY=WE", True),
)


def fill_plan(database: Database, days: int, seed: int, now: Instant) -> int:
    """Store a plan around the last days of the made-up person and return how many blocks it has.

    A profile that has a plan already keeps it as it is.
    """
    rule, dice = DayRule(now.zone), Random(f"{seed} planned")  # noqa: S311  (nothing secret is drawn)
    today = day_of(now.wall_ms, rule)
    with PlanChanges(database).changing("Added a sample plan", now.wall_ms) as change:
        if change.flexible.all() or change.blocks.within(0, _EVER_MS).blocks:
            return 0
        series = list(_series(today, min(days, _SERIES_SINCE), now.zone, dice))
        first_ms = day_start_ms(today - timedelta(days=_PAST), rule)
        week = Interval(first_ms, day_start_ms(today + timedelta(days=_AHEAD), rule))
        taken = busy_time(occurrences_of(series, {}, week), week)
        spans = planned_days(min(days, _PAST), seed, now)
        focus = [*_past(spans, taken, dice), *_ahead(today, taken, rule, dice)]
        person = Person(seed)
        blocks = [*series, *(_focus(one, person, now, dice) for one in focus)]
        for number, block in enumerate(blocks):
            change.add(_named(block, f"sample-{seed}-{number}@kairos"))
        for flexible in _flexible(today):
            change.add_flexible(flexible)
    return len(blocks)


def _series(today: date, days: int, zone: str, dice: Random) -> Iterator[Block]:
    since = today - timedelta(days=days)
    for title, kind, weekday, hour, minute, minutes, rule, protected in _SERIES:
        first = since + timedelta(days=(weekday - since.weekday()) % 7)
        start = _local(first, hour, minute, zone)
        skipped = first + timedelta(weeks=dice.randrange(1, 8))
        left_out = (_local(skipped, hour, minute, zone),) if kind is BlockKind.MEETING else ()
        interval = Interval(start, start + minutes * MS_PER_MINUTE)
        yield Block(About(kind, title, protected=protected), interval, zone, recurrence=Recurrence(rule, left_out))


def _past(spans: Sequence[Span], taken: Sequence[Interval], dice: Random) -> Iterator[Interval]:
    """Yield focus blocks where the person did such work, most of the time, and a few where they did not."""
    end_ms = 0
    for stretch in _stretches(spans):
        kept = dice.random() < _KEPT
        if not kept and dice.random() > _MISSED:
            continue
        shift = 0 if kept else dice.choice((-8, -6, 6, 8)) * _GRID_MS
        start = round((stretch.start_ms + shift) / _GRID_MS) * _GRID_MS
        length = min(max(round(stretch.length_ms / _GRID_MS) * _GRID_MS, 3 * _GRID_MS), _LONGEST_MS)
        block = Interval(start, start + length)
        if start >= end_ms and not _overlaps(block, taken):
            end_ms = block.end_ms
            yield block


def _stretches(spans: Sequence[Span]) -> Iterator[Interval]:
    """Yield the stretches of work one can be deep in, short pauses within them included."""
    parts = [one.interval for one in spans if one.work in FOCUS_WORK]
    if not parts:
        return
    start = parts[0].start_ms
    for one, after in pairwise([*parts, Interval(_EVER_MS, _EVER_MS)]):
        if after.start_ms - one.end_ms > _PAUSE_MS:
            if one.end_ms - start >= _SHORTEST_MS:
                yield Interval(start, one.end_ms)
            start = after.start_ms


def _ahead(today: date, taken: Sequence[Interval], rule: DayRule, dice: Random) -> Iterator[Interval]:
    """Yield focus blocks of the days to come: most mornings and some afternoons."""
    for ahead in range(1, _AHEAD):
        day = today + timedelta(days=ahead)
        for hour, minute, likely in _PLACES:
            start = _local(day, hour, minute, rule.zone)
            block = Interval(start, start + 90 * MS_PER_MINUTE)
            if day.weekday() < _SATURDAY and dice.random() < likely and not _overlaps(block, taken):
                yield block


def _focus(interval: Interval, person: Person, now: Instant, dice: Random) -> Block:
    day = day_of(interval.start_ms, DayRule(now.zone))
    projects = projects_of(person, day)
    folder = dice.choice(projects[:2]).folder if projects else "notes"
    title = {"build": "Build", "write": "Write", "count": "Figures for"}[person.job(day).main]
    accepted = dice.random() < _ACCEPTED
    origin = Origin(BlockSource.RECOMMENDED if accepted else BlockSource.PERSON)
    protected = interval.start_ms > now.wall_ms and dice.random() < _PROTECTED
    return Block(About(BlockKind.FOCUS, f"{title} {folder}", protected=protected), interval, now.zone, origin=origin)


def _flexible(today: date) -> list[FlexibleBlock]:
    friday = today + timedelta(days=(4 - today.weekday()) % 7 + 7)
    return [
        FlexibleBlock(About(BlockKind.LEARNING, "Read papers"), 30, 60, 2, 13 * 60, 18 * 60),
        FlexibleBlock(About(BlockKind.FOCUS, "Finish the report"), 60, 120, 0, 9 * 60, 18 * 60, deadline=friday),
        FlexibleBlock(About(BlockKind.SHALLOW, "Answer mail"), 20, 40, 4, 13 * 60, 17 * 60),
        FlexibleBlock(About(BlockKind.PERSONAL, "Go for a run"), 45, 60, 2, 17 * 60, 21 * 60, frozenset(range(7))),
    ]


def _overlaps(block: Interval, taken: Sequence[Interval]) -> bool:
    return any(block.clip(one) is not None for one in taken)


def _named(block: Block, uid: str) -> Block:
    return replace(block, origin=replace(block.origin, uid=uid))


def _local(day: date, hour: int, minute: int, zone: str) -> int:
    return wall_ms(datetime.combine(day, time(hour, minute), DayRule(zone).tzinfo()))
