"""Documents of the folders a person named: what is known of each, what they are cut into, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

LARGEST_BYTES = 64 * 1024 * 1024
"""How large a file may be to be read, where the person says nothing else."""

_SLOWEST_PER_S = 0.001


class DocumentKind(StrEnum):
    """What a file is read as."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "markdown"
    RST = "rst"
    TEXT = "text"
    CODE = "code"
    EMAIL = "email"
    MBOX = "mbox"
    EPUB = "epub"
    NOTEBOOK = "notebook"
    SUBTITLES = "subtitles"
    FEED = "feed"  # OPML, RSS, Atom


class DocumentState(StrEnum):
    """How far a document got."""

    WAITING = "waiting"
    INDEXED = "indexed"
    FAILED = "failed"
    SKIPPED = "skipped"  # left out on purpose, for instance because it is too large


class IndexPhase(StrEnum):
    """What the indexing does."""

    IDLE = "idle"
    DISCOVERING = "discovering"
    WORDS = "words"
    MEANING = "meaning"
    PAUSED = "paused"
    WAITING = "waiting"  # for the machine to be idle or on mains power


class MatchedBy(StrEnum):
    """What told that something in front showed a document."""

    TITLE = "title"
    PATH = "path"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose documents are indexed; id 0 for one that is not stored.

    Paths everywhere are as the file system gives them, bytes that are no text escaped as surrogates. include, exclude:
    patterns; no include takes everything. honour_ignore_files: leave out what .gitignore and the like leave out.
    """

    id: int
    path: str = field(repr=False)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    largest_bytes: int = LARGEST_BYTES
    honour_ignore_files: bool = True


@dataclass(frozen=True, slots=True)
class Identity:
    """What the file system says of a file without reading it; mtime_ns in Unix nanoseconds."""

    path: str = field(repr=False)
    size: int = 0
    mtime_ns: int = 0
    inode: int = 0
    device: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a folder, as it was indexed last.

    reason: a sentence for a person why it failed or was skipped, else empty. content_hash: 16 bytes of BLAKE2b, empty
    where it was never read. chunks: how many it was cut into. indexed_ms: in UTC milliseconds.
    """

    id: int
    folder_id: int
    identity: Identity
    kind: DocumentKind
    state: DocumentState
    reason: str = field(default="", repr=False)
    title: str = field(default="", repr=False)
    content_hash: bytes = b""
    chunks: int = 0
    indexed_ms: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a document in reading order, as its reader found it; page counts from 1, None where there is none."""

    text: str = field(repr=False)
    heading: str = field(default="", repr=False)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a reader made of a file. cut: there was more than is taken."""

    title: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document that is found as one; position counts from 0 within the document."""

    text: str = field(repr=False)
    heading: str = field(default="", repr=False)
    page: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """How far the indexing is; times in UTC milliseconds.

    done, total: documents, in the phase MEANING chunks. note: one sentence for the person, else empty. pid: the
    process that works, 0 where none does. moved_ms: when it last got on.
    """

    phase: IndexPhase = IndexPhase.IDLE
    done: int = 0
    total: int = 0
    started_ms: int = 0
    note: str = ""
    pid: int = 0
    moved_ms: int = 0

    @property
    def left_s(self) -> float | None:
        """How many seconds the phase will still take at the pace so far, None where that cannot be told."""
        elapsed = (self.moved_ms - self.started_ms) / 1_000
        if self.done <= 0 or elapsed <= 0 or self.total < self.done:
            return None
        return (self.total - self.done) / max(self.done / elapsed, _SLOWEST_PER_S)


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """Which documents may be found; what is empty or None does not restrict.

    folders: paths, and everything below them. after_ms, before_ms: when the file was changed, [after, before).
    used_after_ms, used_before_ms: when it was in front.
    """

    kinds: frozenset[DocumentKind] = frozenset()
    folders: tuple[str, ...] = field(default=(), repr=False)
    after_ms: int | None = None
    before_ms: int | None = None
    used_after_ms: int | None = None
    used_before_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk as a search weighs it."""

    chunk_id: int
    document_id: int
    text: str = field(repr=False)
    heading: str = field(default="", repr=False)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some text of a passage; marks: the ranges [start, end) of characters to highlight."""

    text: str = field(repr=False)
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why something was found: the words of the question in it, and how near in meaning it is (cosine, or None)."""

    words: tuple[str, ...] = field(default=(), repr=False)
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document a search found, by its best passage; last_used_ms: when it was last in front, None for never."""

    document: Document
    score: float
    snippet: Snippet
    page: int | None = None
    heading: str = field(default="", repr=False)
    reasons: Reasons = Reasons()
    last_used_ms: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """How long a document was in front within the range asked for: active milliseconds, and the first and last moment.

    confidence: of the surest match it rests on, from 0 to 1.
    """

    document: Document
    active_ms: int
    first_ms: int
    last_ms: int
    confidence: float
