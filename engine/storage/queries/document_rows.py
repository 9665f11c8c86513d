"""Rows of documents as values, and values as rows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from engine.domain.documents import Document, DocumentKind, DocumentState, Identity
from engine.domain.word_tokens import prepared

_BITS = 64
_LARGEST = (1 << 63) - 1


def path_bytes(path: str) -> bytes:
    """Return the path as the file system has it."""
    return os.fsencode(path)


def identity_row(identity: Identity) -> dict[str, object]:
    """Return the columns of what the file system says; numbers too large for a column keep their bits."""
    return {
        "path": path_bytes(identity.path),
        "size": identity.size,
        "mtime_ns": max(-_LARGEST, min(identity.mtime_ns, _LARGEST)),
        "inode": _signed(identity.inode),
        "device": _signed(identity.device),
    }


def document_of(row: Row[Any]) -> Document:
    """Return the document a whole row of document_file holds."""
    # One unpacking: a search reads a hundred of these at every key that is pressed.
    columns: Sequence[Any] = row
    number, folder_id, path, size, mtime_ns, inode, device, kind, state, *texts, _, chunks, indexed_ms = columns
    identity = Identity(os.fsdecode(path), size, mtime_ns, inode % (1 << _BITS), device % (1 << _BITS))
    reason, title, content_hash = texts
    kinds = DocumentKind(kind), DocumentState(state)
    return Document(number, folder_id, identity, *kinds, reason, title, content_hash, chunks, indexed_ms)


def title_words(title: str, path: str) -> str:
    """Return what a document is found by besides its text: its title and its file's name, prepared."""
    name = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122  (a name need not be a path here)
    return prepared(title if name in title else f"{title} {name}")


def _signed(number: int) -> int:
    number %= 1 << _BITS
    return number - (1 << _BITS) if number > _LARGEST else number
