"""How documents, their folders and their index are told on a terminal and to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.cli.moments import iso_or_none
from engine.cli.terminal import length
from engine.domain.documents import LARGEST_BYTES, IndexPhase
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.domain.document_status import DocumentsOverview, FolderCount
    from engine.domain.documents import Document, Folder, IndexStatus

_PHASES = {
    IndexPhase.IDLE: "At rest",
    IndexPhase.DISCOVERING: "Looking for documents",
    IndexPhase.WORDS: "Reading documents",
    IndexPhase.MEANING: "Learning what they mean",
    IndexPhase.PAUSED: "Paused; go on with: kairos documents resume",
    IndexPhase.WAITING: "Waiting",
}
NO_FOLDER = "No folder is named yet. Name one with: kairos documents add FOLDER"

_UNITS = ("bytes", "KiB", "MiB", "GiB")
_STEP = 1_024


def path_text(path: str) -> str:
    """Return a path for other programs; what cannot be said in UTF-8 as "?"."""
    return path.encode("utf-8", "replace").decode()


def folder_as_json(folder: Folder) -> dict[str, Any]:
    """Return a folder as plain values."""
    return {
        "id": folder.id,
        "path": path_text(folder.path),
        "include": [path_text(pattern) for pattern in folder.include],
        "exclude": [path_text(pattern) for pattern in folder.exclude],
        "largest_bytes": folder.largest_bytes,
        "honour_ignore_files": folder.honour_ignore_files,
    }


def count_as_json(one: FolderCount) -> dict[str, Any]:
    """Return a folder with its documents as plain values."""
    return {**folder_as_json(one.folder), "documents": one.documents, "there": one.there}


def count_line(one: FolderCount) -> str:
    """Return a folder with its documents and choices on one line."""
    folder = one.folder
    parts = [_counted(one.documents, "document")]
    parts += [f"only {', '.join(folder.include)}"] if folder.include else []
    parts += [f"without {', '.join(folder.exclude)}"] if folder.exclude else []
    parts += [f"up to {size(folder.largest_bytes)}"] if folder.largest_bytes != LARGEST_BYTES else []
    parts += [] if folder.honour_ignore_files else ["ignore files not honoured"]
    parts += [] if one.there else ["not there now; what was read is kept"]
    return plain(f"{folder.id:>4}  {folder.path}  ({'; '.join(parts)})")


def status_as_json(status: IndexStatus) -> dict[str, Any]:
    """Return how far the work is as plain values."""
    return {
        "phase": status.phase.value,
        "done": status.done,
        "total": status.total,
        "left_s": None if status.left_s is None else round(status.left_s, 1),
        "note": status.note,
        "moved": iso_or_none(status.moved_ms or None),
    }


def status_line(status: IndexStatus) -> str:
    """Return how far the work is in one line."""
    said = _PHASES[status.phase]
    if status.phase is IndexPhase.DISCOVERING and status.done:
        return f"{said}: {status.done:,} found"
    if status.phase in {IndexPhase.WORDS, IndexPhase.MEANING}:
        total = _counted(status.total, "chunk" if status.phase is IndexPhase.MEANING else "document")
        left = "" if status.left_s is None else f", {length(round(status.left_s * 1_000))} left"
        return f"{said}: {status.done:,} of {total}{left}"
    return f"{said}. {plain(status.note)}" if status.note else f"{said}."


def overview_as_json(overview: DocumentsOverview) -> dict[str, Any]:
    """Return how everything stands as plain values."""
    return {
        **status_as_json(overview.status),
        "works": overview.works,
        "paused": overview.paused,
        "folders": [count_as_json(one) for one in overview.folders],
        "indexed": overview.indexed,
        "failed": overview.failed,
        "waiting": overview.waiting,
        "chunks": overview.chunks,
        "embedded": overview.embedded,
    }


def overview_lines(overview: DocumentsOverview) -> Iterator[str]:
    """Yield how everything stands."""
    if not overview.folders:
        yield NO_FOLDER
        return
    yield status_line(overview.status)
    for one in overview.folders:
        yield count_line(one)
    yield f"Documents that can be found: {overview.indexed:,}, cut into {_counted(overview.chunks, 'chunk')}."
    if overview.embedded is None:
        yield "They are found by their words; there is no sentence encoder to find them by meaning."
    elif overview.embedded < overview.chunks:
        yield f"Found by meaning, too: {overview.embedded:,} of {_counted(overview.chunks, 'chunk')} so far."
    if overview.waiting:
        yield f"To be read later: {overview.waiting:,}."
    if overview.failed:
        yield f"Could not be read: {overview.failed:,}. See why with: kairos documents failures"


def meaning_left(overview: DocumentsOverview, *, stopped: bool) -> str:
    """Return what is still to be found by meaning, and why it was left for later; "" where nothing is."""
    if overview.embedded is None or overview.embedded >= overview.chunks:
        return ""
    why = "Stopped; " if stopped else "Paused by you; " if overview.paused else ""
    how = "kairos documents resume" if overview.paused and not stopped else "kairos documents index"
    told = f"{overview.embedded:,} of {_counted(overview.chunks, 'chunk')} are found by meaning so far"
    return f"{why}{told}. Go on with: {how}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def failure_as_json(document: Document) -> dict[str, Any]:
    """Return a document that could not be read as plain values."""
    return {
        "document": document.id,
        "path": path_text(document.identity.path),
        "kind": document.kind.value,
        "state": document.state.value,
        "reason": document.reason,
        "tried": iso_or_none(document.indexed_ms or None),
    }


def size(count: int) -> str:
    """Return a number of bytes for people: "64 MiB"."""
    value, unit = float(count), 0
    while value >= _STEP and unit < len(_UNITS) - 1:
        value, unit = value / _STEP, unit + 1
    return f"{value:.4g} {_UNITS[unit]}"
