"""Small documents for tests of their storage."""

from __future__ import annotations

from engine.domain.documents import Chunk, Document, DocumentKind, Folder, Identity
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore


def folder(database: Database, path: str = "/docs") -> int:
    """Name a folder and return its number."""
    return FolderStore(database).add(Folder(0, path))


def cut(*texts: str, heading: str = "") -> list[Chunk]:
    """Return a chunk of each text, in order."""
    return [Chunk(text, heading, None, at) for at, text in enumerate(texts)]


def put(
    database: Database,
    folder_id: int,
    path: str,
    *texts: str,
    title: str = "",
    kind: DocumentKind = DocumentKind.TEXT,
    mtime_ns: int = 0,
) -> Document:
    """Store a document of these chunks and return it."""
    store = DocumentStore(database)
    identity = Identity(path, sum(map(len, texts)), mtime_ns, 1, 1)
    with store.writing() as writer:
        writer.put(folder_id, identity, kind, title, b"h" * 16, cut(*texts), 1_000)
    found = store.get(path)
    assert found is not None
    return found
