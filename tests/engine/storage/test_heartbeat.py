from __future__ import annotations

import errno
import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.storage_programs import finish, start
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import StorageError, StorageFull, StorageReadOnly
from engine.domain.health import RecorderState
from engine.storage import heartbeat as heartbeats
from engine.storage.heartbeat import Beat, HeartbeatFile

BEAT = Beat(17_592_186_045_416, 1_800_000_000_000, 1_800_000_000_001, 4_242, RecorderState.RECORDING, 0, 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "heartbeat"


@pytest.fixture
def heartbeat(file: Path) -> Iterator[HeartbeatFile]:
    opened = HeartbeatFile(file)
    yield opened
    opened.close()


def test_there_is_no_beat_before_the_first(heartbeat: HeartbeatFile, file: Path) -> None:
    assert heartbeat.read() is None
    assert not file.exists()


@pytest.mark.parametrize("durable", [False, True])
@pytest.mark.parametrize("state", [one for one in RecorderState if one is not RecorderState.STARTING])
def test_the_newest_beat_is_read(heartbeat: HeartbeatFile, file: Path, state: RecorderState, durable: bool) -> None:
    for number in range(5):
        beat = replace(BEAT, state=state, sequence=number, end_ms=number, waiting=number)
        heartbeat.write(beat, durable=durable)
        assert HeartbeatFile(file).read() == beat
    assert file.stat().st_size == 128


def test_a_paused_recorder_that_sees_nothing_says_so(heartbeat: HeartbeatFile, file: Path) -> None:
    for blind in (True, False):
        beat = replace(BEAT, state=RecorderState.PAUSED, blind=blind)
        heartbeat.write(beat, durable=False)
        assert HeartbeatFile(file).read() == beat


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_file_is_private_under_any_umask(heartbeat: HeartbeatFile, file: Path) -> None:
    before = os.umask(0)
    try:
        heartbeat.write(BEAT, durable=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_recorder_that_counts_from_one_again_is_the_newest(heartbeat: HeartbeatFile, file: Path) -> None:
    for number in range(1, 8):
        heartbeat.write(replace(BEAT, sequence=number), durable=False)
    again = HeartbeatFile(file)
    first = replace(BEAT, sequence=1, pid=77)
    again.write(first, durable=False)
    assert again.read() == first
    again.close()


@pytest.mark.parametrize("cut", range(0, 64, 3))
def test_a_write_cut_short_leaves_the_beat_before(heartbeat: HeartbeatFile, file: Path, cut: int) -> None:
    heartbeat.write(BEAT, durable=False)
    heartbeat.write(replace(BEAT, sequence=2), durable=False)
    before = file.read_bytes()
    heartbeat.write(replace(BEAT, sequence=3), durable=False)
    after = file.read_bytes()
    (slot,) = {at // 64 for at in range(128) if before[at] != after[at]}
    torn = bytearray(before)
    torn[slot * 64 : slot * 64 + cut] = after[slot * 64 : slot * 64 + cut]
    file.write_bytes(torn)
    found = heartbeat.read()
    assert found is not None
    assert found.sequence == 2


@given(st.binary(max_size=200))
def test_rubbish_is_no_beat_and_no_error(tmp_path_factory: pytest.TempPathFactory, rubbish: bytes) -> None:
    file = tmp_path_factory.mktemp("rubbish") / "heartbeat"
    file.write_bytes(rubbish)
    heartbeat = HeartbeatFile(file)
    assert heartbeat.read() is None
    heartbeat.write(BEAT, durable=False)
    assert heartbeat.read() == BEAT
    heartbeat.close()


def test_a_removed_file_is_made_again(heartbeat: HeartbeatFile, file: Path) -> None:
    heartbeat.write(BEAT, durable=False)
    file.unlink()
    later = replace(BEAT, sequence=2)
    heartbeat.write(later, durable=False)
    assert HeartbeatFile(file).read() == later


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        HeartbeatFile(tmp_path / "nowhere" / "heartbeat").write(BEAT, durable=False)


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (errno.ENOSPC, StorageFull, "no room left on the disk that holds {folder}. Free some space; nothing is lost."),
        (errno.EDQUOT, StorageFull, "no room left on the disk that holds {folder}."),
        (errno.EFBIG, StorageFull, "no room left on the disk that holds {folder}."),
        (errno.EACCES, StorageReadOnly, "{file} cannot be written. See that the disk is not mounted read-only"),
        (errno.EPERM, StorageReadOnly, "{file} cannot be written. See"),
        (errno.EROFS, StorageReadOnly, "{file} cannot be written. See"),
        (errno.EIO, StorageError, "{file} cannot be written: Input/output error. Check the disk and the folder."),
    ],
)
def test_what_keeps_it_from_being_written_is_told(
    heartbeat: HeartbeatFile,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[StorageError],
    said: str,
) -> None:
    def fails(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, "pwrite", fails)
        with pytest.raises(StorageError) as refused:
            heartbeat.write(BEAT, durable=False)
    assert type(refused.value) is kind
    assert said.format(file=file, folder=file.parent) in refused.value.message
    heartbeat.write(BEAT, durable=False)
    assert heartbeat.read() == BEAT


def test_half_a_beat_written_is_a_full_disk(heartbeat: HeartbeatFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "pwrite", lambda _file, data, _place: len(data) - 1)
    with pytest.raises(StorageFull):
        heartbeat.write(BEAT, durable=False)


@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="what is open is not told here")
def test_only_what_must_last_is_synced_and_the_folder_once(
    heartbeat: HeartbeatFile, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[object] = []
    monkeypatch.setattr(os, "fdatasync", lambda number: synced.append(Path(f"/proc/self/fd/{number}").readlink()))
    monkeypatch.setattr(heartbeats, "sync_folder", synced.append)
    for durable in (False, True, True):
        heartbeat.write(BEAT, durable=durable)
    assert synced == [file, file.parent, file]
    file.unlink()
    heartbeat.write(BEAT, durable=True)
    assert synced[3:] == [file, file.parent], "it is another file of that name now"


def test_beats_take_turns_where_the_system_cannot_write_at_a_place(
    heartbeat: HeartbeatFile, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "pwrite", raising=False)
    for number in range(5):
        heartbeat.write(replace(BEAT, sequence=number), durable=False)
        assert HeartbeatFile(file).read() == replace(BEAT, sequence=number)
    assert file.stat().st_size == 128


def test_as_many_wait_as_can_be_told(heartbeat: HeartbeatFile) -> None:
    heartbeat.write(replace(BEAT, waiting=1 << 40), durable=False)
    assert heartbeat.read() == replace(BEAT, waiting=0xFFFF_FFFF)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_what_is_no_file_is_not_read(heartbeat: HeartbeatFile, file: Path) -> None:
    os.mkfifo(file)
    assert heartbeat.read() is None


def test_a_reader_never_sees_half_a_beat(file: Path) -> None:
    program = """
from engine.domain.health import RecorderState
from engine.storage.heartbeat import Beat, HeartbeatFile
heartbeat = HeartbeatFile(path)
for n in range(1, 20_000):
    heartbeat.write(Beat(n, n, n, n % 1000, RecorderState.RECORDING, n, n), durable=False)
    if n == 1:
        print("begun", flush=True)
"""
    writer = start(program, file)
    assert writer.stdout is not None
    writer.stdout.readline()
    reader, found = HeartbeatFile(file), []
    while writer.poll() is None:
        beat = reader.read()
        assert beat is not None
        assert beat.activity_id == beat.end_ms == beat.wall_ms == beat.sequence == beat.waiting
        found.append(beat.sequence)
    assert finish(writer)[0] == 0
    assert all(before <= after for before, after in itertools.pairwise(found))
