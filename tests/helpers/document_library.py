"""A profile's documents made of texts, through the product's own chunks, index, vectors and search."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.documents.chunk import chunks_of
from engine.documents.search.meaning import Meaning
from engine.documents.search.service import DocumentSearch, SearchParts
from engine.domain.calendar import Calendar
from engine.domain.days import DayRule
from engine.domain.documents import DocumentKind, Extracted, Folder, Identity, Piece
from engine.domain.encoding import Encoder, Nearest
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.vectors import VectorStore
from engine.storage.word_counts import WordCounts
from engine.storage.words import WordStore

NOW_MS = 1_795_262_400_000  # Saturday, 2026-11-21 12:00 UTC
ZONE = DayRule("Europe/Berlin")
SHELF = "/shelf"


@dataclass
class DocumentLibrary:
    """One folder of documents in a database."""

    database: Database
    folder_id: int = field(init=False)

    def __post_init__(self) -> None:
        """Name the folder."""
        self.folder_id = FolderStore(self.database).add(Folder(0, SHELF))

    @property
    def documents(self) -> DocumentStore:
        """What knows the documents."""
        return DocumentStore(self.database)

    def add(
        self, name: str, text: str, kind: DocumentKind = DocumentKind.TEXT, *, title: str = "", day: int = 0
    ) -> None:
        """Index one document; day: how many days before now it was changed."""
        self.add_all({name: text}, kind, title=title, day=day)

    def add_all(
        self, texts: Mapping[str, str], kind: DocumentKind = DocumentKind.TEXT, *, title: str = "", day: int = 0
    ) -> None:
        """Index documents by their names, or by whole paths."""
        changed_ns = (NOW_MS - day * 86_400_000) * 1_000_000
        with self.documents.writing() as writer:
            for number, (name, text) in enumerate(texts.items(), 1):
                identity = Identity(str(Path(SHELF) / name), len(text), changed_ns, number, 1)
                chunks = chunks_of(Extracted(title, (Piece(text),)))
                writer.put(self.folder_id, identity, kind, title, b"0" * 16, chunks, NOW_MS)

    def embed(self, encoder: Encoder) -> None:
        """Give every chunk the encoder reads its vector."""
        store = VectorStore(self.database)
        while pending := store.pending(encoder.name, 500):
            wanted = [(number, text) for number, text in pending if encoder.reads(text)]
            made = encoder.encode([text for _, text in wanted]) if wanted else np.zeros((0, encoder.dimensions))
            store.put(encoder.name, [number for number, _ in wanted], made.astype(np.float16), pending[-1][0])

    def search(self, budget_ms: float = 10_000) -> DocumentSearch:
        """Return the search of these documents; it has time for all words, however busy the machine is."""
        parts = SearchParts(
            WordStore(self.database),
            WordCounts(self.database),
            self.documents,
            FolderStore(self.database),
            DocumentUseStore(self.database).last_used,
            lambda: Calendar(NOW_MS, ZONE),
            budget_ms,
        )
        return DocumentSearch(parts)

    def meaning(self, encoder: Encoder, nearest: Nearest) -> Meaning:
        """Return the meaning of these documents."""
        ticks = itertools.count(0, 1_000)  # so that it never rests from keeping up
        return Meaning(encoder, nearest, VectorStore(self.database), lambda: float(next(ticks)))


@contextmanager
def document_library(folder: Path) -> Iterator[DocumentLibrary]:
    """Give an empty library whose database lies in the folder."""
    database = Database.open(folder / "kairos.db")
    try:
        yield DocumentLibrary(database)
    finally:
        database.close()
