"""What is to be done, from what was known of the documents and what is there now; nothing is read for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from engine.documents.discover.walk import Found, Tally
from engine.domain.documents import Document, DocumentState, Folder, Identity


@dataclass(frozen=True, slots=True)
class Reading:
    """A document to be read. before: what is known under its path, None for a new one."""

    folder: Folder
    found: Found
    before: Document | None


@dataclass(slots=True)
class Plan:
    """What one look at the folders calls for.

    touched: documents in their place whose file has another number. moved: documents that seem to lie elsewhere now, to
    be compared by content; their reading is what to do where that differs. gone: documents
    that are no longer there. kept: such that may come back, because their disk or folder is away. away: folders
    that cannot be looked into, with the reason.
    """

    reads: list[Reading] = field(default_factory=list)
    touched: list[tuple[Document, Identity]] = field(default_factory=list)
    moved: list[tuple[Document, Reading]] = field(default_factory=list)
    gone: list[Document] = field(default_factory=list)
    kept: list[Document] = field(default_factory=list)
    away: dict[str, str] = field(default_factory=dict, repr=False)
    unchanged: int = 0
    too_large: int = 0
    folders: int = 0


class Comparison:
    """Takes in one folder after the other and makes the plan; a document may move from one folder to another."""

    def __init__(self) -> None:
        self._plan = Plan()
        self._new: list[Reading] = []

    def compare(self, folder: Folder, known: Iterable[Document], found: Iterable[Found], tally: Tally) -> None:
        """Compare what is known of a folder, or of a part of it, with what is there; tally is read after found."""
        left = {document.identity.path: document for document in known}
        renumbered: set[int] = set()
        for one in found:
            before = left.pop(one.identity.path, None)
            if before is None:
                self._new.append(Reading(folder, one, None))
                continue
            if before.identity.device != one.identity.device:
                renumbered.add(before.identity.device)
            self._compare_one(Reading(folder, one, before), before)
        self._plan.too_large += tally.too_large
        self._plan.folders += tally.folders
        self._plan.away |= tally.unreadable
        devices = tally.devices | renumbered
        for document in left.values():
            away = _is_away(document, tally, devices)
            (self._plan.kept if away else self._plan.gone).append(document)

    def _compare_one(self, reading: Reading, before: Document) -> None:
        now = reading.found.identity
        if not _is_unchanged(before, reading.found):
            self._plan.reads.append(reading)
            return
        self._plan.unchanged += 1
        if (before.identity.inode, before.identity.device) != (now.inode, now.device):
            self._plan.touched.append((before, now))

    def plan(self, *, forget_missing: bool = False) -> Plan:
        """Return the plan, the documents changed last first. forget_missing: what is away counts as gone."""
        plan = self._plan
        if forget_missing:
            plan.gone, plan.kept = plan.gone + plan.kept, []
        there = {_inode(document.identity): document for document in plan.gone if document.identity.inode}
        for reading in self._new:
            before = there.get(_inode(reading.found.identity))
            if before is not None and _is_unchanged(before, reading.found):
                plan.moved.append((before, reading))
                del there[_inode(reading.found.identity)]
            else:
                plan.reads.append(reading)
        moved = {document.id for document, _ in plan.moved}
        plan.gone = [document for document in plan.gone if document.id not in moved]
        plan.reads.sort(key=lambda reading: -reading.found.identity.mtime_ns)
        return plan


def _is_unchanged(before: Document, found: Found) -> bool:
    """Return whether nothing tells that the file has changed since it was read."""
    now = found.identity
    same = (before.identity.size, before.identity.mtime_ns, before.kind) == (now.size, now.mtime_ns, found.kind)
    return same and before.state is not DocumentState.WAITING


def _inode(identity: Identity) -> tuple[int, int]:
    return identity.device, identity.inode


def _is_away(document: Document, tally: Tally, devices: set[int]) -> bool:
    """Return whether a document that was not found may well be where it was: its disk or a folder is out of reach."""
    if tally.blank or document.identity.device not in devices:
        return True
    if not tally.unreadable:
        return False
    path = PurePath(document.identity.path)
    return any(str(place) in tally.unreadable for place in (path, *path.parents))
