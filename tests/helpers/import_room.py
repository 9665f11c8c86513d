"""Imports into a profile of its own, without the rest of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.manual_clock import ManualClock

from engine.api.imports import Imports
from engine.importers.admission import Admission, PrivacyRules
from engine.settings import PrivacySettings, TrackingSettings
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.database import Database
from engine.tracking.privacy.filter import PrivacyFilter
from engine.tracking.privacy.titles import clean_title


class ImportRoom:
    """A database, what imports into it, and what can be asked of it."""

    def __init__(self, database: Database, privacy: PrivacySettings) -> None:
        rules = PrivacyRules(
            PrivacyFilter(TrackingSettings(), privacy).admit, clean_title, True, False, bool(privacy.excluded_titles)
        )
        self.database = database
        self.clock = ManualClock()
        self.store = ActivityStore(database)
        self.imports = Imports(BatchStore(database), self.clock, lambda: Admission(rules))


@contextmanager
def import_room(folder: Path, privacy: PrivacySettings | None = None) -> Iterator[ImportRoom]:
    """Give a room on an empty database in the folder."""
    database = Database.open(folder / "kairos.sqlite3")
    try:
        yield ImportRoom(database, privacy or PrivacySettings())
    finally:
        database.close()
