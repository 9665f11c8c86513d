"""A database whose file is taken away while it is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.domain.errors import StorageGone
from engine.storage.database import Database


def test_nothing_more_is_written_or_read_and_no_empty_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "kairos.sqlite3"
    database = Database.open(path)
    try:
        with database.reading():
            pass
        for file in tmp_path.glob("kairos.sqlite3*"):
            file.unlink()
        with pytest.raises(StorageGone, match="removed or replaced"), database.writing():
            pass
        with pytest.raises(StorageGone, match="removed or replaced"), database.reading():
            pass
        assert not path.exists()
    finally:
        database.close()
