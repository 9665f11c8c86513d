"""kill -9 in the middle of indexing, embedding and removing: what is stored agrees with itself, and all can go on."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from helpers.storage_documents import folder
from helpers.storage_programs import finish, start

from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.vectors import VectorStore

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")

INDEXING = """
import itertools
import numpy as np
from engine.domain.documents import Chunk, DocumentKind, Identity
from engine.storage import document_writer
from engine.storage.documents import DocumentStore
from engine.storage.vectors import VectorStore

left = [int(sys.argv[2])]
database = Database.open(path)
vectors = VectorStore(database)

def counted(function):
    def killed_in_the_middle(connection, *arguments, **named):
        left[0] -= 1
        found = function(connection, *arguments, **named)
        if not left[0]:
            connection.exec_driver_sql("PRAGMA cache_size = 1")
            connection.exec_driver_sql("CREATE TABLE big AS SELECT randomblob(200000)")  # so that the log is written
            os.kill(os.getpid(), signal.SIGKILL)
        return found
    return killed_in_the_middle

for name in ("put_document", "remove_documents"):
    setattr(document_writer, name, counted(getattr(document_writer, name)))
document_writer.CHUNKS_HELD = 12
for turn in itertools.count():
    with DocumentStore(database).writing() as writer:
        for at in range(8):
            chunks = [Chunk(f"turn{turn} text {n}", "", None, n) for n in range(1 + (turn + at) % 3)]
            writer.put(1, Identity(f"/docs/{at}", turn), DocumentKind.TEXT, "", b"", chunks, turn)
        known = [one.id for one in DocumentStore(database).known(1)]
        writer.remove(known[turn % 4 : turn % 4 + 2])
    waiting = vectors.pending("model", 5)
    if waiting:
        ids = [number for number, _ in waiting]
        vectors.put("model", ids, np.ones((len(ids), 4), np.float16), ids[-1])
"""


def _agrees(database: Database) -> None:
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, first_chunk, chunks, size FROM document_file").all()
        chunks = {
            row[0]: (row[1], row[2]) for row in connection.exec_driver_sql("SELECT id, document_id, text FROM chunk")
        }
        indexed = set(connection.exec_driver_sql("SELECT rowid FROM chunk_words").scalars())
        owners = {
            number: (one, f"turn{turn} text")
            for one, first, count, turn in rows
            for number in range(first, first + count)
        }
        assert {number: (one, text[: text.rindex(" ")]) for number, (one, text) in chunks.items()} == owners
        assert indexed == set(chunks)
        for turn in {turn for *_, turn in rows}:
            found = connection.exec_driver_sql(
                "SELECT rowid FROM chunk_words WHERE chunk_words MATCH ?", (f"turn{turn}",)
            )
            assert set(found.scalars()) == {one for one, (_, text) in chunks.items() if text.startswith(f"turn{turn} ")}
    embedded = {int(one) for ids, _ in VectorStore(database).blocks("model") for one in ids}
    waiting = {number for number, _ in VectorStore(database).pending("model", 10_000)}
    assert embedded | waiting == set(chunks)
    assert not embedded & waiting
    assert database.integrity() == []


def test_an_index_that_was_killed_agrees_with_itself_and_goes_on(path: Path) -> None:
    database = Database.open(path)
    folder(database)
    for left in (3, 17, 30):
        assert finish(start(INDEXING, path, str(left)))[0] == -signal.SIGKILL
        _agrees(database)
    assert DocumentStore(database).chunks() > 5
    FolderStore(database).remove(1)
    assert DocumentStore(database).chunks() == 0
    _agrees(database)
    database.close()
