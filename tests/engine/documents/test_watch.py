"""Watching: what changes is heard of; limits are noticed and told."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from helpers.document_room import DocumentRoom
from watchdog.events import DirCreatedEvent, FileMovedEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.events import FileModifiedEvent as Modified

from engine.documents.resident import Resident, ResidentParts
from engine.documents.watch import Changes, Watch
from engine.domain.documents import Folder
from engine.domain.errors import StorageBusy

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver


@dataclass
class PlayedObserver:
    """An observer whose events a test plays; refuses: the error that the system answers with."""

    refuses: OSError | None = None
    handlers: dict[str, FileSystemEventHandler] = field(default_factory=dict)
    runs: bool = False

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        assert recursive
        self.handlers[path] = handler

    def start(self) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.runs = True

    def is_alive(self) -> bool:
        return self.runs

    def stop(self) -> None:
        self.runs = False

    def join(self) -> None:
        assert not self.runs

    def play(self, folder: Path, event: FileSystemEvent) -> None:
        self.handlers[str(folder)].dispatch(event)


def watch(folder: Path, changes: Changes, observer: PlayedObserver, watched: int | None = None) -> Watch:
    played = cast("BaseObserver", observer)
    return Watch([Folder(1, str(folder))], changes, lambda: played, lambda: watched)


def taken(changes: Changes) -> set[str] | None:
    places = changes.take()
    return None if places is None else {path for _, path in places}


def test_documents_that_change_are_noted_and_nothing_else(tmp_path: Path) -> None:
    changes, observer = Changes(), PlayedObserver()
    watch(tmp_path, changes, observer)
    observer.play(tmp_path, Modified(f"{tmp_path}/kairos.sqlite3-wal"))
    observer.play(tmp_path, FileOpenedEvent(f"{tmp_path}/a.md"))
    assert not changes.wait(0)
    observer.play(tmp_path, Modified(f"{tmp_path}/a.md"))
    observer.play(tmp_path, FileMovedEvent(f"{tmp_path}/a.md~", f"{tmp_path}/b.md"))
    observer.play(tmp_path, DirCreatedEvent(f"{tmp_path}/sub"))
    assert changes.wait(0, quiet_s=0)
    assert taken(changes) == {f"{tmp_path}/a.md", f"{tmp_path}/b.md", f"{tmp_path}/sub"}
    assert taken(changes) == set()


def test_an_ignore_file_concerns_the_whole_folder(tmp_path: Path) -> None:
    changes, observer = Changes(), PlayedObserver()
    watch(tmp_path, changes, observer)
    observer.play(tmp_path, Modified(f"{tmp_path}/sub/.gitignore"))
    assert taken(changes) == {str(tmp_path)}


def test_too_many_changes_are_looked_for_as_a_whole(tmp_path: Path) -> None:
    changes = Changes()
    for number in range(1_000):
        changes.note(Folder(1, str(tmp_path)), [f"{tmp_path}/{number}.md"])
    assert changes.wait(0, quiet_s=0)
    assert taken(changes) is None
    assert taken(changes) == set()


def test_a_file_being_written_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    changes, stop = Changes(), threading.Event()
    folder = Folder(1, str(tmp_path))

    def write() -> None:
        while not stop.wait(0.01):
            changes.note(folder, [f"{tmp_path}/a.md"])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert changes.wait(5, quiet_s=30, longest_s=0.2)
    finally:
        stop.set()
        writer.join()


def test_a_wait_ends_when_woken() -> None:
    changes = Changes()
    changes.wake()
    assert not changes.wait(60)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
def test_the_systems_limit_is_told(tmp_path: Path, number: int) -> None:
    watching = watch(tmp_path, Changes(), PlayedObserver(OSError(number, "inotify watch limit reached")))
    assert "limit of watched folders is reached" in watching.trouble


def test_a_limit_that_cuts_off_in_silence_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.documents.watch._TRY_S", 0.001)
    observer = PlayedObserver()
    watching = watch(tmp_path, Changes(), observer, watched=10)
    watching.check(10)
    assert (watching.trouble, observer.runs) == ("", True)
    watching.check(11)
    assert "limit of watched folders" in watching.trouble
    assert not observer.runs


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DocumentRoom]:
    made = DocumentRoom(tmp_path)
    yield made
    made.close()


def test_where_nothing_can_be_watched_it_looks_now_and_then_and_says_so(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")

    def settled() -> None:
        if room.known():
            room.halting.stop()  # after the first look

    refusing = PlayedObserver(OSError(errno.ENOSPC, ""))
    parts = ResidentParts(
        indexer=room.indexer(),
        halting=room.halting,
        progress=room.progress,
        settle=settled,
        embed=lambda: None,
        folders=room.folders.all,
        paused=lambda: False,
        changed=room.database.data_version,
        watch=lambda folders, changes: watch(Path(folders[0].path), changes, refusing),
    )
    Resident(parts).stay()
    assert room.known().keys() == {"a.md"}
    assert "Kairos looks every 15 minutes instead" in room.status.load().note


def test_a_busy_database_is_tried_again(room: DocumentRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.documents.resident._BEAT_S", 0.001)
    room.write("a.md", "Alpha")
    settled: list[int] = []

    def settle() -> None:
        settled.append(len(room.known()))
        if len(settled) == 1:
            raise StorageBusy("Another process holds the database.")
        if room.known():
            room.halting.stop()

    parts = ResidentParts(
        indexer=room.indexer(),
        halting=room.halting,
        progress=room.progress,
        settle=settle,
        embed=lambda: None,
        folders=room.folders.all,
        paused=lambda: False,
        changed=room.database.data_version,
        watch=lambda folders, changes: watch(Path(folders[0].path), changes, PlayedObserver()),
    )
    Resident(parts).stay()
    assert room.known().keys() == {"a.md"}
