"""The indexed documents with when they came to be there, for who needs no vectors of them."""

from __future__ import annotations

import os

from sqlalchemy import select

from engine.domain.advice_sources import DocumentFact
from engine.domain.documents import DocumentState
from engine.storage.database import Database
from engine.storage.tables import document_file

_NS_PER_MS = 1_000_000


def indexed_documents(database: Database) -> list[DocumentFact]:
    """Return every indexed document, by number. Raises Storage errors."""
    columns = document_file.c
    wanted = (
        select(columns.id, columns.path, columns.title, columns.kind, columns.mtime_ns, columns.indexed_ms)
        .where(columns.state == DocumentState.INDEXED.value)
        .order_by(columns.id)
    )
    with database.reading() as connection:
        return [
            DocumentFact(number, os.fsdecode(path), title, kind, min(mtime_ns // _NS_PER_MS, indexed_ms))
            for number, path, title, kind, mtime_ns, indexed_ms in connection.execute(wanted)
        ]
