"""What the page shows of folders and documents, as read at one moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from engine.domain.document_status import DocumentsOverview
from engine.domain.documents import Document, Folder

if TYPE_CHECKING:
    from engine.api import Documents

MOST_FAILURES: Final = 1_000


@dataclass(frozen=True, slots=True)
class FolderSum:
    """One folder, how many documents it has, how many of them could not be read, and whether it is there now."""

    folder: Folder
    documents: int = 0
    failed: int = 0
    there: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """How all documents stand, and those that could not be read, at most MOST_FAILURES of them."""

    overview: DocumentsOverview = field(default_factory=DocumentsOverview)
    failures: tuple[Document, ...] = ()

    @property
    def sums(self) -> tuple[FolderSum, ...]:
        """The folders with their numbers."""
        failed = Counter(one.folder_id for one in self.failures)
        folders = self.overview.folders
        return tuple(FolderSum(one.folder, one.documents, failed[one.folder.id], one.there) for one in folders)


def read_sheet(documents: Documents) -> Sheet:
    """Read folders, numbers and failures; on the worker thread."""
    return Sheet(documents.overview(), tuple(documents.failures(MOST_FAILURES)))
