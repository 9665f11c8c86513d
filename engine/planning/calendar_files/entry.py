"""One VEVENT as a block."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.domain.blocks import About, Block, BlockKind, BlockSource, Certainty, Origin
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.plain_text import shortened
from engine.planning.calendar_files.contents import ReadingRules, Refused
from engine.planning.calendar_files.extra import extra_of
from engine.planning.calendar_files.names import (
    BUSY_STATUS,
    CATEGORY,
    KIND,
    MEASURED,
    OWN_ZONE,
    PROJECT,
    PROTECTED,
    UNTITLED,
)
from engine.planning.calendar_files.parts import Part
from engine.planning.calendar_files.properties import Property, property_of
from engine.planning.calendar_files.times import Moment, Times, TimesReader

LONGEST_TITLE, LONGEST_NOTE = 500, 20_000
_LONGEST_UID = 500
_MOST_SEQUENCE = 2**31 - 1
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_STATUS = {"TENTATIVE": Certainty.TENTATIVE, "CANCELLED": Certainty.CANCELLED}
_AWAY = "OOF"
_BUSY = {"BUSY": True, "TENTATIVE": True, _AWAY: True, "FREE": False, "WORKINGELSEWHERE": False}
_Properties = dict[str, list[Property]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as read. start, instead_of: as the file has them, of the latter the start this one stands for.

    with_own_length: starts beside the rule that last differently. newness: tells the newer of two versions.
    not_followed: what of it Kairos does not do, in words.
    """

    block: Block
    start: Moment
    instead_of: Moment | None
    with_own_length: tuple[Interval, ...]
    newness: tuple[int, str]
    not_followed: tuple[str, ...] = ()


class EntryReader:
    """Reads entries of one calendar. cancelled: the whole calendar is about entries that were called off."""

    def __init__(self, times: TimesReader, rules: ReadingRules, *, cancelled: bool) -> None:
        self._times = times
        self._rules = rules
        self._cancelled = cancelled

    def read(self, part: Part) -> Entry:
        """Return the entry; raises Refused with what is wrong."""
        _check(part)
        properties = [told for line in part.lines if (told := property_of(line.text)) is not None]
        found: _Properties = {}
        for one in properties:
            found.setdefault(one.name, []).append(one)
        if MEASURED in found:
            raise Refused("it is recorded time that Kairos exported, not a plan")
        times = self._times.times(found, _own_zone(found))
        block = self._block(found, times)
        kept = replace(block.origin, extra=extra_of(properties, part, block))
        of = found.get("RECURRENCE-ID")
        stamp = (_text(found, "LAST-MODIFIED") or _text(found, "DTSTAMP")).strip()
        return Entry(
            replace(block, origin=kept),
            self._times.moment(found["DTSTART"][0]),
            None if of is None else self._times.moment(of[0]),
            times.other_lengths,
            (block.changed, stamp),
            tuple(_not_followed(found)),
        )

    def _block(self, found: _Properties, times: Times) -> Block:
        certainty, busy = self._standing(found, times)
        title = "" if UNTITLED in found else shortened(_text(found, "SUMMARY"), LONGEST_TITLE).strip()
        note = _UNREADABLE.sub("", _text(found, "DESCRIPTION"))[:LONGEST_NOTE].strip()
        named = self._rules.words.kind(title, _categories(found), note)
        if busy is None:
            busy = (not times.all_day or named is not None) and not times.instant
        uid = _UNREADABLE.sub("", _text(found, "UID")).strip()
        return Block(
            About(
                _kind(found) or named or _usual_kind(found, times, busy=busy),
                title,
                self._category(found),
                shortened(_text(found, PROJECT), LONGEST_TITLE).strip(),
                note,
                _text(found, PROTECTED).strip().upper() == "TRUE",
            ),
            times.interval,
            times.zone,
            all_day=times.all_day,
            busy=busy,
            certainty=certainty,
            recurrence=times.recurrence,
            origin=Origin(BlockSource.CALENDAR, uid=_uid(uid, times.interval, title)),
            changed=_whole_number(found, "SEQUENCE"),
        )

    def _standing(self, found: _Properties, times: Times) -> tuple[Certainty, bool | None]:
        """Return how sure it is, and whether it takes the time; None where the file does not say."""
        status = _text(found, "STATUS").strip().upper()
        certainty = Certainty.CANCELLED if self._cancelled else _STATUS.get(status, Certainty.CONFIRMED)
        outlook = _text(found, BUSY_STATUS).strip().upper()
        if outlook == "TENTATIVE" and certainty is Certainty.CONFIRMED:
            certainty = Certainty.TENTATIVE
        if times.instant:
            return certainty, False
        if outlook in _BUSY:  # Outlook reads it before TRANSP, so what else it says was not meant
            return certainty, _BUSY[outlook]
        told = _text(found, "TRANSP").strip().upper()
        return certainty, {"TRANSPARENT": False, "OPAQUE": True}.get(told)

    def _category(self, found: _Properties) -> int | None:
        path = tuple(one.strip() for one in _text(found, CATEGORY).split(">") if one.strip())
        return self._rules.category(path) if path else None


def _check(part: Part) -> None:
    if not part.whole:
        raise Refused("it has no end: the file is damaged there")
    for line in part.lines:
        if "\0" in line.text:
            raise Refused("it holds bytes that no text has: the file is damaged there")


def _not_followed(found: _Properties) -> Iterator[str]:
    if "EXRULE" in found:
        yield "its EXRULE is not followed, so it may take place too often"
    if len(found.get("RRULE", [])) > 1:
        yield "of its repeat rules only the first is followed"
    if any("RANGE" in one.parameters for one in found.get("RECURRENCE-ID", [])):
        yield "it was changed for all later times, and is taken so for this one only"


def _kind(found: _Properties) -> BlockKind | None:
    told = _text(found, KIND).strip().lower()
    return BlockKind(told) if told in set(BlockKind) else None


def _usual_kind(found: _Properties, times: Times, *, busy: bool) -> BlockKind:
    away = _text(found, BUSY_STATUS).strip().upper() == _AWAY
    return BlockKind.MEETING if busy and not times.all_day and not away else BlockKind.PERSONAL


def _own_zone(found: _Properties) -> str:
    zone = _text(found, OWN_ZONE).strip()
    try:
        DayRule(zone).tzinfo()
    except UsageError:
        return ""
    return zone


def _categories(found: _Properties) -> list[str]:
    return [text for one in found.get("CATEGORIES", []) for text in one.texts]


def _uid(told: str, interval: Interval, title: str) -> str:
    """Return the entry's name: the file's, or one made of its time and title that is the same each time."""
    if told and len(told) <= _LONGEST_UID:
        return told
    seed = told or f"{interval.start_ms} {interval.end_ms} {title}"
    return hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:32] + "@file.invalid"


def _whole_number(found: _Properties, name: str) -> int:
    told = _text(found, name).strip()
    return min(int(told), _MOST_SEQUENCE) if told.isascii() and told.isdigit() and len(told) < 11 else 0  # noqa: PLR2004


def _text(found: _Properties, name: str) -> str:
    return found[name][0].text if name in found else ""
