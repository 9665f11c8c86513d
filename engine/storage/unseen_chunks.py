"""Whether an encoder has chunks to look at; asked without NumPy, which costs the process that asks 16 MB."""

from __future__ import annotations

from sqlalchemy import func, select

from engine.storage.database import Database
from engine.storage.tables import chunk, vector_encoder


def unseen_chunks(database: Database, encoder: str) -> bool:
    """Return whether there are chunks the encoder of this name has not seen; raises Storage errors."""
    done = select(func.coalesce(func.max(vector_encoder.c.done_upto), 0)).where(vector_encoder.c.name == encoder)
    with database.reading() as connection:
        upto = connection.execute(done).scalar_one()
        return connection.execute(select(chunk.c.id).where(chunk.c.id > upto).limit(1)).first() is not None
