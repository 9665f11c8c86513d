"""What becomes of a document that was read: stored anew, confirmed, found again under another path, or a failure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.documents.chunk import chunks_of
from engine.documents.plan import Reading
from engine.domain.clock import Clock
from engine.domain.documents import Document, DocumentState, Identity
from engine.domain.extraction import Extraction
from engine.storage.document_writer import DocumentWriter

_TICK_NS = 50_000_000
"""More than a tick of any disk's clock: within one, a file can change twice and keep its time."""


@dataclass(slots=True)
class Counts:
    """What came of the documents. same: read again and found unchanged. later: to be tried again."""

    stored: int = 0
    same: int = 0
    moved: int = 0
    failed: int = 0
    later: int = 0


@dataclass(slots=True)
class Keeping:
    """Gives what was read to the writer. lost: documents no longer found under their path, any may turn up again.

    since_ms: when reading began, UTC milliseconds.
    """

    writer: DocumentWriter
    clock: Clock
    since_ms: int
    lost: dict[int, Document] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)

    def keep(self, reading: Reading, extraction: Extraction) -> None:
        """Keep what came of one document."""
        identity = self._identity(reading, extraction)
        before = reading.before
        if before is None and extraction.extracted is not None:
            before = self._turned_up(extraction.content_hash)
        if extraction.extracted is None and not extraction.lasting:
            self.counts.later += 1
            if before is not None and before.state is DocumentState.INDEXED:
                return  # what is known of it stays until it can be read again
        moved = before is not None and before.identity.path != identity.path
        self.counts.moved += moved
        if before is not None and _is_same(before, reading, extraction):
            self.writer.rename(before.id, identity)
            self.counts.same += not moved
            return
        if before is not None and moved:
            self.writer.rename(before.id, identity)
        self._store(reading, extraction, identity)

    def _store(self, reading: Reading, extraction: Extraction, identity: Identity) -> None:
        folder_id, kind, now_ms = reading.folder.id, reading.found.kind, self.clock.now().wall_ms
        document = extraction.extracted
        if document is not None:
            chunks = chunks_of(document, kind)
            self.writer.put(folder_id, identity, kind, document.title.strip(), extraction.content_hash, chunks, now_ms)
            self.counts.stored += 1
            return
        self.counts.failed += extraction.lasting
        state = DocumentState.FAILED if extraction.lasting else DocumentState.WAITING
        self.writer.fail(folder_id, identity, kind, state, extraction.reason, now_ms)

    def _identity(self, reading: Reading, extraction: Extraction) -> Identity:
        """Return what the system said of the very file that was read, under the path it was found at.

        One that changed just then is given a time it never had, so that the next look reads it once more: it may
        have changed again within the same tick.
        """
        looked = reading.found.identity
        told = looked if extraction.identity is None else replace(extraction.identity, path=looked.path)
        now_ms = self.clock.now().wall_ms
        if self.since_ms * 1_000_000 - _TICK_NS <= told.mtime_ns <= now_ms * 1_000_000 + _TICK_NS:
            return replace(told, mtime_ns=told.mtime_ns - 1)
        return told

    def _turned_up(self, content_hash: bytes) -> Document | None:
        """Return the document lost elsewhere that has this very content; it is lost no longer."""
        if not content_hash:
            return None
        found = next((one for one in self.lost.values() if one.content_hash == content_hash), None)
        return None if found is None else self.lost.pop(found.id)


def _is_same(before: Document, reading: Reading, extraction: Extraction) -> bool:
    return (
        extraction.extracted is not None
        and before.state is DocumentState.INDEXED
        and before.content_hash == extraction.content_hash
        and before.kind is reading.found.kind
        and before.folder_id == reading.folder.id
    )
