"""Whether an encoder has something to do agrees with what the vectors' store counts."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.domain.documents import Chunk, DocumentKind, Folder, Identity
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.unseen_chunks import unseen_chunks
from engine.storage.vectors import VectorStore


def test_there_is_something_to_do_until_every_chunk_was_seen(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        assert not unseen_chunks(database, "encoder")
        folder = FolderStore(database).add(Folder(0, "/papers"))
        with DocumentStore(database).writing() as writer:
            chunks = [Chunk("one"), Chunk("二", position=1)]
            writer.put(folder, Identity("/papers/a.md"), DocumentKind.MARKDOWN, "", b"", chunks, 0)
        assert unseen_chunks(database, "encoder")
        store = VectorStore(database)
        store.put("encoder", [1], np.ones((1, 4), np.float16), 1)
        assert unseen_chunks(database, "encoder")
        store.put("encoder", [], np.ones((0, 4), np.float16), 2)
        assert not unseen_chunks(database, "encoder")
        assert store.counts("encoder") == (2, 2)
        assert unseen_chunks(database, "another")
    finally:
        database.close()
