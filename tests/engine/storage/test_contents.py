"""What is kept is counted table by table, and no table is left out."""

from __future__ import annotations

from pathlib import Path

from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.domain.stored import StoredKind
from engine.storage.activities import ActivityStore
from engine.storage.contents import KINDS, Contents
from engine.storage.database import Database
from engine.storage.tables import metadata

HOUR = 3_600_000


def test_every_table_has_one_kind() -> None:
    told = [name for kind in KINDS.values() for name in (*(table for table, _ in kind.counted), *kind.beside)]
    assert sorted(told) == sorted(metadata.tables)
    assert set(KINDS) == set(StoredKind)


def test_kinds_are_counted_with_their_oldest_moment(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    found = [Activity(hour * HOUR, (hour + 1) * HOUR, seen(title=f"{hour}"), "UTC") for hour in (9, 5, 7)]
    ActivityStore(database).insert_many(found)
    rows = {one.kind: one for one in Contents(database).rows()}
    database.close()
    assert (rows[StoredKind.ACTIVITIES].rows, rows[StoredKind.ACTIVITIES].oldest_ms) == (3, 5 * HOUR)
    assert (rows[StoredKind.TITLES].rows, rows[StoredKind.TITLES].oldest_ms) == (3, None)
    assert rows[StoredKind.TOTALS].oldest_ms == 5 * HOUR
    assert rows[StoredKind.NAMES].rows == 1
    assert (rows[StoredKind.DIALOGUES].rows, rows[StoredKind.DIALOGUES].oldest_ms) == (0, None)
