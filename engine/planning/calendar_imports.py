"""One-time imports: entries of a calendar become the person's own blocks, what is there already is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from engine.domain.blocks import Block, BlockSource, Certainty, Recurrence
from engine.domain.calendars import CalendarRead, Series, Skipped
from engine.domain.clock import MS_PER_SECOND
from engine.domain.intervals import Interval
from engine.storage.plan_changes import PlanChange

_NOT_COMPARED = ("X-KAIROS-ACTUAL-MINUTES", "X-KAIROS-PLANNED-MINUTES", "CLASS")  # an export adds them


class Fate(StrEnum):
    """What becomes of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Planned:
    """An entry and what is to become of it. known: the person's own block of the same name. why: of a skipped one."""

    series: Series
    fate: Fate
    known: Series | None = None
    why: str = ""


def planned(series: Series, own: Mapping[str, Series]) -> Planned:
    """Return what is to become of an entry, given the person's own blocks by the names calendars know them by."""
    known = own.get(series.block.origin.uid)
    if known is None:
        if series.block.certainty is Certainty.CANCELLED:
            return Planned(series, Fate.SKIPPED, why="it was called off")
        return Planned(series, Fate.ADDED)
    if series.block.changed < known.block.changed:
        return Planned(series, Fate.SKIPPED, known, "the plan has a newer version of it")
    return Planned(series, Fate.UNCHANGED if _alike(series, known) else Fate.CHANGED, known)


def counted(entries: list[Planned], skipped: tuple[Skipped, ...]) -> CalendarRead:
    """Return what an import brings."""
    number = {fate: sum(1 for one in entries if one.fate is fate) for fate in Fate}
    left = (Skipped(_name(one.series.block), one.why) for one in entries if one.fate is Fate.SKIPPED)
    return CalendarRead(number[Fate.ADDED], number[Fate.CHANGED], 0, number[Fate.UNCHANGED], (*skipped, *left))


def put(change: PlanChange, entry: Planned) -> None:
    """Make the entry the person's own, as part of a change of the plan."""
    if entry.fate is Fate.ADDED:
        number = change.add(_own(entry.series.block)).id
        for one in entry.series.instead:
            change.add(replace(_own(one), series_id=number))
    elif entry.fate is Fate.CHANGED and entry.known is not None:
        _change(change, entry.series, entry.known)


def _change(change: PlanChange, series: Series, known: Series) -> None:
    number = known.block.id
    change.replace(_in_place_of(series.block, known.block))
    before = {one.replaces_ms: one for one in known.instead}
    for one in series.instead:
        old = before.pop(one.replaces_ms, None)
        if old is None:
            change.add(replace(_own(one), series_id=number))
        else:
            change.replace(_in_place_of(one, old))
    for old in before.values():
        change.remove(old.id)


def _own(block: Block) -> Block:
    return replace(block, origin=replace(block.origin, source=BlockSource.PERSON, calendar_id=0), id=0)


def _in_place_of(block: Block, old: Block) -> Block:
    origin = replace(old.origin, extra=block.origin.extra)
    return replace(block, origin=origin, id=old.id, series_id=old.series_id)


def _alike(one: Series, other: Series) -> bool:
    if _compared(one.block) != _compared(other.block):
        return False
    return [_compared(each) for each in one.instead] == [_compared(each) for each in other.instead]


def _compared(block: Block) -> Block:
    """Return what counts of a block when two are compared; calendars know whole seconds."""
    recurrence = block.recurrence
    extra = "\n".join(line for line in block.origin.extra.split("\n") if not line.startswith(_NOT_COMPARED))
    return replace(
        _own(block),
        interval=Interval(_second(block.interval.start_ms), _second(block.interval.end_ms)),
        recurrence=Recurrence(
            recurrence.rule, tuple(map(_second, recurrence.left_out)), tuple(map(_second, recurrence.added))
        ),
        origin=replace(block.origin, source=BlockSource.PERSON, flexible_id=0, offer_id=0, extra=extra),
        series_id=0,
        replaces_ms=None if block.replaces_ms is None else _second(block.replaces_ms),
    )


def _second(moment_ms: int) -> int:
    return moment_ms // MS_PER_SECOND


def _name(block: Block) -> str:
    return block.about.title or block.origin.uid
