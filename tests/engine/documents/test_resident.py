"""What the person is told while folders are kept true."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.document_room import DocumentRoom
from watchdog.observers.polling import PollingObserver

from engine.documents.resident import Resident, ResidentParts
from engine.documents.watch import Changes, Watch
from engine.domain.documents import Folder


class Refused(PollingObserver):
    """The system lets nobody watch."""

    def start(self) -> None:
        raise OSError(errno.ENOSPC, "")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DocumentRoom]:
    made = DocumentRoom(tmp_path)
    yield made
    made.close()


def unwatched(folders: list[Folder], changes: Changes) -> Watch:
    return Watch(folders, changes, observer=Refused)


def once(room: DocumentRoom) -> None:
    """Keep the folders true until embedding would begin."""
    parts = ResidentParts(
        indexer=room.indexer(),
        halting=room.halting,
        progress=room.progress,
        settle=lambda: None,
        embed=room.halting.stop,  # and starts nothing
        folders=room.folders.all,
        paused=room.status.paused_wanted,
        changed=room.database.data_version,
        watch=unwatched,
    )
    Resident(parts).stay()


def test_that_folders_cannot_be_watched_is_told(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    once(room)
    assert "Kairos looks every 15 minutes" in room.status.load().note


def test_documents_out_of_reach_are_told_before_that(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.index()
    room.folder.rename(room.folder.with_name("away"))
    once(room)
    assert "out of reach" in room.status.load().note
