"""How the index of documents stands, beyond the work that goes on just now."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.documents import Folder, IndexStatus


@dataclass(frozen=True, slots=True)
class FolderCount:
    """A folder and how many documents of it are known; there: whether the folder can be looked into now."""

    folder: Folder
    documents: int
    there: bool


@dataclass(frozen=True, slots=True)
class DocumentsOverview:
    """How everything stands. works: a process is indexing now. paused: the person wants no indexing for now.

    indexed, failed, waiting: documents. chunks: what they were cut into; embedded: how many of those an encoder has
    seen, None where there is no encoder.
    """

    status: IndexStatus = field(default_factory=IndexStatus)
    works: bool = False
    paused: bool = False
    folders: tuple[FolderCount, ...] = field(default=(), repr=False)
    indexed: int = 0
    failed: int = 0
    waiting: int = 0
    chunks: int = 0
    embedded: int | None = None
