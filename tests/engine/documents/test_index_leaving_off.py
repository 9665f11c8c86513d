"""Indexing leaves off and goes on, tells how far it is, and looks at some paths alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.document_room import DocumentRoom, TextReader

from engine.documents.halt import Halt
from engine.domain.documents import IndexPhase
from engine.domain.extraction import ExtractionRequest


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DocumentRoom]:
    made = DocumentRoom(tmp_path)
    yield made
    made.close()


def test_a_stop_keeps_what_was_read_and_the_next_look_goes_on(room: DocumentRoom) -> None:
    for number in range(20):
        room.write(f"{number}.md", f"Text {number}")

    def stop_after_some(_request: ExtractionRequest) -> None:
        if len(room.reader.read) == 12:
            room.halting.stop()

    room.reader = TextReader(stop_after_some)
    outcome = room.index()
    assert outcome.halted is Halt.STOPPED
    assert outcome.stored == len(room.known()) == 13
    room.reader = TextReader()
    room.halting = type(room.halting)(room.clock, paused=lambda: False)
    assert (room.index().stored, len(room.reader.read), len(room.known())) == (7, 7, 20)


def test_a_pause_leaves_off_and_says_so(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.status.want_paused(True)
    assert room.index().halted is Halt.PAUSED
    assert room.status.load().phase is IndexPhase.PAUSED
    room.status.want_paused(False)
    room.clock.run(1_000)
    assert room.index().stored == 1
    assert room.status.load().phase is IndexPhase.IDLE


def test_large_work_waits_for_power_and_says_so(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.power = "Waiting for mains power: 1 are due."
    assert room.index().halted is Halt.POWER
    assert (room.status.load().phase, room.status.load().note) == (IndexPhase.WAITING, room.power)
    room.power = ""
    assert room.index().stored == 1


def test_nothing_is_forgotten_where_it_left_off_before_it_could_turn_up(room: DocumentRoom) -> None:
    path = room.write("a.md", "Alpha")
    room.index()
    room.write("b.md", "Alpha")
    path.unlink()
    room.power = "Waiting."
    room.index()
    assert room.known().keys() == {"a.md"}
    room.power = ""
    assert room.index().moved == 1


def test_progress_is_told(room: DocumentRoom) -> None:
    for number in range(4):
        room.write(f"{number}.md", f"Text {number}")

    def a_second_each(_request: ExtractionRequest) -> None:
        room.clock.run(1_000)

    room.reader = TextReader(a_second_each)
    room.index()
    words = [one for one in room.told if one.phase is IndexPhase.WORDS]
    assert [(one.done, one.total) for one in words] == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert [one.left_s for one in words] == [None, 3, 2, 1, 0]
    assert (room.told[0].phase, room.told[-1].phase) == (IndexPhase.DISCOVERING, IndexPhase.IDLE)
    assert room.status.load() == room.told[-1]


def test_some_paths_alone_are_looked_at(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    unseen = room.write("b.md", "Beta")
    assert room.look_at(room.folder / "a.md").stored == 1
    assert room.known().keys() == {"a.md"}
    room.index()
    (room.folder / "a.md").rename(room.folder / "c.md")
    outcome = room.look_at(room.folder / "a.md", room.folder / "c.md")
    assert (outcome.moved, outcome.stored, room.reader.read) == (1, 0, [])
    (room.folder / "sub").mkdir()
    unseen.rename(room.folder / "sub" / "b.md")
    assert room.look_at(room.folder / "sub", room.folder / "b.md").moved == 1
    (room.folder / "sub" / "b.md").unlink()
    (room.folder / "sub").rmdir()
    assert room.look_at(room.folder / "sub").removed == 1
    assert room.known().keys() == {"c.md"}


def test_paths_inside_one_another_are_looked_at_once(room: DocumentRoom) -> None:
    inner = room.write("new/deep/a.md", "Alpha")
    room.write("new-er.md", "Beta")
    beside = room.folder / "new-er.md"
    outcome = room.look_at(inner, room.folder / "new", beside, inner.parent, room.folder / "new")
    assert (outcome.stored, sorted(room.reader.read)) == (2, ["a.md", "new-er.md"])


def test_looking_at_paths_where_nothing_is_to_be_done_writes_nothing(room: DocumentRoom) -> None:
    room.write("a.md", "Alpha")
    room.index()
    room.look_at(room.folder / "gone.md")
    before = room.database.data_version()
    room.look_at(room.folder / "a.md", room.folder / "photo.jpg", room.folder / "gone.md")
    assert room.database.data_version() == before
