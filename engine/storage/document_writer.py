"""Documents on their way into the index: gathered, and stored many at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from engine.domain.documents import Chunk, DocumentKind, DocumentState, Identity
from engine.storage.database import Database
from engine.storage.queries.chunk_rows import Words, add_chunks, forget_chunks, retitle, words_of
from engine.storage.queries.document_rows import identity_row, path_bytes, title_words
from engine.storage.queries.numbers import storable
from engine.storage.queries.unwanted import is_kept_out
from engine.storage.queries.words_merge import keep_up
from engine.storage.tables import document_file, document_folder

SECONDS_HELD = 0.5
"""What was gathered for so long is stored with the next document; a kill loses no more."""

CHUNKS_HELD = 1_000
"""So many chunks are stored without waiting: it takes about a tenth of a second, and as long others wait."""

_ASIDE, _AFTER_ASIDE = b"\0", b"\1"  # no path begins so

_NO_CHUNKS = {"first_chunk": 0, "chunks": 0}


class DocumentWriter:
    """Gathers changes in memory and stores them in order, each gathering in one transaction.

    The write lock is held only while storing, never while the next document is read. Every method may raise Storage
    errors; what was gathered is then kept for another flush.
    """

    def __init__(self, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._waiting: list[Callable[[Connection], object]] = []
        self._chunks = 0
        self._since = 0.0

    def put(  # noqa: PLR0913, PLR0917  (a document's parts)
        self,
        folder_id: int,
        identity: Identity,
        kind: DocumentKind,
        title: str,
        content_hash: bytes,
        chunks: Sequence[Chunk],
        at_ms: int,
    ) -> None:
        """Take the document in, in place of what was known of its path; nothing where its folder was removed."""
        words = words_of(chunks)
        row = {
            **identity_row(identity),
            "folder_id": folder_id,
            "kind": kind.value,
            "state": DocumentState.INDEXED.value,
            "reason": "",
            "title": storable(title),
            "content_hash": content_hash,
            "indexed_ms": at_ms,
        }
        self._gather(lambda connection: put_document(connection, row, chunks, words), len(chunks))

    def fail(
        self, folder_id: int, identity: Identity, kind: DocumentKind, state: DocumentState, reason: str, at_ms: int
    ) -> None:
        """Remember why the file at this path has no text; what was known of it is forgotten."""
        row = {
            **identity_row(identity),
            "folder_id": folder_id,
            "kind": kind.value,
            "state": state.value,
            "reason": storable(reason),
            "title": "",
            "content_hash": b"",
            "indexed_ms": at_ms,
        }
        self._gather(lambda connection: put_document(connection, row, (), ()))

    def rename(self, document_id: int, identity: Identity) -> None:
        """Take what the file system says now of a document whose text is the same: a new path, a new time."""
        self._gather(lambda connection: _rename(connection, document_id, identity))

    def remove(self, document_ids: Iterable[int]) -> None:
        """Forget documents with everything made of them."""
        for number in document_ids:
            self._gather(partial(remove_documents, document_ids=[number]))

    def flush(self) -> None:
        """Store what was gathered."""
        if not self._waiting:
            return
        with self._database.writing() as connection:
            for change in self._waiting:
                change(connection)
            _remove_replaced(connection)
            if self._chunks:
                keep_up(connection, self._chunks)
        self._waiting.clear()
        self._chunks = 0

    def _gather(self, change: Callable[[Connection], object], chunks: int = 0) -> None:
        now = self._monotonic()
        if not self._waiting:
            self._since = now
        self._waiting.append(change)
        self._chunks += chunks
        if self._chunks >= CHUNKS_HELD or now - self._since >= SECONDS_HELD:
            self.flush()


def put_document(
    connection: Connection, row: dict[str, Any], chunks: Sequence[Chunk], words: Sequence[Words]
) -> int | None:
    """Store a document in place of what was at its path and return its number.

    None where its folder was removed, or where the person had it erased.
    """
    if not _folder_stands(connection, row["folder_id"]) or is_kept_out(connection, row["path"]):
        return None
    before = _at_path(connection, row["path"])
    if before is None:
        added = insert(document_file).values({**row, **_NO_CHUNKS}).returning(document_file.c.id)
        number = int(connection.execute(added).scalar_one())
    else:
        number = before.id
        forget_chunks(connection, [(before.first_chunk, before.chunks)])
    title = title_words(row["title"], os.fsdecode(row["path"]))
    first = add_chunks(connection, number, title, chunks, words) if chunks else 0
    held = {**row, "first_chunk": first, "chunks": len(chunks)}
    connection.execute(update(document_file).where(document_file.c.id == number).values(held))
    return number


def remove_documents(connection: Connection, document_ids: Sequence[int]) -> None:
    """Forget documents with everything made of them, inside the caller's transaction."""
    wanted = select(document_file.c.first_chunk, document_file.c.chunks).where(document_file.c.id.in_(document_ids))
    forget_chunks(connection, [(first, count) for first, count in connection.execute(wanted)])
    connection.execute(delete(document_file).where(document_file.c.id.in_(document_ids)))


def _rename(connection: Connection, document_id: int, identity: Identity) -> None:
    before = connection.execute(select(document_file).where(document_file.c.id == document_id)).one_or_none()
    if before is None:
        return
    replaced = _at_path(connection, path_bytes(identity.path))
    if replaced is not None and replaced.id != document_id:
        aside = update(document_file).where(document_file.c.id == replaced.id)
        connection.execute(aside.values(path=_ASIDE + str(replaced.id).encode()))
    changed = update(document_file).where(document_file.c.id == document_id)
    connection.execute(changed.values(identity_row(identity)))
    title = title_words(before.title, identity.path)
    if before.chunks and title != title_words(before.title, os.fsdecode(before.path)):
        retitle(connection, before.first_chunk, before.chunks, title)


def _remove_replaced(connection: Connection) -> None:
    """Forget documents another one took the path of, unless they turned up under a path of their own meanwhile."""
    wanted = select(document_file.c.id).where(document_file.c.path >= _ASIDE, document_file.c.path < _AFTER_ASIDE)
    if replaced := list(connection.execute(wanted).scalars()):
        remove_documents(connection, replaced)


def _folder_stands(connection: Connection, folder_id: int) -> bool:
    wanted = select(document_folder.c.id).where(document_folder.c.id == folder_id, document_folder.c.removed == 0)
    return connection.execute(wanted).one_or_none() is not None


def _at_path(connection: Connection, path: bytes) -> Row[Any] | None:
    return connection.execute(select(document_file).where(document_file.c.path == path)).one_or_none()
