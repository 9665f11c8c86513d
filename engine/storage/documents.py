"""The indexed documents."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, func, select

from engine.domain.documents import Document, DocumentState
from engine.storage.database import Database
from engine.storage.document_writer import DocumentWriter, remove_documents
from engine.storage.queries.document_rows import document_of, path_bytes
from engine.storage.tables import document_file

CHUNKS_AT_ONCE = 2_000
"""So many chunks at most, or one document, are removed in one transaction."""

_NAMED_AT_ONCE = 500
_FETCHED_AT_ONCE = 1_000

_OF_NUMBERS = "SELECT * FROM document_file WHERE id IN (SELECT value FROM json_each(?))"


class DocumentStore:
    """Reads documents, and lets them be written many at a time; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, folder_id: int) -> Iterator[Document]:
        """Yield the documents of a folder, by number. Exhaust or close it: until then the log cannot be cut."""
        wanted = select(document_file).where(document_file.c.folder_id == folder_id).order_by(document_file.c.id)
        with self._database.reading() as connection, connection.execute(wanted).yield_per(_FETCHED_AT_ONCE) as rows:
            for row in rows:
                yield document_of(row)

    def by_id(self, document_ids: Iterable[int]) -> dict[int, Document]:
        """Return the documents of these numbers that are there, by number."""
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(_OF_NUMBERS, (json.dumps(list(document_ids)),))
            return {row[0]: document_of(row) for row in rows}

    def get(self, path: str) -> Document | None:
        """Return the document at this path, None where none is known."""
        wanted = select(document_file).where(document_file.c.path == path_bytes(path))
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else document_of(row)

    def names(self) -> Iterator[tuple[int, str, str]]:
        """Yield number, path and title of every indexed document, for matching what was in front."""
        wanted = select(document_file.c.id, document_file.c.path, document_file.c.title)
        wanted = wanted.where(document_file.c.state == DocumentState.INDEXED.value).order_by(document_file.c.id)
        with self._database.reading() as connection, connection.execute(wanted).yield_per(_FETCHED_AT_ONCE) as rows:
            for number, path, title in rows:
                yield number, os.fsdecode(path), title

    def counts(self) -> dict[DocumentState, int]:
        """Return how many documents there are in each state."""
        wanted = select(document_file.c.state, func.count()).group_by(document_file.c.state)
        with self._database.reading() as connection:
            found = {DocumentState(state): int(count) for state, count in connection.execute(wanted)}
        return {state: found.get(state, 0) for state in DocumentState}

    def counts_of_folders(self) -> dict[int, int]:
        """Return how many documents each folder has, by its number."""
        wanted = select(document_file.c.folder_id, func.count()).group_by(document_file.c.folder_id)
        with self._database.reading() as connection:
            return {number: int(count) for number, count in connection.execute(wanted)}

    def chunks(self) -> int:
        """Return how many chunks the documents were cut into."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.coalesce(func.sum(document_file.c.chunks), 0))).scalar_one())

    def failures(self, limit: int) -> list[Document]:
        """Return documents that could not be read or were skipped, the latest first."""
        without_text = (DocumentState.FAILED.value, DocumentState.SKIPPED.value)
        wanted = select(document_file).where(document_file.c.state.in_(without_text))
        wanted = wanted.order_by(document_file.c.indexed_ms.desc(), document_file.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return [document_of(row) for row in connection.execute(wanted)]

    @contextmanager
    def writing(self) -> Iterator[DocumentWriter]:
        """Give what takes documents in; at the end, where nothing was raised, the last of them are stored."""
        writer = DocumentWriter(self._database)
        yield writer
        writer.flush()

    def remove(self, document_ids: Iterable[int]) -> None:
        """Forget documents with everything made of them, in several transactions where they are many."""
        wanted = list(document_ids)
        while wanted:
            with self._database.writing() as connection:
                done = remove_some(connection, wanted)
            wanted = wanted[done:]


def remove_some(connection: Connection, document_ids: Sequence[int]) -> int:
    """Forget as many of the documents, from the first on, as one transaction may take; return how many."""
    numbers = document_ids[:_NAMED_AT_ONCE]
    wanted = select(document_file.c.id, document_file.c.chunks).where(document_file.c.id.in_(numbers))
    sizes = {row.id: row.chunks for row in connection.execute(wanted)}
    chunks = done = 0
    for number in numbers:
        chunks += sizes.get(number, 0)
        if done and chunks > CHUNKS_AT_ONCE:
            break
        done += 1
    remove_documents(connection, numbers[:done])
    return done


def documents_left(connection: Connection, folder_id: int) -> list[int]:
    """Return numbers of documents of the folder, as many as one transaction may look at."""
    wanted = select(document_file.c.id).where(document_file.c.folder_id == folder_id).limit(_NAMED_AT_ONCE)
    return list(connection.execute(wanted).scalars())
