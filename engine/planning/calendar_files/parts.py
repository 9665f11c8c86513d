"""Content lines as the parts of a calendar: entries, zones, alarms, each with its own lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from engine.domain.errors import ImportFailed
from engine.planning.calendar_files.text import Line

MOST_ENTRIES = 20_000
MOST_PARTS = 100_000
_DEEPEST = 6
CALENDAR, EVENT, ZONE, ALARM = "VCALENDAR", "VEVENT", "VTIMEZONE", "VALARM"


class CalendarCutOff(ImportFailed):
    """A calendar that ends in the middle: it was cut off, or is being written."""


@dataclass(slots=True)
class Part:
    """One component with its lines and the components in it. whole: its end was there."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    whole: bool = False

    def named(self, name: str) -> Iterator[Part]:
        """Yield the components of that name right in it."""
        return (part for part in self.parts if part.name == name)

    def value(self, name: str) -> str:
        """Return what its first line of that name says, "" where there is none."""
        start = (f"{name}:", f"{name};")
        found = next((line.text for line in self.lines if line.text.upper().startswith(start)), "")
        return found.partition(":")[2].strip()

    def texts(self) -> list[str]:
        """Return its lines as they were, with those of all components in it."""
        inner = (text for part in self.parts for text in part.texts())
        return [f"BEGIN:{self.name}", *(line.text for line in self.lines), *inner, f"END:{self.name}"]


def calendars(lines: Iterable[Line], name: str) -> list[Part]:
    """Return the calendars in a file of that name.

    Raises CalendarCutOff where the last one has no end, ImportFailed for what is none, is too large or too deep.
    """
    reader = _Reader(name)
    for line in lines:
        reader.take(line)
    return reader.found()


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[Part] = []
        self._calendars: list[Part] = []
        self._entries = self._parts = 0

    def take(self, line: Line) -> None:
        keyword, _, value = line.text.partition(":")
        keyword, value = keyword.strip().upper(), value.strip().upper()
        if keyword == "BEGIN":
            self._begin(value, line)
        elif keyword == "END":
            self._end(value)
        elif self._open:
            self._open[-1].lines.append(line)

    def found(self) -> list[Part]:
        if self._open:
            raise CalendarCutOff(f"{self._name} ends in the middle: it was cut off, or is being written. Try again.")
        if not self._calendars:
            raise ImportFailed(f"{self._name} is not a calendar. Choose a file that ends in .ics.")
        return self._calendars

    def _begin(self, name: str, line: Line) -> None:
        if not self._open and name != CALENDAR:
            return
        if name == EVENT and self._open[-1].name == EVENT:
            self._open.pop()  # its end is missing; it stays where it is, told as not whole
        self._count(name)
        part = Part(name, line.number)
        if self._open:
            self._open[-1].parts.append(part)
        else:
            self._calendars.append(part)
        self._open.append(part)

    def _count(self, name: str) -> None:
        self._entries += name == EVENT
        self._parts += 1
        if len(self._open) >= _DEEPEST:
            raise ImportFailed(f"{self._name} is nested deeper than any calendar. It is damaged.")
        if self._entries > MOST_ENTRIES or self._parts > MOST_PARTS:
            raise ImportFailed(
                f"{self._name} holds more than {MOST_ENTRIES:,} entries. Export a shorter span of time from the "
                "program it comes from."
            )

    def _end(self, name: str) -> None:
        if name not in {part.name for part in self._open}:
            return
        while self._open:
            part = self._open.pop()
            part.whole = part.name == name
            if part.whole:
                return
