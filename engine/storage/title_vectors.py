"""What titles mean as vectors, so that none is encoded twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from engine.storage.database import Database
from engine.storage.queries.numbers import storable
from engine.storage.tables import title, title_vector

_AT_ONCE = 500


class TitleVectorStore:
    """Keeps one vector per title, of one encoder; a title that is erased takes its vector along.

    encoder: the encoder's name; vectors of any other one are not seen. Raises Storage errors.
    """

    def __init__(self, database: Database, encoder: str) -> None:
        self._database = database
        self._encoder = encoder

    def missing(self, limit: int) -> list[str]:
        """Return titles without a vector of this encoder, the newest first."""
        known = (title_vector.c.title_id == title.c.id) & (title_vector.c.encoder == self._encoder)
        wanted = (
            select(title.c.text)
            .outerjoin(title_vector, known)
            .where(title_vector.c.title_id.is_(None))
            .order_by(title.c.id.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            return list(connection.execute(wanted).scalars())

    def put(self, vectors: Mapping[str, NDArray[np.float32]]) -> int:
        """Store vectors by title and return how many were: titles gone meanwhile are left out."""
        texts = {storable(text): vector for text, vector in vectors.items()}
        new = insert(title_vector)
        stored = new.on_conflict_do_update(
            index_elements=["title_id"], set_={"encoder": new.excluded.encoder, "vector": new.excluded.vector}
        )
        with self._database.writing() as connection:
            rows = [
                {"title_id": number, "encoder": self._encoder, "vector": texts[text].astype("<f2").tobytes()}
                for some in _parts(list(texts))
                for number, text in connection.execute(select(title.c.id, title.c.text).where(title.c.text.in_(some)))
            ]
            if rows:
                connection.execute(stored, rows)
        return len(rows)

    def get(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of those titles that have one."""
        found: dict[str, NDArray[np.float32]] = {}
        wanted = select(title.c.text, title_vector.c.vector).join(title_vector, title_vector.c.title_id == title.c.id)
        with self._database.reading() as connection:
            for some in _parts([storable(text) for text in texts]):
                these = wanted.where(title.c.text.in_(some), title_vector.c.encoder == self._encoder)
                for text, blob in connection.execute(these):
                    found[text] = np.frombuffer(blob, dtype="<f2").astype(np.float32)
        return found

    def clear(self) -> None:
        """Forget every vector, of whichever encoder."""
        with self._database.writing() as connection:
            connection.execute(delete(title_vector))


def _parts(texts: list[str]) -> list[list[str]]:
    return [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
