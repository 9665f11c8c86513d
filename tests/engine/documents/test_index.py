"""The index is kept true: new, changed, moved, gone, out of reach, unreadable."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.document_room import LONG_AGO_S, DocumentRoom, TextReader

from engine.domain.documents import DocumentState, Folder


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DocumentRoom]:
    made = DocumentRoom(tmp_path)
    yield made
    made.close()


def test_what_is_there_is_read_once(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.write("sub/b.txt", "Beta")
    first = room.index()
    assert (first.stored, first.unchanged, first.halted) == (2, 0, None)
    assert room.text_of("sub/b.txt") == "Beta"
    again = room.index()
    assert (again.stored, again.unchanged, again.changed) == (0, 2, False)
    assert room.reader.read == []


def test_what_changed_is_read_again_under_its_number(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    path.write_text("Other", encoding="utf-8")
    os.utime(path, (LONG_AGO_S + 9, LONG_AGO_S + 9))
    assert room.index().stored == 1
    assert room.known()["a.md"].id == before.id
    assert room.text_of("a.md") == "Other"


def test_a_file_that_was_only_touched_keeps_its_chunks(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    os.utime(path, (LONG_AGO_S + 9, LONG_AGO_S + 9))
    outcome = room.index()
    assert (outcome.stored, outcome.unchanged, room.reader.read) == (0, 1, ["a.md"])
    assert room.index().unchanged == 1
    assert room.reader.read == []


def test_a_file_changed_twice_within_a_tick_is_read_again(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha", long_ago=False)
    now_ns = room.clock.now().wall_ms * 1_000_000
    os.utime(path, ns=(now_ns, now_ns))
    room.index()
    path.write_text("Gamma", encoding="utf-8")  # as long as before, and its time does not move on
    os.utime(path, ns=(now_ns, now_ns))
    room.clock.run(10_000)
    assert room.index().stored == 1
    assert room.text_of("a.md") == "Gamma"
    assert room.index().unchanged == 1
    assert room.reader.read == []


@pytest.mark.parametrize("there", ["b.md", "sub/a.md"])
def test_a_moved_file_is_not_read_and_keeps_its_number(room: DocumentRoom, there: str) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    (room.folder / "sub").mkdir()
    path.rename(room.folder / there)
    outcome = room.index()
    assert (outcome.moved, outcome.stored, outcome.removed, room.reader.read) == (1, 0, 0, [])
    assert room.known()[there].id == before.id


def test_a_moved_folder_takes_its_documents_along(room: DocumentRoom) -> None:
    for number in range(5):
        room.write(f"old/{number}.md", f"Text {number}")
    room.index()
    before = {Path(name).name: one.id for name, one in room.known().items()}
    (room.folder / "old").rename(room.folder / "new")
    assert room.index().moved == 5
    assert {Path(name).name: one.id for name, one in room.known().items()} == before
    assert all(name.startswith("new") for name in room.known())


def test_a_copy_whose_original_went_is_the_same_document(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    copy = room.write("copy.md", "Alpha")
    path.unlink()
    assert copy.stat().st_ino != before.identity.inode
    outcome = room.index()
    assert (outcome.moved, outcome.stored, outcome.removed) == (1, 0, 0)
    assert room.known().keys() == {"copy.md"}
    assert room.known()["copy.md"].id == before.id


def test_a_new_file_with_the_number_of_one_that_is_gone_is_another_document(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    path.write_text("Gamma", encoding="utf-8")  # the very file, with the size and time of the old one
    os.utime(path, (LONG_AGO_S, LONG_AGO_S))
    path.rename(room.folder / "b.md")
    outcome = room.index()
    assert (outcome.moved, outcome.stored, outcome.removed) == (0, 1, 1)
    assert room.known()["b.md"].id != before.id
    assert room.text_of("b.md") == "Gamma"


def test_a_file_moved_to_another_folder_keeps_its_number(room: DocumentRoom, tmp_path: Path) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    other = tmp_path / "other"
    other.mkdir()
    folder = room.name(other)
    path.rename(other / "a.md")
    room.write("stays.md", "x")
    room.index()
    moved = next(iter(room.documents.known(folder.id)))
    assert (moved.id, moved.folder_id) == (before.id, folder.id)


def test_an_editor_that_replaces_the_file_keeps_its_number(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    before = room.known()["a.md"]
    draft = room.write("draft", "Alpha, written anew")
    draft.replace(path)
    room.index()
    assert room.known()["a.md"].id == before.id
    assert room.text_of("a.md") == "Alpha, written anew"


def test_what_is_gone_is_forgotten(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.write("b.md", "Beta, longer")
    room.index()
    path.unlink()
    room.write("c.md", "Gamma")  # as long as what went, but something else
    outcome = room.index()
    assert (outcome.removed, outcome.stored) == (1, 1)
    assert room.known().keys() == {"b.md", "c.md"}


def test_what_is_left_out_now_is_forgotten(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.write("drafts/b.md", "Beta")
    room.index()
    folder = room.folders.all()[0]
    room.folders.change(Folder(folder.id, folder.path, exclude=("drafts/",)))
    assert room.index().removed == 1


def test_a_folder_that_is_away_is_kept_until_the_person_says(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.write("sub/b.md", "Beta")
    room.index()
    room.folder.rename(room.folder.with_name("away"))
    outcome = room.index()
    assert (outcome.kept, outcome.removed) == (2, 0)
    assert "kept as they were: 2." in room.status.load().note
    assert str(room.folder) in room.status.load().note
    room.folder.mkdir()  # as an empty place to mount a disk
    assert (room.index().kept, len(room.known())) == (2, 2)
    assert room.index(forget_missing=True).removed == 2
    assert room.status.load().note == ""


def test_it_comes_back_as_it_was(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.index()
    room.folder.rename(room.folder.with_name("away"))
    room.index()
    room.folder.with_name("away").rename(room.folder)
    assert (room.index().unchanged, room.reader.read) == (1, [])
    assert room.status.load().note == ""


def test_a_disk_that_is_away_below_a_folder_is_kept(room: DocumentRoom) -> None:
    room.write("stays.md", "Alpha")
    room.write("disk/b.md", "Beta")
    room.index()
    on_disk = room.known()["disk/b.md"]
    with room.documents.writing() as writer:  # as if it had been read from another disk
        moved = on_disk.identity
        writer.rename(on_disk.id, type(moved)(moved.path, moved.size, moved.mtime_ns, 77, moved.device + 1))
    (room.folder / "disk" / "b.md").unlink()
    assert (room.index().kept, room.index().removed) == (1, 0)


def test_disks_that_got_another_number_are_not_taken_for_away(room: DocumentRoom) -> None:
    gone = room.write("a.md", "Alpha")
    room.write("b.md", "Beta, longer")
    room.index()
    with room.documents.writing() as writer:
        for one in room.known().values():
            was = one.identity
            writer.rename(one.id, type(was)(was.path, was.size, was.mtime_ns, was.inode, was.device + 1))
    gone.unlink()
    assert (room.index().removed, room.index().unchanged, room.reader.read) == (1, 1, [])


def test_one_bad_file_is_told_with_its_reason_and_stops_nothing(room: DocumentRoom) -> None:
    room.write("a.md", "bad file")
    room.write("b.md", "Beta")
    outcome = room.index()
    assert (outcome.stored, outcome.failed) == (1, 1)
    (failed,) = room.documents.failures(10)
    assert (failed.state, failed.reason) == (DocumentState.FAILED, "It is damaged.")
    assert (room.index().unchanged, room.reader.read) == (2, [])
    room.write("a.md", "Good now")
    os.utime(room.folder / "a.md", (LONG_AGO_S + 9, LONG_AGO_S + 9))
    assert room.index().stored == 1
    assert room.documents.failures(10) == []


def test_what_cannot_be_read_now_is_tried_again_and_keeps_what_is_known(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.write("new.md", "busy")
    room.index()
    assert room.known()["new.md"].state is DocumentState.WAITING
    path.write_text("busy", encoding="utf-8")
    assert room.index().later == 2
    assert room.text_of("a.md") == "Alpha"
    path.write_text("Free", encoding="utf-8")
    room.write("new.md", "New")
    assert room.index().stored == 2
    assert (room.text_of("a.md"), room.text_of("new.md")) == ("Free", "New")


def test_a_document_that_cannot_be_looked_at_is_kept(room: DocumentRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = room.write("a.md", "Alpha")
    room.write("b.md", "Beta")
    room.index()
    look = os.stat

    def failing(path: str | Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if str(path) == str(broken):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "stat", failing)
    outcome = room.index()
    assert (outcome.kept, outcome.removed, outcome.unchanged) == (1, 0, 1)
    monkeypatch.undo()
    assert sorted(room.known()) == ["a.md", "b.md"]


def test_a_stop_after_the_last_document_left_nothing_off(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.reader = TextReader(before=lambda _request: room.halting.stop())
    outcome = room.index()
    assert room.halting.stopped
    assert (outcome.stored, outcome.halted) == (1, None)
