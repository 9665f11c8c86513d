"""The best chunks spread over documents, so that a long one that says a word on every page does not hide the others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

# A document's chunks are the numbers from its first one on: told by its index alone, without reading a chunk.
_DOCUMENTS = """SELECT value,
    (SELECT id FROM document_file WHERE first_chunk <= value ORDER BY first_chunk DESC LIMIT 1) AS document_id
FROM json_each(?)"""
_RANGES = "SELECT first_chunk, first_chunk + chunks - 1 FROM document_file WHERE id IN (SELECT value FROM json_each(?))"

_OF_ONE = 3
"""Chunks of one document at most while others are left; so many are enough to weigh it by."""

_MOST_ASKED_AGAIN = 2


@dataclass(frozen=True, slots=True)
class WordHit:
    """A chunk that holds words of the question; the higher the score, the better."""

    chunk_id: int
    document_id: int
    score: float


def best_spread(connection: Connection, ask: Callable[[str], dict[int, float]], limit: int, most: int) -> list[WordHit]:
    """Return the best chunks, best first, of many documents where there are many.

    ask: gives scores by chunk, at most so many as most says, under a further condition on rowid or none. Where long
    documents take all of them, it is asked for what others hold.
    """
    scores = ask("")
    hits = _with_documents(connection, scores)
    long: set[int] = set()
    for _ in range(_MOST_ASKED_AGAIN):
        counts = Counter(hit.document_id for hit in hits)
        longer = {number for number, count in counts.items() if count > _OF_ONE} - long
        if len(scores) < most or not longer or sum(min(count, _OF_ONE) for count in counts.values()) >= limit:
            break
        long |= longer
        scores = ask(_none_of(connection, long))
        hits += _with_documents(connection, scores)
    return _spread(sorted(hits, key=_rank), limit)


def _spread(best: Sequence[WordHit], limit: int) -> list[WordHit]:
    taken: Counter[int] = Counter()
    within: list[WordHit] = []
    beyond: list[WordHit] = []
    for hit in best:
        taken[hit.document_id] += 1
        (within if taken[hit.document_id] <= _OF_ONE else beyond).append(hit)
    return sorted([*within, *beyond][:limit], key=_rank)


def _rank(hit: WordHit) -> tuple[float, int]:
    return -hit.score, hit.chunk_id


def _none_of(connection: Connection, documents: Iterable[int]) -> str:
    ranges = connection.exec_driver_sql(_RANGES, (json.dumps(list(documents)),))
    return "".join(f" AND rowid NOT BETWEEN {first:d} AND {last:d}" for first, last in ranges)


def _with_documents(connection: Connection, scores: Mapping[int, float]) -> list[WordHit]:
    rows = connection.exec_driver_sql(_DOCUMENTS, (json.dumps(list(scores)),))
    return [WordHit(row.value, row.document_id, scores[row.value]) for row in rows]
