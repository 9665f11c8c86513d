"""Calendars on a real database and real files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from helpers.manual_clock import ManualClock

from engine.domain.blocks import Occurrence
from engine.domain.categories import CategoryTree
from engine.domain.days import DayRule, day_start_ms
from engine.planning.calendars import Calendars, Stores, Surroundings
from engine.planning.plan import Plan
from engine.settings import Settings
from engine.storage.blocks import BlockStore
from engine.storage.calendars import CalendarStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.flexible_blocks import FlexibleBlockStore
from engine.storage.plan_changes import PlanChanges

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n"
TAIL = "END:VCALENDAR\r\n"


def event(*lines: str) -> str:
    """Return one entry of these lines."""
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = HEAD) -> bytes:
    """Return a whole file."""
    return (head + "".join(events) + TAIL).encode()


class CalendarRoom:
    """One profile's plan and calendars, its person in Berlin, and a folder for files."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.folder = folder
        self.database = database
        self.clock = ManualClock(zone="Europe/Berlin")
        self.words: Sequence[str] = Settings().plan.calendar_words
        self.actual: dict[int, int] = {}
        changes, blocks = PlanChanges(database), BlockStore(database)
        self.plan = Plan(blocks, FlexibleBlockStore(database), changes, self.clock)
        categories = CategoryStore(database)
        around = Surroundings(
            words=lambda: self.words,
            tree=lambda: CategoryTree(categories.all()),
            rule=self.rule,
            actual=lambda _start, _end: self.actual,
            history=_no_history,
        )
        self.calendars = Calendars(Stores(CalendarStore(database), blocks, changes), self.plan, around, self.clock)

    def rule(self) -> DayRule:
        """Return how the person's days are cut."""
        return DayRule(self.clock.zone)

    def write(self, name: str, data: bytes) -> str:
        """Write a file and return its path."""
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return str(place)

    def year(self) -> list[Occurrence]:
        """Return what takes place in 2026."""
        start, end = (day_start_ms(date(year, 1, 1), self.rule()) for year in (2026, 2027))
        return self.plan.occurrences(start, end)

    def titles(self) -> list[str]:
        """Return what takes place in 2026, by its titles."""
        return [one.block.about.title for one in self.year()]


def _no_history(_path: Path, _start: date, _end: date) -> int:
    return 0
