"""A damaged database lies aside as it was, whole and private; what is too old or in the clear goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.storage_keys import KEY, fill

from engine.domain.errors import StorageFull
from engine.storage.salvage import aside
from engine.storage.salvage.aside import copy_durably, keep_newest_aside, remove_plain_aside, set_aside

NOON = 1_795_348_800_000


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "kairos.sqlite3"
    for ending in ("", "-wal", "-journal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"as it was" + ending.encode())
    return path


def test_the_file_and_what_belongs_to_it_are_copied_as_they_lie(damaged: Path) -> None:
    copies = [set_aside(damaged, NOON) for _ in range(3)]
    folder = damaged.parent / "backups"
    name = "damaged-20261122T120000"
    assert copies == [folder / one / damaged.name for one in (name, f"{name}-2", f"{name}-3")]
    found = {one.name: one.read_bytes() for one in copies[0].parent.iterdir()}
    assert found == {f"{damaged.name}{end}": b"as it was" + end.encode() for end in ("", "-wal", "-journal")}
    assert {one.stat().st_mode & 0o777 for one in copies[0].parent.iterdir()} == {0o600}
    assert {one.stat().st_mode & 0o777 for one in (folder, copies[0].parent)} == {0o700}


def test_without_room_nothing_is_written(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_SPARE_BYTES", 1 << 60)
    with pytest.raises(StorageFull, match=str(damaged.parent)):
        set_aside(damaged, NOON)
    assert list((damaged.parent / "backups").iterdir()) == []


def test_a_copy_is_not_written_over_anything(damaged: Path) -> None:
    with pytest.raises(FileExistsError):
        copy_durably(damaged, damaged.with_name("kairos.sqlite3-wal"))


def test_what_lies_in_the_clear_goes_and_the_rest_stays(tmp_path: Path) -> None:
    plain, locked = tmp_path / "damaged-1", tmp_path / "damaged-2"
    fill(plain / "kairos.sqlite3", None, 1)
    fill(locked / "kairos.sqlite3", KEY, 1)
    backup = fill(tmp_path / "kairos.sqlite3", None, 1)
    remove_plain_aside(tmp_path)
    assert not plain.exists()
    assert locked.exists()
    assert backup.exists()


def test_the_oldest_go(tmp_path: Path) -> None:
    for name in ("damaged-1", "damaged-3", "damaged-2", "other"):
        (tmp_path / name).mkdir()
    keep_newest_aside(tmp_path, 2)
    assert {one.name for one in tmp_path.iterdir()} == {"damaged-2", "damaged-3", "other"}
