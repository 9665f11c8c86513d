"""Every backup gets the new key; what opens with neither stays, and nothing stays in the clear."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, ask, fill

from engine.domain.database_key import DatabaseKey
from engine.storage.encryption import is_encrypted
from engine.storage.recrypt import recrypt


@pytest.mark.parametrize(("key", "new"), [(None, KEY), (KEY, OTHER), (KEY, None)])
def test_each_is_rewritten_once_and_alone(tmp_path: Path, key: DatabaseKey | None, new: DatabaseKey | None) -> None:
    stranger = DatabaseKey(bytes(range(2, 34)))
    old, done = fill(tmp_path / "1.sqlite3", key, 5), fill(tmp_path / "2.sqlite3", new, 6)
    strange, note = fill(tmp_path / "3.sqlite3", stranger, 7), tmp_path / "note.txt"
    fill(tmp_path / "damaged-1" / "kairos.sqlite3", None, 1)
    note.write_text("not a backup", encoding="utf-8")
    before = done.read_bytes(), strange.read_bytes()
    recrypt(tmp_path, key, new)
    assert ask(old, new, "SELECT count(*) FROM activity") == [(5,)]
    assert ask(old, new, "PRAGMA journal_mode") == [("delete",)]
    assert is_encrypted(old) is (new is not None)
    assert (done.read_bytes(), strange.read_bytes()) == before
    assert note.exists()
    assert (tmp_path / "damaged-1").exists() is (new is None), "it cannot be rewritten"
    assert {one.name for one in tmp_path.glob("1*")} == {"1.sqlite3"}


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    recrypt(tmp_path / "none", None, KEY)
    assert not list(tmp_path.iterdir())
