"""Entries that share a name: one block, its newest version, and those that stand for single occurrences of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from engine.domain.blocks import Block, Certainty, Recurrence
from engine.domain.calendars import Series, Skipped
from engine.planning.calendar_files.contents import Refused
from engine.planning.calendar_files.entry import Entry
from engine.planning.calendar_files.times import TimesReader


@dataclass(frozen=True, slots=True)
class Read:
    """An entry, and what reads the clock it is on."""

    entry: Entry
    times: TimesReader


def gathered(entries: Iterable[Read]) -> tuple[list[Series], list[Skipped]]:
    """Return the series of all entries, in the order they begin in the files, and what is no part of any."""
    named: dict[str, list[Read]] = {}
    for one in entries:
        named.setdefault(one.entry.block.origin.uid, []).append(one)
    series: list[Series] = []
    skipped: list[Skipped] = []
    for same in named.values():
        wholes, instead = _parted(same)
        chosen, older = _versions(wholes)
        skipped.extend(older)
        if chosen:
            series.append(_with_instead(chosen[0], instead))
            series.extend(Series(_plain(_renamed(one.entry.block, _mark(one.entry.block)))) for one in chosen[1:])
        else:
            series.extend(Series(_orphan(one)) for one in _newest(instead).values())
    return series, skipped


def _parted(same: Iterable[Read]) -> tuple[list[Read], list[Read]]:
    wholes: list[Read] = []
    instead: list[Read] = []
    for one in same:
        (wholes if one.entry.instead_of is None else instead).append(one)
    return wholes, instead


def _versions(wholes: list[Read]) -> tuple[list[Read], list[Skipped]]:
    """Return what of several entries of one name counts.

    Another SEQUENCE or the same start makes them versions of each other, of which the newest counts. Others are
    different entries of a program that names them all alike.
    """
    chosen: list[Read] = []
    skipped: list[Skipped] = []
    for one in sorted(wholes, key=lambda each: each.entry.newness, reverse=True):
        version = next((other for other in chosen if _is_version(one.entry, other.entry)), None)
        if version is not None:
            same = version.entry.block == one.entry.block
            why = "it is in the calendar twice" if same else "a newer version of it is in the calendar"
            skipped.append(Skipped(title_of(one.entry.block), why))
        else:
            chosen.append(one)
    return chosen, skipped


def _is_version(one: Entry, other: Entry) -> bool:
    same_start = one.block.interval.start_ms == other.block.interval.start_ms
    return same_start or one.block.changed != other.block.changed


def _with_instead(whole: Read, instead: list[Read]) -> Series:
    """Return the series with what stands for single occurrences; those that were called off are left out of it."""
    block = whole.entry.block
    left_out, stand_ins = set(block.recurrence.left_out), []
    for start_ms, one in sorted(_replaced(whole, _newest(instead)).items()):
        other = one.entry.block
        if other.certainty is Certainty.CANCELLED and block.certainty is not Certainty.CANCELLED:
            left_out.add(start_ms)
        else:
            stand_ins.append(replace(_plain(other), replaces_ms=start_ms))
    stand_ins.extend(_with_own_length(whole.entry, {one.replaces_ms for one in stand_ins} | left_out))
    return Series(
        replace(block, recurrence=replace(block.recurrence, left_out=tuple(sorted(left_out)))), tuple(stand_ins)
    )


def _replaced(whole: Read, instead: dict[str, Read]) -> dict[int, Read]:
    """Return the stand-ins by the start of the occurrence each of them replaces."""
    found = {}
    for one in instead.values():
        of = one.entry.instead_of
        if of is not None:
            found[whole.times.start_ms(of, whole.entry.start, whole.entry.block.zone)] = one
    return found


def _newest(instead: list[Read]) -> dict[str, Read]:
    ordered = sorted(instead, key=lambda one: one.entry.newness)
    return {repr(one.entry.instead_of): one for one in ordered}


def _with_own_length(entry: Entry, known: set[int | None]) -> Iterator[Block]:
    for interval in entry.with_own_length:
        if interval.start_ms not in known:
            yield replace(_plain(entry.block), interval=interval, replaces_ms=interval.start_ms)


def _orphan(one: Read) -> Block:
    """Return a stand-in whose series is not in the calendar, as a block of its own with a name of its own."""
    block = _plain(one.entry.block)
    of = one.entry.instead_of
    try:
        mark = "" if of is None else str(one.times.ms(of))
    except Refused:
        mark = _mark(block)
    return _renamed(block, mark)


def _plain(block: Block) -> Block:
    return replace(block, recurrence=Recurrence())


def _renamed(block: Block, mark: str) -> Block:
    return replace(block, origin=replace(block.origin, uid=f"{block.origin.uid}#{mark}"))


def _mark(block: Block) -> str:
    seed = f"{block.interval.start_ms} {block.interval.end_ms} {block.about.title}"
    return hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:12]


def title_of(block: Block) -> str:
    """Return what to call an entry in front of a person."""
    return block.about.title or block.origin.uid
