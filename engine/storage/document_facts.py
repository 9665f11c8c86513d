"""What is known of every indexed document, for who chooses among them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text

from engine.domain.advice_sources import DocumentFact
from engine.domain.documents import DocumentState
from engine.storage.database import Reads
from engine.storage.vectors import VectorStore

_NS_PER_MS = 1_000_000
_FACTS = text(
    """SELECT id, path, title, kind, mtime_ns, indexed_ms, first_chunk, chunks FROM document_file
WHERE state = :state ORDER BY id"""
)
_REVISION = text(
    """SELECT count(*), coalesce(max(id), 0), coalesce(sum(id), 0), coalesce(max(indexed_ms), 0),
    coalesce(sum(indexed_ms % 1000003), 0) FROM document_file WHERE state = :state"""
)
_INDEXED = {"state": DocumentState.INDEXED.value}


class DocumentFactReader:
    """Reads the documents that can be named; raises Storage errors."""

    def __init__(self, database: Reads) -> None:
        self._database = database

    def facts(self) -> list[DocumentFact]:
        """Return every indexed document, by number."""
        with self._database.reading() as connection:
            return [
                DocumentFact(
                    number, os.fsdecode(path), title, kind, min(mtime_ns // _NS_PER_MS, indexed_ms), first, chunks
                )
                for number, path, title, kind, mtime_ns, indexed_ms, first, chunks in connection.execute(
                    _FACTS, _INDEXED
                )
            ]

    def revision(self) -> tuple[int, ...]:
        """Return numbers that differ whenever facts would."""
        with self._database.reading() as connection:
            return tuple(int(one) for one in connection.execute(_REVISION, _INDEXED).one())


def mean_vectors(facts: Sequence[DocumentFact], vectors: VectorStore, encoder: str) -> NDArray[np.float32] | None:
    """Return the mean of the vectors of each document's passages, zeros for none; None where there are no vectors.

    A few milliseconds per thousand passages; only sums are kept in memory.
    """
    order = sorted(range(len(facts)), key=lambda place: (facts[place].first_chunk, facts[place].chunks))
    firsts = np.array([facts[place].first_chunk for place in order], np.int64)
    ends = firsts + np.array([facts[place].chunks for place in order], np.int64)
    sums: NDArray[np.float32] | None = None
    for ids, block in _blocks(vectors, encoder) if facts else ():
        if sums is None:
            sums = np.zeros((len(facts), block.shape[1]), np.float32)
        place = np.searchsorted(firsts, ids, "right") - 1
        within = np.flatnonzero((place >= 0) & (ids < ends[place]))
        if len(within):  # passages come by number, so those of a document follow one another
            begins = np.flatnonzero(np.diff(place[within], prepend=-1))
            sums[place[within][begins]] += np.add.reduceat(block[within], begins)
    if sums is None:
        return None
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    means = np.empty_like(sums)
    means[order] = np.divide(sums, lengths, out=sums, where=lengths > 0)
    return means


def _blocks(vectors: VectorStore, encoder: str) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    for ids, block in vectors.blocks(encoder):
        yield np.asarray(ids, np.int64), np.asarray(block, np.float32)
