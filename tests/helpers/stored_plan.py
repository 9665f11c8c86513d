"""A plan on a real database, with blocks that are quick to say and tables that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from helpers.manual_clock import ManualClock
from sqlalchemy import select

from engine.domain.blocks import About, Block, BlockKind, Occurrence, Recurrence
from engine.domain.clock import utc, wall_ms
from engine.domain.intervals import Interval
from engine.planning.plan import Plan
from engine.storage.blocks import BlockStore
from engine.storage.database import Database
from engine.storage.flexible_blocks import FlexibleBlockStore
from engine.storage.plan_changes import PlanChanges
from engine.storage.tables import block, flexible_block

BERLIN = "Europe/Berlin"
MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000


def at(text: str, zone: str = BERLIN) -> int:
    """Return the moment of a local time."""
    return wall_ms(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))


def planned(start: str, minutes: int = 60, title: str = "Report", *, rule: str = "", **of: Any) -> Block:
    """Return a block that first takes place at a local time."""
    about = About(of.pop("kind", BlockKind.FOCUS), title, protected=of.pop("protected", False))
    zone = of.pop("zone", BERLIN)
    begin = at(start, zone)
    recurrence = of.pop("recurrence", Recurrence(rule))
    return Block(about, Interval(begin, begin + minutes * MINUTE), zone, recurrence=recurrence, **of)


def moved(one: Occurrence | Block, minutes: int) -> Interval:
    """Return its time so many minutes later."""
    return Interval(one.interval.start_ms + minutes * MINUTE, one.interval.end_ms + minutes * MINUTE)


class PlanRoom:
    """A plan and what lies below it."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self.plan = plan_on(database, clock)

    def tables(self) -> tuple[list[Any], list[Any]]:
        """Return every row of the blocks and of the flexible blocks."""
        with self.database.reading() as connection:
            rows = [connection.execute(select(one).order_by(one.c.id)).all() for one in (block, flexible_block)]
        return list(rows[0]), list(rows[1])

    def shown(self, first: str = "2026-01-01", last: str = "2028-01-01", zone: str = BERLIN) -> list[str]:
        """Return the starts between two local days, as "11-23 09:00 Report"."""
        found = self.plan.occurrences(at(first), at(last))
        return [
            f"{utc(one.interval.start_ms).astimezone(ZoneInfo(zone)):%m-%d %H:%M} {one.block.about.title}"
            for one in found
        ]

    def times(self, first: str = "2026-01-01", last: str = "2028-01-01") -> list[Occurrence]:
        """Return what takes place between two local days."""
        return self.plan.occurrences(at(first), at(last))


def plan_on(database: Database, clock: ManualClock) -> Plan:
    """Return a plan on a database; several on one file are like several programs."""
    names = iter(range(1_000_000))
    stores = BlockStore(database), FlexibleBlockStore(database), PlanChanges(database)
    return Plan(*stores, clock, lambda: f"block-{next(names)}@test")


@contextmanager
def plan_room(folder: Path) -> Iterator[PlanRoom]:
    """Give a plan in a folder."""
    database = Database.open(folder / "kairos.sqlite3")
    try:
        yield PlanRoom(database, ManualClock(at("2026-11-20 12:00"), BERLIN))
    finally:
        database.close()
