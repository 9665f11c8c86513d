"""A calendar file, or all of a folder, as blocks: the door of this folder for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.domain.calendars import Skipped
from engine.domain.errors import ImportFailed
from engine.domain.plain_text import shortened
from engine.planning.calendar_files.contents import Contents, ReadingRules, Refused
from engine.planning.calendar_files.entry import LONGEST_TITLE, EntryReader
from engine.planning.calendar_files.parts import EVENT, ZONE, CalendarCutOff, Part, calendars
from engine.planning.calendar_files.series import Read, gathered
from engine.planning.calendar_files.text import content_lines
from engine.planning.calendar_files.times import TimesReader
from engine.planning.calendar_files.zones import Clocks

_OTHERS = {"VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "free and busy times"}
_LONGEST_WORDS = 80


def read_calendar(files: Iterable[tuple[str, bytes | Skipped]], rules: ReadingRules) -> Contents:
    """Return what files hold, as one calendar; each by its name, with its bytes or why there are none."""
    found: list[Part] = []
    skipped: list[Skipped] = []
    unread: list[Skipped] = []
    for name, data in files:
        try:
            found.extend(_calendars(name, data))
        except ImportFailed as failure:
            unread.append(Skipped(name, failure.message))
    series, left = gathered([one for part in found for one in _entries(part, rules, skipped)])
    return Contents(_name(found), tuple(series), (*skipped, *left), tuple(unread))


def _calendars(name: str, data: bytes | Skipped) -> list[Part]:
    if isinstance(data, Skipped):
        raise ImportFailed(f"{name} was not read: {data.why}.")
    if not data.strip(b"\0\t\r\n "):
        raise CalendarCutOff(f"{name} is empty. Export it again.")
    return calendars(content_lines(data), name)


def _entries(calendar: Part, rules: ReadingRules, skipped: list[Skipped]) -> Iterator[Read]:
    times = TimesReader(Clocks(calendar.named(ZONE), rules.zone), rules.zone)
    reader = EntryReader(times, rules, cancelled=calendar.value("METHOD").upper() == "CANCEL")
    for part in calendar.named(EVENT):
        try:
            entry = reader.read(part)
        except Refused as refusal:
            skipped.append(Skipped(_words(part), str(refusal)))
            continue
        skipped.extend(Skipped(_words(part), note) for note in entry.not_followed)
        yield Read(entry, times)
    for name, words in _OTHERS.items():
        if number := sum(1 for _ in calendar.named(name)):
            skipped.append(Skipped(f"{number} × {words}", "only events become blocks"))


def _words(part: Part) -> str:
    """Return how a person finds an entry in the file: its title, or the line it begins on."""
    return shortened(part.value("SUMMARY"), _LONGEST_WORDS) or f"line {part.number}"


def _name(found: Iterable[Part]) -> str:
    names = (part.value("X-WR-CALNAME") or part.value("NAME") for part in found)
    return shortened(next(filter(None, names), ""), LONGEST_TITLE)
