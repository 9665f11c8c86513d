"""A calendar file, or all of a folder, as blocks: the door of this folder for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.domain.calendars import Skipped
from engine.domain.errors import ImportFailed
from engine.domain.plain_text import shortened
from engine.planning.calendar_files.contents import Contents, ReadingRules, Refused
from engine.planning.calendar_files.entry import LONGEST_TITLE, EntryReader
from engine.planning.calendar_files.parts import EVENT, ZONE, Part, calendars
from engine.planning.calendar_files.series import Read, gathered
from engine.planning.calendar_files.text import content_lines
from engine.planning.calendar_files.times import TimesReader
from engine.planning.calendar_files.zones import Clocks

_OTHERS = {"VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "free and busy times"}
_LONGEST_WORDS = 80


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file as read from the disk. name: for messages."""

    name: str
    data: bytes


def read_calendar(files: Sequence[FileBytes], rules: ReadingRules) -> Contents:
    """Return what the files hold, as one calendar.

    Raises CalendarCutOff where one ends in the middle, ImportFailed where one is no calendar or too large.
    """
    skipped: list[Skipped] = []
    found = [part for file in files for part in _calendars(file)]
    series, left = gathered([one for part in found for one in _entries(part, rules, skipped)])
    return Contents(_name(found), tuple(series), (*skipped, *left))


def _calendars(file: FileBytes) -> list[Part]:
    if not file.data.strip(b"\0\t\r\n "):
        raise ImportFailed(f"{file.name} is empty. Export it again.")
    return calendars(content_lines(file.data), file.name)


def _entries(calendar: Part, rules: ReadingRules, skipped: list[Skipped]) -> Iterator[Read]:
    times = TimesReader(Clocks(calendar.named(ZONE), rules.zone), rules.zone)
    reader = EntryReader(times, rules, cancelled=calendar.value("METHOD").upper() == "CANCEL")
    for part in calendar.named(EVENT):
        try:
            yield Read(reader.read(part), times)
        except Refused as refusal:
            skipped.append(Skipped(_words(part), str(refusal)))
    for name, words in _OTHERS.items():
        if number := sum(1 for _ in calendar.named(name)):
            skipped.append(Skipped(f"{number} × {words}", "only events become blocks"))


def _words(part: Part) -> str:
    """Return how a person finds an entry in the file: its title, or the line it begins on."""
    return shortened(part.value("SUMMARY"), _LONGEST_WORDS) or f"line {part.number}"


def _name(found: Iterable[Part]) -> str:
    names = (part.value("X-WR-CALNAME") or part.value("NAME") for part in found)
    return shortened(next(filter(None, names), ""), LONGEST_TITLE)
