"""Chunks get their vectors, in order, until none is left or it is told to stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from helpers.document_room import DocumentRoom

from engine.documents.embed import AT_ONCE, Embedding
from engine.documents.halt import Halt
from engine.documents.progress import Progress
from engine.domain.documents import Chunk, DocumentKind, Identity, IndexPhase
from engine.storage.vectors import MOST_OF_ONE, VectorStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.domain.encoding import Vectors


@dataclass
class LengthEncoder:
    """A vector per text that tells its length; reads nothing that begins with a Chinese character."""

    name: str = "lengths"
    dimensions: int = 2
    batches: list[int] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def reads(self, text: str) -> bool:
        return text[0] < "\u4e00"

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.before()
        self.batches.append(len(texts))
        return np.array([[len(text), 1] for text in texts], np.float32)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DocumentRoom]:
    made = DocumentRoom(tmp_path)
    yield made
    made.close()


def store(room: DocumentRoom, *texts: str, name: str = "a.md") -> None:
    chunks = [Chunk(text, position=position) for position, text in enumerate(texts)]
    folder = room.folders.all()[0].id
    with room.documents.writing() as writer:
        writer.put(folder, Identity(f"{room.folder}/{name}", 1), DocumentKind.MARKDOWN, "", b"", chunks, 0)


def embedding(room: DocumentRoom, encoder: LengthEncoder) -> Embedding:
    return Embedding(VectorStore(room.database), encoder, room.progress, room.halting)


def vectors(room: DocumentRoom, name: str = "lengths") -> dict[int, float]:
    blocks = VectorStore(room.database).blocks(name)
    return {int(number): float(vector[0]) for ids, held in blocks for number, vector in zip(ids, held, strict=True)}


def test_every_chunk_the_encoder_reads_gets_a_vector(room: DocumentRoom) -> None:
    store(room, "four", "中文", "sixsix")
    encoder = LengthEncoder()
    assert embedding(room, encoder).due() == 3
    assert embedding(room, encoder).run() is None
    assert vectors(room) == {1: 4, 3: 6}
    assert embedding(room, encoder).due() == 0
    embedding(room, encoder).run()
    assert encoder.batches == [2], "what was seen is not seen again, read or not"
    store(room, "newer", name="b.md")
    embedding(room, encoder).run()
    assert vectors(room) == {1: 4, 3: 6, 4: 5}


def test_many_are_done_in_steps_whatever_lies_between(room: DocumentRoom) -> None:
    texts = ["中"] * 300 + ["latin"] * (AT_ONCE * 3) + ["中"] * 10 + ["last"]
    store(room, *texts)
    encoder = LengthEncoder()
    embedding(room, encoder).run()
    assert len(vectors(room)) == AT_ONCE * 3 + 1
    assert max(encoder.batches) <= AT_ONCE
    assert room.status.load().phase is IndexPhase.IDLE


def test_of_a_huge_text_only_the_beginning_is_embedded_so_that_others_wait_less(room: DocumentRoom) -> None:
    store(room, *["text"] * (MOST_OF_ONE + 2_500))
    store(room, "newer", name="b.md")
    encoder = LengthEncoder()
    assert embedding(room, encoder).run() is None
    assert sum(encoder.batches) == MOST_OF_ONE + 1
    assert set(vectors(room)) == {*range(1, MOST_OF_ONE + 1), MOST_OF_ONE + 2_501}
    assert embedding(room, encoder).due() == 0


def test_a_pause_keeps_what_was_done(room: DocumentRoom) -> None:
    store(room, *["text"] * (AT_ONCE * 4))

    def pause() -> None:
        room.status.want_paused(True)
        room.clock.run(1_000)

    assert embedding(room, LengthEncoder(before=pause)).run() is Halt.PAUSED
    assert len(vectors(room)) == AT_ONCE
    assert room.status.load().phase is IndexPhase.PAUSED
    room.status.want_paused(False)
    assert embedding(room, LengthEncoder()).run() is None
    assert len(vectors(room)) == AT_ONCE * 4


def test_vectors_of_another_encoder_are_forgotten(room: DocumentRoom) -> None:
    store(room, "text")
    embedding(room, LengthEncoder("old")).run()
    embedding(room, LengthEncoder("new")).run()
    assert vectors(room, "old") == {}
    assert vectors(room, "new") == {1: 4}


def test_progress_counts_what_was_due(room: DocumentRoom) -> None:
    store(room, *["text"] * (AT_ONCE * 2))

    def a_second() -> None:
        room.clock.run(1_000)

    embedding(room, LengthEncoder(before=a_second)).run()
    meaning = [one for one in room.told if one.phase is IndexPhase.MEANING]
    assert [(one.done, one.total) for one in meaning] == [(0, 128), (64, 128), (128, 128)]
    assert meaning[1].left_s == 1


def test_what_the_person_is_told_of_the_folders_goes_on_standing(room: DocumentRoom) -> None:
    store(room, "some")
    room.progress.rest(note="2 documents are out of reach.")
    progress = Progress(room.status, room.clock)  # of another process
    room.power = "Waiting for mains power: 1 are due."
    Embedding(VectorStore(room.database), LengthEncoder(), progress, room.halting).run()
    assert (room.status.load().phase, room.status.load().note) == (
        IndexPhase.WAITING,
        "Waiting for mains power: 1 passages are due.",
    )
    room.power = ""
    room.progress.begin(IndexPhase.DISCOVERING)
    room.progress.rest()
    progress = Progress(room.status, room.clock)
    assert Embedding(VectorStore(room.database), LengthEncoder(), progress, room.halting).run() is None
    assert (room.status.load().phase, room.status.load().note) == (IndexPhase.IDLE, "2 documents are out of reach.")


def test_a_sentence_about_waiting_does_not_outlive_the_waiting(room: DocumentRoom) -> None:
    store(room, "some")
    room.progress.rest(IndexPhase.WAITING, "Waiting for mains power: 1 are due.")
    progress = Progress(room.status, room.clock)
    assert Embedding(VectorStore(room.database), LengthEncoder(), progress, room.halting).run() is None
    assert room.status.load().note == ""
