"""The power fails while the log is moved into the file: what is torn there lies whole in the log."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.storage_samples import ZONE, seen, spans

from engine.domain.changes import Begin, End
from engine.domain.database_key import DatabaseKey
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

KEY = DatabaseKey(bytes(range(32)))
PAGE = 4_096


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_page_torn_in_the_file_is_no_damage_while_the_log_has_it(tmp_path: Path, key: DatabaseKey | None) -> None:
    path = tmp_path / "kairos.sqlite3"
    Database.open(path, key).close()
    after = tmp_path / "after" / path.name
    after.parent.mkdir()
    database = Database.open(path, key)
    before = path.read_bytes()
    ActivityStore(database).apply([Begin(0, seen("kept"), ZONE), End(10), Begin(10, seen("open"), ZONE)])
    shutil.copy(path.with_name(path.name + "-wal"), after.with_name(path.name + "-wal"))
    database.checkpoint()
    data = bytearray(path.read_bytes())
    changed = [at for at in range(PAGE, len(before), PAGE) if data[at : at + PAGE] != before[at : at + PAGE]]
    assert changed
    for at in changed:
        data[at : at + 512] = before[at : at + 512]  # the first sector did not arrive
    after.write_bytes(data)
    database.close()
    found = Database.open(after, key)
    assert found.integrity() == []
    assert spans(ActivityStore(found).between(0, 99)) == [(0, 10, "kept"), (10, 10, "open")]
    found.close()
