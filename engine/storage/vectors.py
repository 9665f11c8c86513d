"""What chunks mean, as vectors of a sentence encoder; kept in blocks, read whole into memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, insert, select, update

from engine.storage.database import Database
from engine.storage.tables import chunk, document_file, vector_block, vector_encoder

if TYPE_CHECKING:
    from engine.domain.encoding import HalfVectors, Ids

PER_BLOCK = 256
"""A block is written anew whole when one of its chunks goes or one is added to the last: 200 KB at 384 dimensions."""

MOST_OF_ONE = 4_000
"""Chunks of one document that are embedded, its first: some 500,000 words; a longer text would hold all others up."""

_ID = np.dtype("<i8")
_NUMBER = np.dtype("<f2")
_BLOCKS_AT_ONCE = 16
_DROPPED_AT_ONCE = 64  # blocks: some 12 MB, which are overwritten with zeros

Block = tuple["Ids", "HalfVectors"]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class VectorChanges:
    """What changed since a mark: vectors that are new, chunks that are gone, and the next mark."""

    added: tuple[Block, ...]
    removed: Ids
    mark: int


class VectorStore:
    """Reads and writes vectors; raises Storage errors.

    Chunks are embedded in the order of their numbers, and new ones have higher numbers: how far an encoder got is one
    number, and a kill loses at most what was not put yet.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self, encoder: str, limit: int) -> list[tuple[int, str]]:
        """Return numbers and texts of the next chunks the encoder has not seen, in the order to put them.

        The text is empty where a document has more chunks than are embedded of it: they are seen, but get no vector.
        """
        with self._database.reading() as connection:
            done = select(vector_encoder.c.done_upto).where(vector_encoder.c.name == encoder)
            upto = connection.execute(done).scalar_one_or_none() or 0
            text = case((chunk.c.position < MOST_OF_ONE, chunk.c.text), else_="")
            wanted = select(chunk.c.id, text).where(chunk.c.id > upto).order_by(chunk.c.id).limit(limit)
            return [(number, body) for number, body in connection.execute(wanted)]

    def put(self, encoder: str, ids: Sequence[int], vectors: HalfVectors, upto: int) -> None:
        """Store the vectors (one row per chunk, by ascending number) and that all chunks up to a number were seen.

        Chunks that were seen but cannot be read by the encoder are left out of ids. Those removed meanwhile are left
        out by this.
        """
        with self._database.writing() as connection:
            number = _encoder(connection, encoder)
            living = set(connection.execute(select(chunk.c.id).where(chunk.c.id.in_(list(ids)))).scalars())
            kept = [at for at, one in enumerate(ids) if one in living]
            if kept:
                new = np.array([ids[at] for at in kept], _ID), np.asarray(vectors, _NUMBER)[kept]
                _append(connection, number, new)
            advanced = update(vector_encoder).where(vector_encoder.c.id == number)
            connection.execute(advanced.values(done_upto=func.max(vector_encoder.c.done_upto, upto)))

    def blocks(self, encoder: str) -> Iterator[Block]:
        """Yield every chunk number and vector of the encoder, block by block, ascending."""
        with self._database.reading() as connection:
            yield from _blocks(connection, encoder, 0)

    def mark(self) -> int:
        """Return the mark of the present state; take it before blocks are read."""
        with self._database.reading() as connection:
            return _mark(connection)

    def changes(self, encoder: str, mark: int, known: Ids) -> VectorChanges:
        """Return what changed since the mark for who holds the vectors of the known chunks."""
        with self._database.reading() as connection:
            added = [_without(block, known) for block in _blocks(connection, encoder, mark)]
            removed = known[~_among(known, _ranges(connection))]
            return VectorChanges(tuple(block for block in added if len(block[0])), removed, _mark(connection))

    def counts(self, encoder: str) -> tuple[int, int]:
        """Return how many chunks the encoder has seen, and how many there are."""
        held = func.coalesce(func.sum(document_file.c.chunks), 0)
        with self._database.reading() as connection:
            done = select(vector_encoder.c.done_upto).where(vector_encoder.c.name == encoder)
            upto = connection.execute(done).scalar_one_or_none() or 0
            all_of_them = int(connection.execute(select(held)).scalar_one())
            whole = int(connection.execute(select(held).where(document_file.c.first_chunk <= upto)).scalar_one())
            # The document that chunk belongs to may have been seen in part.
            over = select(func.count()).select_from(chunk).where(chunk.c.id > upto)
            last = select(func.max(document_file.c.first_chunk + document_file.c.chunks))
            end = connection.execute(last.where(document_file.c.first_chunk <= upto)).scalar_one_or_none() or 0
            unseen = int(connection.execute(over.where(chunk.c.id < end)).scalar_one())
        return max(whole - unseen, 0), all_of_them

    def drop(self, encoder: str) -> None:
        """Forget the encoder's vectors and how far it got, in several transactions where they are many."""
        self._drop(vector_encoder.c.name == encoder)

    def keep_only(self, encoder: str) -> None:
        """Forget the vectors of every other encoder, for they are stale, as drop does."""
        self._drop(vector_encoder.c.name != encoder)

    def _drop(self, which: ColumnElement[bool]) -> None:
        encoders = select(vector_encoder.c.id).where(which)
        some = select(vector_block.c.id).where(vector_block.c.encoder_id.in_(encoders)).limit(_DROPPED_AT_ONCE)
        with self._database.reading() as connection:
            left = connection.execute(encoders).first() is not None
        while left:
            with self._database.writing() as connection:
                connection.execute(update(vector_encoder).where(which).values(done_upto=0))
                left = connection.execute(delete(vector_block).where(vector_block.c.id.in_(some))).rowcount > 0
                if not left:
                    connection.execute(delete(vector_encoder).where(which))


def _encoder(connection: Connection, name: str) -> int:
    number = connection.execute(select(vector_encoder.c.id).where(vector_encoder.c.name == name)).scalar_one_or_none()
    if number is None:
        added = insert(vector_encoder).values(name=name, done_upto=0).returning(vector_encoder.c.id)
        number = connection.execute(added).scalar_one()
    return int(number)


def _append(connection: Connection, encoder_id: int, new: Block) -> None:
    """Fill the last block up, then make new ones."""
    ids, vectors = new
    mine = select(vector_block).where(vector_block.c.encoder_id == encoder_id)
    last = connection.execute(mine.order_by(vector_block.c.last_id.desc()).limit(1)).one_or_none()
    if last is not None and len(last.ids) // _ID.itemsize < PER_BLOCK:
        held, before = _block(last)
        ids, vectors = np.concatenate([held, ids]), np.concatenate([before, vectors])
        connection.execute(delete(vector_block).where(vector_block.c.id == last.id))
    rows = [
        {
            "encoder_id": encoder_id,
            "first_id": int(ids[at]),
            "last_id": int(ids[at : at + PER_BLOCK][-1]),
            "ids": ids[at : at + PER_BLOCK].tobytes(),
            "vectors": vectors[at : at + PER_BLOCK].tobytes(),
        }
        for at in range(0, len(ids), PER_BLOCK)
    ]
    connection.execute(insert(vector_block), rows)


def _blocks(connection: Connection, encoder: str, mark: int) -> Iterator[Block]:
    wanted = select(vector_block).join(vector_encoder).where(vector_encoder.c.name == encoder, vector_block.c.id > mark)
    rows = connection.execute(wanted.order_by(vector_block.c.last_id)).yield_per(_BLOCKS_AT_ONCE)
    for row in rows:
        yield _block(row)


def _block(row: Row[Any]) -> Block:
    ids = np.frombuffer(row.ids, _ID)
    return ids, np.frombuffer(row.vectors, _NUMBER).reshape(len(ids), -1)


def _mark(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(vector_block.c.id), 0))).scalar_one())


def _without(block: Block, known: Ids) -> Block:
    new = ~np.isin(block[0], known)
    return block[0][new], block[1][new]


def _ranges(connection: Connection) -> Ids:
    """Return first numbers and ends of the documents' chunks, ascending, one row each."""
    wanted = select(document_file.c.first_chunk, document_file.c.first_chunk + document_file.c.chunks)
    wanted = wanted.where(document_file.c.chunks > 0).order_by(document_file.c.first_chunk)
    rows = [tuple(row) for row in connection.execute(wanted)]
    return np.array(rows, np.int64).reshape(-1, 2)


def _among(ids: Ids, ranges: Ids) -> Flags:
    if not len(ranges):
        return np.zeros(len(ids), np.bool_)
    at = np.searchsorted(ranges[:, 0], ids, "right") - 1
    within: Flags = (at >= 0) & (ids < ranges[np.maximum(at, 0), 1])
    return within
