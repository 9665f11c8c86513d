"""A profile that shares weeks made by hand: real database, real file of charges, a clock that moves when told to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from helpers.manual_clock import ManualClock
from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.sharing import BLOCK_MS, GROUPS
from engine.domain.stream_row import StreamMark, StreamRow
from engine.paths import ProfilePaths
from engine.settings import SharingSettings
from engine.sharing.week.charges_file import ChargesFile
from engine.sharing.week.ledger import Ledger
from engine.sharing.week.service import Sharing, SharingParts, millionths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.sharing import ShareStore

MONDAY = date(2026, 3, 2)  # of a week that lies in one month
MONDAY_MS = 1_772_409_600_000
DAY_MS = 86_400_000
BEGUN_MS = MONDAY_MS - 364 * DAY_MS
LATER_MS = MONDAY_MS + 200 * DAY_MS


def block_row(block: int, category: int, minutes: int = 15) -> StreamRow:
    """Return a row of so many minutes in the quarter-hour of that number after MONDAY."""
    start = MONDAY_MS + block * BLOCK_MS
    return StreamRow(start, start + minutes * 60_000, "UTC", Presence.ACTIVE, "app", "a title", category, 0)


class WrittenRows:
    """A history of rows written by hand; categories are the places in GROUPS, counted from 1."""

    def __init__(self, rows: Sequence[StreamRow] = ()) -> None:
        self.written = list(rows)

    def rows(self, start_ms: int, end_ms: int) -> Sequence[StreamRow]:
        """Return those within the time."""
        return [one for one in self.written if one.start_ms < end_ms and one.end_ms > start_ms]

    def mark(self, day: int) -> StreamMark:
        """Return one mark for all."""
        return StreamMark(day, 0, ())

    def unchanged(self, mark: StreamMark) -> bool:
        """Return that nothing changed."""
        return bool(mark)


def group_of_number(category: int) -> str:
    """Return the group of a row's category."""
    return GROUPS[category - 1]


class ShareRoom:
    """Everything sharing is made of, in a folder. Opened several times, it is several processes of one profile."""

    def __init__(self, folder: Path, seed: int = 1, settings: SharingSettings | None = None) -> None:
        self.paths = ProfilePaths(folder, encrypts=False).ensure()
        self.settings = settings or SharingSettings(on=True)
        self.rows = WrittenRows([block_row(number, 1 + number % 6) for number in range(120)])
        self.clock = ManualClock(LATER_MS)
        self._below = random.Random(seed).randrange
        self.reopen()

    def reopen(self) -> None:
        """Open it, as the next start would."""
        self.database = Database.open(self.paths.database)
        self.store = ShareStore(self.database)
        self.file = ChargesFile(self.paths.shared, self.paths.shared_lock)
        self.ledger = Ledger(self.store, self.file, lambda: millionths(self.settings.monthly))
        parts = SharingParts(
            self.rows,
            lambda: group_of_number,
            lambda: DayRule("UTC"),
            self.clock,
            self.store,
            lambda: self.settings,
            self._choose,
            self._below,
        )
        self.sharing = Sharing(parts, self.ledger)

    def _choose(self, settings: SharingSettings) -> None:
        self.settings = settings

    def record(self, *moments_ms: int) -> None:
        """Store an activity at each moment; at none named two, so that the database knows of the time between them."""
        rows = [Activity(one, one + 1_000, seen(), "UTC") for one in moments_ms or (BEGUN_MS, LATER_MS)]
        ActivityStore(self.database).insert_many(rows)

    def copy_of_database(self) -> bytes:
        """Return the database as a backup would hold it."""
        self.close()
        found = self.paths.database.read_bytes()
        self.reopen()
        return found

    def put_back(self, copy: bytes) -> None:
        """Replace the database by a copy taken before."""
        self.close()
        self.paths.database.write_bytes(copy)
        self.reopen()

    def execute(self, statement: str) -> None:
        """Change the database behind everybody's back."""
        with self.database.writing() as connection:
            connection.exec_driver_sql(statement)

    def close(self) -> None:
        """Close the database and leave everything in its file."""
        self.database.close()
