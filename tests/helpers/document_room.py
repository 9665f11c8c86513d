"""A folder of documents, a database, and indexing with a reader that reads plain text in this process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from helpers.manual_clock import ManualClock

from engine.documents.halt import Halting
from engine.documents.index import Indexer, IndexParts, Outcome
from engine.documents.progress import Progress
from engine.domain.documents import Document, Extracted, Folder, Identity, IndexStatus, Piece
from engine.domain.extraction import Extraction, ExtractionRequest
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.index_status import IndexStatusStore

LONG_AGO_S = 1_700_000_000


class TextReader:
    """Reads every file as text; one that says "bad" fails for good, one that says "busy" for now."""

    def __init__(self, before: Callable[[ExtractionRequest], None] = lambda _request: None) -> None:
        self.read: list[str] = []
        self._before = before
        self._closed = False

    def __enter__(self) -> Self:
        self._closed = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Read no more."""
        self._closed = True

    def extract_many(self, requests: Iterable[ExtractionRequest]) -> Iterator[Extraction]:
        """Yield what each file says, the last first."""
        for request in reversed(list(requests)):
            if self._closed:
                return
            self._before(request)
            self.read.append(Path(request.path).name)
            yield self._extract(request)

    @staticmethod
    def _extract(request: ExtractionRequest) -> Extraction:
        try:
            data, told = Path(request.path).read_bytes(), Path(request.path).stat()
        except OSError as error:
            return Extraction(request, reason=f"It cannot be opened: {error.strerror}.", lasting=False)
        identity = Identity(request.path, told.st_size, told.st_mtime_ns, told.st_ino, told.st_dev)
        digest = hashlib.blake2b(data, digest_size=16).digest()
        if data.startswith((b"bad", b"busy")):
            lasting = data.startswith(b"bad")
            return Extraction(request, identity, digest, reason="It is damaged.", lasting=lasting)
        text = data.decode("utf-8", "replace")
        return Extraction(request, identity, digest, Extracted(text.partition("\n")[0], (Piece(text),)))


class DocumentRoom:
    """Everything indexing needs, on real files and a real database."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "papers"
        self.folder.mkdir()
        self.database = Database.open(home / "kairos.sqlite3")
        self.folders = FolderStore(self.database)
        self.documents = DocumentStore(self.database)
        self.status = IndexStatusStore(self.database)
        self.clock = ManualClock()
        self.told: list[IndexStatus] = []
        self.reader = TextReader()
        self.power = ""
        self.halting = Halting(
            self.clock, paused=self.status.paused_wanted, holds_back=lambda due: self.power if due else ""
        )
        self.progress = Progress(self.status, self.clock, self.told.append)
        self.name(self.folder)

    def name(self, folder: Path) -> Folder:
        """Name a folder."""
        number = self.folders.add(Folder(0, str(folder)))
        return next(one for one in self.folders.all() if one.id == number)

    def write(self, name: str, text: str, *, long_ago: bool = True) -> Path:
        """Write a file, changed long ago unless said otherwise."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if long_ago:
            os.utime(path, (LONG_AGO_S, LONG_AGO_S))
        return path

    def indexer(self) -> Indexer:
        """Return an indexer."""
        parts = IndexParts(self.folders, self.documents, self.progress, lambda: self.reader, self.clock, self.halting)
        return Indexer(parts)

    def index(self, *, forget_missing: bool = False) -> Outcome:
        """Look at everything once; what was read lands in reader.read, anew for each look."""
        self.reader.read.clear()
        return self.indexer().run(forget_missing=forget_missing)

    def look_at(self, *paths: Path) -> Outcome:
        """Look at some paths of the first folder."""
        self.reader.read.clear()
        folder = self.folders.all()[0]
        return self.indexer().look_at([(folder, str(path)) for path in paths])

    def known(self) -> dict[str, Document]:
        """Return what is known, by name below the folder."""
        return {
            os.path.relpath(one.identity.path, self.folder): one
            for folder in self.folders.all()
            for one in self.documents.known(folder.id)
        }

    def text_of(self, name: str) -> str:
        """Return the stored text of a document."""
        with self.database.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT text FROM chunk WHERE document_id = ? ORDER BY position", (self.known()[name].id,)
            )
            return "\n".join(str(row[0]) for row in rows)

    def close(self) -> None:
        """Close the database."""
        self.database.close()
