"""Terms in the language of the index of words, and in how many chunks they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from engine.domain.word_tokens import WordTerm
from engine.storage.tables import WORDS, WORDS_VOCABULARY

_PROBED = 2_000
_MOST_COPIES = 4
_MOST_ENDINGS = 24
_ENDINGS_READ = 4_000
_SHORTEST_BEGINNING = 3

_REACHED = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ? LIMIT 1 OFFSET {_PROBED}"  # noqa: S608  (our own names)
_COUNTED = f"SELECT count(*) FROM {WORDS} WHERE {WORDS} MATCH ?"  # noqa: S608
_ENDINGS = f"SELECT term, doc FROM {WORDS_VOCABULARY} WHERE term >= ? AND term < ? LIMIT {_ENDINGS_READ}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Extent:
    """Between which numbers the chunks lie, and how many there are."""

    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class Sought:
    """One term as the index is asked for it, and in about how many chunks it is."""

    match: str
    chunks: int
    weight: float

    @property
    def copies(self) -> int:
        """How often it stands in the question, so that it counts by its weight."""
        return max(1, min(round(self.weight), _MOST_COPIES))

    def rarity(self, count: int) -> float:
        """What it counts where it is found once, of so many chunks: nothing where it is in most."""
        without = max(count - self.chunks, 0)
        return self.weight * max(0.0, math.log((without + 0.5) / (self.chunks + 0.5)))


def extent_of(connection: Connection, before: Extent | None = None) -> Extent | None:
    """Return between which numbers the chunks lie, None where there are none.

    before: what was returned last; while no chunk came, its count is near enough.
    """
    first, last = connection.exec_driver_sql("SELECT (SELECT min(id) FROM chunk), (SELECT max(id) FROM chunk)").one()
    if first is None:
        return None
    if before is not None and before.last == last:
        return Extent(first, last, before.count)
    return Extent(first, last, int(connection.exec_driver_sql("SELECT sum(chunks) FROM document_file").scalar_one()))


def sought(connection: Connection, term: WordTerm, extent: Extent, allowed: float) -> Sought | None:
    """Return the term as it is asked for, None where it is nowhere.

    allowed: so many chunks may be read; the beginning of more is asked for by its most frequent endings.
    """
    match = _begun(connection, term, allowed) if term.prefix else _quoted(" ".join(term.words))
    chunks = _frequency(connection, match, extent)
    return Sought(match, chunks, term.weight) if chunks else None


def any_of(matches: Sequence[str]) -> str:
    """Return the question for chunks that hold any of these."""
    return " OR ".join(matches)


def _begun(connection: Connection, term: WordTerm, allowed: float) -> str:
    """Return the question for a term whose last word may go on; unbounded, reading it could take seconds."""
    whole, last = _quoted(" ".join(term.words)), term.words[-1]
    if last.isascii() and len(last) < _SHORTEST_BEGINNING:
        return whole
    if len(term.words) > 1:
        return f"{whole} *"
    endings = connection.exec_driver_sql(_ENDINGS, (last, last + "\U0010ffff")).all()
    if sum(chunks for _, chunks in endings) <= allowed and len(endings) < _ENDINGS_READ:
        return f"{whole} *"
    kept, left = [whole], allowed
    for ending, chunks in sorted(endings, key=lambda row: -row[1])[:_MOST_ENDINGS]:
        if ending != last and chunks <= left:
            kept.append(_quoted(ending))
            left -= chunks
    return f"({any_of(kept)})"


def _frequency(connection: Connection, match: str, extent: Extent) -> int:
    """Return in about how many chunks it is: few are counted, of more it is seen how close together they lie."""
    reached: int | None = connection.exec_driver_sql(_REACHED, (match,)).scalar_one_or_none()
    if reached is None:
        return int(connection.exec_driver_sql(_COUNTED, (match,)).scalar_one())
    seen, span = reached - extent.first + 1, extent.last - extent.first + 1
    return max(_PROBED, min(_PROBED * span // max(seen, 1), extent.count))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
