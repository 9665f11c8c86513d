"""What the doctor finds of a profile as it lies."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_samples import ZONE, seen

from engine.bootstrap.desktop import build_doctor
from engine.domain.activity import Activity
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_the_log_of_a_linked_database_counts_where_it_lies(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    real = paths.folder.parent / "disk" / "real.sqlite3"
    real.parent.mkdir()
    Database.open(real).close()
    paths.database.symlink_to(real)
    with closing(Database.open(paths.database)) as database:
        ActivityStore(database).insert_many([Activity(0, 10, seen(), ZONE)])
        log = real.with_name("real.sqlite3-wal")
        found = build_doctor(paths).examine().database.size_bytes
        assert found == real.stat().st_size + log.stat().st_size
        assert log.stat().st_size > 0
