"""Keeps the index of documents true: looks what has changed, reads that, forgets what is gone; again at any time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from engine.documents.digest import digest
from engine.documents.discover.kinds import kind_of
from engine.documents.discover.walk import Found, Walker
from engine.documents.halt import PHASES, Halt, Halting
from engine.documents.keeping import Counts, Keeping
from engine.documents.plan import Comparison, Plan, Reading
from engine.documents.progress import Progress
from engine.domain.clock import Clock
from engine.domain.documents import Document, Folder, Identity, IndexPhase
from engine.domain.extraction import Extraction, ExtractionRequest
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

_LOOK_EVERY = 256  # documents found between two looks at whether to leave off


class Reader(Protocol):
    """Reads documents."""

    def extract_many(self, requests: Iterable[ExtractionRequest]) -> Iterator[Extraction]:
        """Yield what came of each request, in any order."""
        ...

    def close(self) -> None:
        """End, even while something is being read; any thread may say so."""
        ...


@dataclass(frozen=True, slots=True)
class IndexParts:
    """What indexing works with; reader is made only where something is to be read."""

    folders: FolderStore
    documents: DocumentStore
    progress: Progress
    reader: Callable[[], AbstractContextManager[Reader]]
    clock: Clock
    halting: Halting


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one look came to.

    kept: documents that are out of reach. folders: looked into, those inside others counted. away: folders that
    cannot be looked into.
    """

    halted: Halt | None = None
    unchanged: int = 0
    stored: int = 0
    moved: int = 0
    removed: int = 0
    failed: int = 0
    later: int = 0
    kept: int = 0
    too_large: int = 0
    folders: int = 0
    away: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything in the index is other than before."""
        return bool(self.stored or self.moved or self.removed)


class _LeftOff(Exception):
    """It was told to leave off while it looked around."""


class Indexer:
    """Looks and reads; what was stored stays stored, however it ends."""

    def __init__(self, parts: IndexParts) -> None:
        self._parts = parts

    def run(self, *, forget_missing: bool = False) -> Outcome:
        """Look at every folder and bring the index up to date.

        forget_missing: the person says that documents whose disk or folder is away are gone for good.
        """
        folders = self._parts.folders.all()
        return self._look([(folder, None) for folder in folders], forget_missing=forget_missing)

    def look_at(self, places: Iterable[tuple[Folder, str]]) -> Outcome:
        """Bring the index up to date at some paths alone: files or folders, there or gone."""
        return self._look(list(_outermost(places)))

    def _look(self, places: Sequence[tuple[Folder, str | None]], *, forget_missing: bool = False) -> Outcome:
        comparison = Comparison()
        self._parts.halting.look_again()
        whole = all(place is None for _, place in places)
        if whole:
            self._parts.progress.begin(IndexPhase.DISCOVERING)
        try:
            for folder, place in places:
                walker = Walker(folder)
                known = self._known(folder, place)
                comparison.compare(folder, known, self._counted(walker.walk(place)), walker.tally)
        except _LeftOff:
            return self._rest(Outcome(self._parts.halting.now(0) or Halt.STOPPED))
        return self._carry_out(comparison.plan(forget_missing=forget_missing), whole=whole)

    def _known(self, folder: Folder, place: str | None) -> Iterable[Document]:
        if place is None:
            return self._parts.documents.known(folder.id)
        known = self._parts.documents.get(place)
        if known is not None or kind_of(place.rpartition(os.sep)[2]) is not None:
            return () if known is None else (known,)
        below = place + os.sep
        return (one for one in self._parts.documents.known(folder.id) if one.identity.path.startswith(below))

    def _counted(self, found: Iterable[Found]) -> Iterator[Found]:
        for number, one in enumerate(found):
            if number % _LOOK_EVERY == 0:
                halted = self._parts.halting.now(0)
                if halted is not None:
                    raise _LeftOff
                if self._parts.progress.status.phase is IndexPhase.DISCOVERING:
                    self._parts.progress.move(number)
            yield one

    def _carry_out(self, plan: Plan, *, whole: bool) -> Outcome:
        documents = self._parts.documents
        renames = [*plan.touched, *self._confirmed(plan)]
        if renames:
            with documents.writing() as writer:
                for document, identity in renames:
                    writer.rename(document.id, identity)
        moved = len(renames) - len(plan.touched)
        sizes = {reading.found.identity.size for reading in plan.reads if reading.before is None}
        lost = {document.id: document for document in plan.gone if document.identity.size in sizes}
        removed = self._remove([document.id for document in plan.gone if document.id not in lost])
        halted, counts = self._read(plan.reads, lost) if plan.reads else (None, Counts())
        if halted is None:  # else one of them may still turn up among what was not read
            removed += self._remove(list(lost))
        return self._rest(_outcome(plan, counts, moved=moved, removed=removed, halted=halted), whole=whole)

    def _confirmed(self, plan: Plan) -> Iterator[tuple[Document, Identity]]:
        """Yield what moved for sure; a number and a time alone may be those of another file by now."""
        for document, reading in plan.moved:
            if digest(reading.found.identity) != document.content_hash:
                plan.reads.append(reading)
                plan.gone.append(document)
            elif reading.folder.id == document.folder_id:
                yield document, reading.found.identity
            else:
                plan.reads.append(replace(reading, before=document))

    def _remove(self, ids: list[int]) -> int:
        self._parts.documents.remove(ids)
        return len(ids)

    def _read(self, reads: Sequence[Reading], lost: dict[int, Document]) -> tuple[Halt | None, Counts]:
        """Read and keep; lost: what may turn up again, left in it is what did not."""
        self._parts.halting.look_again()
        halted = self._parts.halting.now(len(reads))
        if halted is not None:
            return halted, Counts()
        self._parts.progress.begin(IndexPhase.WORDS, len(reads))
        since_ms = self._parts.clock.now().wall_ms
        with self._parts.reader() as reader, self._parts.documents.writing() as writer:
            keeping = Keeping(writer, self._parts.clock, since_ms, lost)
            forget = self._parts.halting.on_stop(reader.close)
            try:
                return self._keep_all(reader, reads, keeping), keeping.counts
            finally:
                forget()

    def _keep_all(self, reader: Reader, reads: Sequence[Reading], keeping: Keeping) -> Halt | None:
        waiting = {reading.found.identity.path: reading for reading in reads}
        for extraction in reader.extract_many(_requests(reads)):
            keeping.keep(waiting.pop(extraction.request.path), extraction)
            self._parts.progress.move(len(reads) - len(waiting))
            halted = self._parts.halting.now(len(waiting)) if waiting else None
            if halted is not None:
                return halted
        return Halt.STOPPED if waiting else None

    def _rest(self, outcome: Outcome, *, whole: bool = False) -> Outcome:
        note = missing_note(outcome) if whole or outcome.kept else None
        note = self._parts.halting.reason if outcome.halted is Halt.POWER else note
        self._parts.progress.rest(PHASES.get(outcome.halted, IndexPhase.IDLE), note)
        return outcome


def _outermost(places: Iterable[tuple[Folder, str]]) -> Iterator[tuple[Folder, str]]:
    """Yield the places that lie in no other one, each once."""
    above = ""
    for folder, place in sorted(places, key=lambda one: one[1].rstrip(os.sep) + os.sep):
        if not above or not (place.rstrip(os.sep) + os.sep).startswith(above):
            above = place.rstrip(os.sep) + os.sep
            yield folder, place


def missing_note(outcome: Outcome) -> str:
    """Return a sentence for the person about documents that are out of reach, empty where there are none."""
    if not outcome.kept:
        return ""
    where = f" ({outcome.away[0]})" if outcome.away else ""
    return (
        f"Documents out of reach{where} and kept as they were: {outcome.kept:,}. "
        "If they are gone for good: kairos documents index --forget-missing"
    )


def _requests(reads: Iterable[Reading]) -> Iterator[ExtractionRequest]:
    for reading in reads:
        found, folder = reading.found, reading.folder
        yield ExtractionRequest(found.identity.path, found.kind, folder.largest_bytes, folder.path)


def _outcome(plan: Plan, counts: Counts, *, moved: int, removed: int, halted: Halt | None) -> Outcome:
    return Outcome(
        halted=halted,
        unchanged=plan.unchanged + counts.same,
        stored=counts.stored,
        moved=moved + counts.moved,
        removed=removed,
        failed=counts.failed,
        later=counts.later,
        kept=len(plan.kept),
        too_large=plan.too_large,
        folders=plan.folders,
        away=tuple(plan.away),
    )
