"""Documents in memory that can be searched, paused and fail: what the Documents page asks of an engine."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine.domain.document_status import DocumentsOverview, FolderCount
from engine.domain.document_use import ShownDocument
from engine.domain.documents import (
    Document,
    DocumentKind,
    DocumentState,
    DocumentUse,
    Folder,
    Identity,
    IndexPhase,
    IndexStatus,
    Reasons,
    SearchHit,
    Snippet,
)
from engine.domain.errors import EncoderError, FolderTooWide, KairosError, UsageError

NOW_MS = 1_795_262_400_000  # 2026-11-21 12:00 UTC
DAY_MS = 86_400_000


def document(number: int, path: str, kind: DocumentKind, title: str = "", reason: str = "") -> Document:
    """Return a document of the first folder; one with a reason could not be read."""
    state = DocumentState.FAILED if reason else DocumentState.INDEXED
    return Document(number, 1, Identity(path, 1_000, 0, number, 1), kind, state, reason, title, b"", 3, NOW_MS)


def hit(found: Document, text: str, words: Sequence[str], *, page: int | None = None, heading: str = "") -> SearchHit:
    """Return a document as found by these words in a text."""
    marks = []
    for word in words:
        start = text.casefold().find(word.casefold())
        if start >= 0:
            marks.append((start, start + len(word)))
    return SearchHit(found, 1.0, Snippet(text, tuple(sorted(marks))), page, heading, Reasons(tuple(words)))


SHELF = (
    (document(1, "/home/ann/work/plans/annual budget 2027.pdf", DocumentKind.PDF, "Annual budget 2027"),
     "The budget for 2027 follows the plan of last spring: travel is cut by a third, and training is doubled."),
    (document(2, "/home/ann/work/plans/plan.md", DocumentKind.MARKDOWN, "Plan for the new office"),
     "Every floor keeps its own budget. The plan is to move in May, floor by floor, and to keep the old lease."),
    (document(3, "/home/ann/work/报告/年度预算报告.docx", DocumentKind.DOCX, "年度预算报告"),
     "本年度预算比去年增加百分之八，主要用于员工培训和新办公室的搬迁。预算由财务部门与各部门共同制定，每季度检查一次执行情况。"),
    (document(4, "/home/ann/work/code/budget.py", DocumentKind.CODE),
     "def budget(year: int) -> Money: return sum(plan.cost for plan in plans if plan.year == year)"),
)  # fmt: skip


@dataclass
class FakeAnswers:
    """Answers by meaning: what is set as whole, or the error set as lacks; gate holds the answer back."""

    whole: list[SearchHit] | None = None
    lacks: KairosError | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        """Let answers through until told otherwise."""
        self.gate.set()

    def ask(self, query: str, limit: int = 20) -> list[SearchHit]:
        """Answer once the gate is open."""
        self.asked.append(query)
        self.gate.wait(10)
        if self.lacks is not None or self.whole is None:
            raise self.lacks or EncoderError("There is no language model.")
        return self.whole[:limit]

    def close(self) -> None:
        """End, whoever waits."""
        self.closed = True
        self.gate.set()


class FakeDocuments:
    """A shelf of documents; searching finds those whose text has every word that is no filter."""

    def __init__(self, *, named: bool = True) -> None:
        self.shelf = list(SHELF)
        self.held = [Folder(1, "/home/ann/work"), Folder(2, "/home/ann/notes")] if named else []
        self.failed: list[Document] = []
        self.state = IndexStatus()
        self.worker = FakeAnswers()
        self.asked: list[str] = []
        self.tried: list[tuple[int, ...]] = []
        self.started = 0
        self.reads = False
        self.embedded: int | None = 4
        self.gate = threading.Event()
        self.gate.set()

    def folders(self) -> list[Folder]:
        """Return the folders."""
        return list(self.held)

    def overview(self) -> DocumentsOverview:
        """Return how everything stands; all documents are of the first folder."""
        counts = (len(self.shelf) + len(self.failed), 0, 0)
        folders = tuple(FolderCount(one, count, there=True) for one, count in zip(self.held, counts, strict=False))
        return DocumentsOverview(
            self.state, folders=folders, indexed=len(self.shelf), failed=len(self.failed), embedded=self.embedded
        )

    def status(self) -> IndexStatus:
        """Return how far reading is."""
        return self.state

    def failures(self, limit: int = 100) -> list[Document]:
        """Return what failed."""
        return self.failed[:limit]

    def search(self, query: str, limit: int = 20, *, typing: bool = True) -> list[SearchHit]:
        """Find documents by their words; a quotation mark alone is not understood."""
        self.asked.append(query)
        self.gate.wait(10)
        if query.count('"') % 2:
            raise UsageError('A quotation mark is open. Close it, as in "annual report", or leave it out.')
        words = [word for word in query.split() if ":" not in word]
        kinds = {word.removeprefix("type:") for word in query.split() if word.startswith("type:")}
        return [
            hit(one, text, words, page=3, heading="Costs")
            for one, text in self.shelf
            if all(word.casefold() in f"{text} {one.title}".casefold() for word in words)
            and (not kinds or one.kind.value in kinds)
        ][:limit]

    def find_document(self, text: str) -> Document:
        """Return the document of this path; any other is not indexed."""
        for one, _ in self.shelf:
            if one.identity.path == text:
                return one
        raise UsageError(f"“{text}” is no indexed document.")

    def answers(self) -> FakeAnswers:
        """Return the worker."""
        return self.worker

    def start_indexing(self) -> None:
        """Count how often it was started."""
        self.started += 1
        self.reads = True

    def close(self) -> None:
        """End reading."""
        self.reads = False

    def add_folder(self, path: str, *, sure: bool = False, **chosen: Any) -> Folder:
        """Name one more; one that is there already is refused, and the root unless sure."""
        if path == "/" and not sure:
            raise FolderTooWide("That is far more than your documents.")
        if any(one.path == path for one in self.held):
            raise UsageError("That folder is read already.")
        self.held.append(Folder(max((one.id for one in self.held), default=0) + 1, path, **chosen))
        return self.held[-1]

    def change_folder(self, folder: Folder) -> None:
        """Take the change, unless a pattern has an open bracket."""
        if any("[" in pattern for pattern in (*folder.include, *folder.exclude)):
            raise UsageError("A pattern has an open bracket.")
        self.held = [folder if one.id == folder.id else one for one in self.held]

    def remove_folder(self, folder_id: int) -> None:
        """Forget a folder."""
        self.held = [one for one in self.held if one.id != folder_id]

    def pause(self) -> None:
        """Pause."""
        self.state = replace(self.state, phase=IndexPhase.PAUSED)

    def resume(self) -> None:
        """Go on."""
        self.state = replace(self.state, phase=IndexPhase.WORDS)

    def read_again(self, document_ids: Sequence[int]) -> None:
        """Read them well this time."""
        self.tried.append(tuple(document_ids))
        self.failed = [one for one in self.failed if one.id not in document_ids]


class FakeModels:
    """Every folder holds a language model that can be used, but for those called broken."""

    def check(self, folder: str) -> None:
        """Refuse a broken one."""
        if folder.endswith("broken"):
            raise EncoderError(f"{folder} holds no config.json. Choose the folder of an encoder, or none.")


class FakeDocumentUse:
    """A history in which no indexed document was in front, but for what a test says was used."""

    def __init__(self) -> None:
        self.in_use: list[DocumentUse] = []
        self.asked = 0

    def used(self, _start_ms: int, _end_ms: int) -> list[DocumentUse]:
        """Return what was used."""
        self.asked += 1
        return self.in_use

    def during(self, _start_ms: int, _end_ms: int) -> list[ShownDocument]:
        """Return nothing."""
        return []
