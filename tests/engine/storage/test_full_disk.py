from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_documents import cut, folder
from helpers.storage_keys import KEY, fill
from helpers.storage_programs import run
from helpers.storage_samples import ZONE, seen

from engine.domain.changes import Begin, Change, End
from engine.domain.database_key import DatabaseKey
from engine.domain.documents import DocumentKind, Identity
from engine.domain.errors import StorageError, StorageFull
from engine.domain.health import RecorderState
from engine.domain.word_tokens import terms
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.words import WordQuery, WordStore

_KILLED = """
key = sys.argv[2]
from engine.domain.database_key import DatabaseKey
database = Database.open(path, DatabaseKey(bytes.fromhex(key)) if key else None)
ActivityStore(database).apply([Begin(90, seen("after"), "UTC"), End(95)])
os._exit(0)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let root mount a small file system")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk_is_said_nothing_is_lost_and_the_same_object_goes_on(small_disk: Path) -> None:
    database = Database.open(small_disk / "kairos.sqlite3")
    store = ActivityStore(database)
    store.apply([Begin(0, seen("before"), ZONE), End(10), Begin(10, seen("open"), ZONE)])
    filler = _fill(small_disk)
    changes: list[Change] = [End(20), Begin(20, seen("after", "long title " * 2_000), ZONE)]
    for _ in range(3):
        with pytest.raises(StorageFull, match="room"):
            store.apply(changes)
        assert [(one.start_ms, one.end_ms) for one in store.between(0, 99)] == [(0, 10), (10, 10)]
    filler.unlink()
    opened = store.apply(changes)
    assert opened == store.open_id()
    assert [(one.start_ms, one.end_ms) for one in store.between(0, 99)] == [(0, 10), (10, 20), (20, 20)]
    assert database.integrity() == []
    database.close()


def test_documents_wait_for_room_and_none_is_lost(small_disk: Path) -> None:
    database = Database.open(small_disk / "kairos.sqlite3")
    number = folder(database)
    documents = DocumentStore(database)
    filler = _fill(small_disk)
    with documents.writing() as writer:
        for name in ("a", "b"):
            chunks = cut("words " * 5_000)
            writer.put(number, Identity(f"/docs/{name}"), DocumentKind.TEXT, "", b"", chunks, 0)
        for _ in range(2):
            with pytest.raises(StorageFull, match="room"):
                writer.flush()
        assert documents.get("/docs/a") is None
        filler.unlink()
    assert [one.identity.path for one in documents.known(number)] == ["/docs/a", "/docs/b"]
    assert [len(WordStore(database).find(WordQuery(terms("words"))))] == [2]
    assert database.integrity() == []
    database.close()


def test_a_disk_filled_by_the_database_itself(small_disk: Path) -> None:
    database = Database.open(small_disk / "kairos.sqlite3")
    store = ActivityStore(database)
    stored = 0
    with pytest.raises(StorageFull):  # noqa: PT012  (how many fit is what the test is about)
        for at in range(0, 100_000, 10):
            store.apply([Begin(at, seen("app", f"{at} " * 2_000), ZONE), End(at + 10)])
            stored += 1
    assert store.count() == stored > 10
    database.close()
    again = Database.open(small_disk / "kairos.sqlite3")
    assert ActivityStore(again).count() == stored
    assert again.integrity() == []
    again.close()


def test_a_database_cannot_be_made_on_a_full_disk_and_can_afterwards(small_disk: Path) -> None:
    filler = _fill(small_disk)
    with pytest.raises(StorageFull):
        Database.open(small_disk / "kairos.sqlite3")
    filler.unlink()
    database = Database.open(small_disk / "kairos.sqlite3")
    assert database.integrity() == []
    database.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_on_a_full_disk_a_database_is_read_and_takes_what_is_new_once_there_is_room(
    small_disk: Path, key: DatabaseKey | None
) -> None:
    path = fill(small_disk / "kairos.sqlite3", key, 3)
    filler = _fill(small_disk)
    database = Database.open(path, key)
    store = ActivityStore(database)
    number = database.data_version()
    assert store.count() == 3
    for _ in range(2):
        with pytest.raises(StorageFull, match="room"):
            store.apply([Begin(90, seen("after"), ZONE), End(95)])
    for ask in (database.checkpoint, database.integrity):
        with pytest.raises(StorageFull, match="room"):
            ask()
    assert (store.count(), database.data_version()) == (3, number)
    filler.unlink()
    store.apply([Begin(90, seen("after"), ZONE), End(95)])
    assert (store.count(), database.integrity()) == (4, [])
    assert database.data_version() != number
    database.close()
    assert sorted(one.name for one in small_disk.iterdir()) == ["kairos.sqlite3"]


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_on_a_full_disk_what_a_killed_process_left_in_the_log_is_read(
    small_disk: Path, key: DatabaseKey | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_disk / "kairos.sqlite3"
    fill(path, key, 3)
    run(_KILLED, path, "" if key is None else key.raw.hex())
    assert path.with_name("kairos.sqlite3-wal").stat().st_size > 0
    path.with_name("kairos.sqlite3-shm").unlink()
    _fill(small_disk)
    monkeypatch.setattr("tempfile.tempdir", str(small_disk))
    with closing(Database.open(path, key)) as database:
        assert ActivityStore(database).count() == 4
        with pytest.raises(StorageFull, match="room"):
            ActivityStore(database).apply([Begin(200, seen("later"), ZONE), End(205)])


def test_a_heartbeat_on_a_full_disk(small_disk: Path) -> None:
    filler = _fill(small_disk)
    heartbeat = HeartbeatFile(small_disk / "heartbeat")
    beat = Beat(1, 2, 3, 4, RecorderState.NOT_SAVING, 5, 6)
    with pytest.raises(StorageFull):
        heartbeat.write(beat, durable=True)
    filler.unlink()
    heartbeat.write(beat, durable=True)
    assert heartbeat.read() == beat
    heartbeat.close()


def test_a_limit_on_file_size_is_no_bug_of_ours_and_passes(path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits are POSIX")
    database = Database.open(path)
    store = ActivityStore(database)
    store.apply([Begin(0, seen("before"), ZONE), End(10)])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.with_name(path.name + "-wal").stat().st_size + 100, hard))
    try:
        with pytest.raises(StorageError):
            store.apply([Begin(20, seen("after"), ZONE), End(30)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.apply([Begin(20, seen("after"), ZONE), End(30)])
    assert [(one.start_ms, one.end_ms) for one in store.between(0, 99)] == [(0, 10), (20, 30)]
    assert database.integrity() == []
    database.close()
