"""What an indexed document says, as it was cut into passages."""

from __future__ import annotations

from sqlalchemy import select

from engine.storage.database import Database
from engine.storage.tables import chunk, document_file

_MOST = 400


def passages_of(database: Database, document_id: int) -> list[tuple[str, str]]:
    """Return the first 400 passages of a document in their order, each with its heading. Raises Storage errors."""
    placed = select(document_file.c.first_chunk, document_file.c.chunks).where(document_file.c.id == document_id)
    with database.reading() as connection:
        found = connection.execute(placed).one_or_none()
        if found is None:
            return []
        last = found.first_chunk + min(found.chunks, _MOST)
        wanted = select(chunk.c.heading, chunk.c.text).where(chunk.c.id >= found.first_chunk, chunk.c.id < last)
        wanted = wanted.where(chunk.c.document_id == document_id).order_by(chunk.c.id)
        return [(row.heading, row.text) for row in connection.execute(wanted)]
