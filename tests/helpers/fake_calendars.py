"""Calendars in memory, for the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from engine.domain.calendars import CalendarKind, CalendarRead, CalendarSource, Skipped
from engine.domain.errors import ImportFailed


@dataclass
class FakeCalendars:
    """Follows whatever is named but files called broken, and remembers what was written."""

    known: list[CalendarSource] = field(default_factory=list)
    written: list[tuple[Path, date, date, bool | None]] = field(default_factory=list)

    def all(self) -> list[CalendarSource]:
        """Return those that are followed."""
        return list(self.known)

    def add(self, path: str, *, watched: bool) -> tuple[CalendarSource, CalendarRead]:
        """Take it in."""
        name = Path(path).stem
        if name == "broken":
            raise ImportFailed(f"{Path(path).name} is not a calendar. Choose a file that ends in .ics.")
        source = CalendarSource(path, CalendarKind.FILE, name, watched, 1_772_452_800_000, 3, id=len(self.known) + 1)
        if watched:
            self.known.append(source)
        return source, CalendarRead(added=3, skipped=(Skipped("Odd", "it ends before it begins"),))

    def refresh(self, calendar_id: int | None = None, *, only_changed: bool = True) -> dict[int, CalendarRead]:
        """Read the one again; its file is gone meanwhile."""
        assert not only_changed
        trouble = "work.ics is empty. Export it again."
        self.known = [replace(one, trouble=trouble) if one.id == calendar_id else one for one in self.known]
        return {calendar_id or 1: CalendarRead(skipped=(Skipped("work.ics", trouble),))}

    def remove(self, calendar_id: int) -> None:
        """Forget one."""
        self.known = [one for one in self.known if one.id != calendar_id]

    def export(self, path: Path, start: date, end: date, *, private: bool | None = None) -> int:
        """Remember what was to be written."""
        self.written.append((path, start, end, private))
        return 7
