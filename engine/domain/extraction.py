"""Reading a document: what is asked, what came of it, and what the process that reads is kept from."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.documents import DocumentKind, Extracted, Identity


@dataclass(frozen=True, slots=True)
class ExtractionRequest:
    """One file to be read; one with more bytes than largest_bytes is refused unread.

    folder: the named folder it must lie in when it is open, "" where it may lie anywhere.
    """

    path: str = field(repr=False)
    kind: DocumentKind
    largest_bytes: int
    folder: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one request: extracted, or a reason why not.

    identity: of the very file that was opened, None where none was. content_hash: BLAKE2b, 16 bytes, of exactly the
    bytes that were read, empty where none were. reason: a sentence for a person. lasting: reading the same file again
    would fail again; False where trying later may work.
    """

    request: ExtractionRequest
    identity: Identity | None = None
    content_hash: bytes = b""
    extracted: Extracted | None = field(default=None, repr=False)
    reason: str = ""
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Protection:
    """What the process that reads a document is kept from, as that process itself found it.

    files: opening any file. network: any connection. calls: all system calls but a few harmless ones. memory, cpu: more
    than its share. note: one sentence on what this system lacks, empty where nothing is missing.
    """

    files: bool = False
    network: bool = False
    calls: bool = False
    memory: bool = False
    cpu: bool = False
    note: str = ""

    @property
    def full(self) -> bool:
        """Whether nothing is missing."""
        return self.files and self.network and self.calls and self.memory and self.cpu
