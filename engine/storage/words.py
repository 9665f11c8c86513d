"""Finding chunks by their words."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from engine.domain.documents import Passage, SearchFilters
from engine.domain.word_tokens import WordTerm
from engine.storage.database import Database
from engine.storage.queries.document_filter import Range, chunk_ranges
from engine.storage.queries.word_best import Terms, best_of
from engine.storage.queries.word_match import Extent, extent_of, sought
from engine.storage.queries.word_spread import WordHit, best_spread

__all__ = ["FIELD_WEIGHTS", "WordHit", "WordQuery", "WordStore", "budget_for"]

FIELD_WEIGHTS = (2.0, 1.5, 1.0)
"""How much more a word counts in a document's title, in a heading, in the text."""

_MS_PER_READ = 0.0008
_FASTEST, _SLOWEST = 0.0003, 0.01
_LEARNT = 0.2  # how much the last answer says of how fast this machine is
_FEWEST_TO_LEARN_FROM = 2_000
_FEWEST_READS = 8_000  # with less the answers get worse before they get much faster
_BUDGETED_CHUNKS, _BUDGET_GROWTH = 100_000, 0.65
_OVERDUE = 3  # so many times the budget and an answer is broken off
_CANDIDATES = 3
_OPCODES = 1_000  # between looks at the clock
_INTERRUPTED = 9
_ANYTHING = SearchFilters()
_MOST_WORDS = 200  # of a question; whoever pastes a whole text is answered by how it begins

_PASSAGES = """SELECT id, document_id, text, heading, page FROM chunk WHERE id IN (SELECT value FROM json_each(?))"""
_SHARES = (1.0, 0.2, 0.04)  # of what the budget allows: asked again with less after an answer was broken off


@dataclass(frozen=True, slots=True)
class WordQuery:
    """What to find: chunks with all of must and none of must_not, best those with more of any.

    The terms are as engine.domain.word_tokens makes them of text.
    """

    any: Sequence[WordTerm] = ()
    must: Sequence[WordTerm] = ()
    must_not: Sequence[WordTerm] = ()
    filters: SearchFilters = _ANYTHING


class WordStore:
    """Asks the index of words; raises Storage errors.

    monotonic: seconds of a clock that never steps. busy: seconds this thread has worked.
    """

    def __init__(
        self,
        database: Database,
        monotonic: Callable[[], float] = time.monotonic,
        busy: Callable[[], float] = time.thread_time,
    ) -> None:
        self._database = database
        self._monotonic = monotonic
        self._busy = busy
        self._ms_per_read = _MS_PER_READ
        self._extent: Extent | None = None

    def find(
        self,
        query: WordQuery,
        limit: int = 100,
        budget_ms: float = 15.0,
        field_weights: tuple[float, float, float] = FIELD_WEIGHTS,
    ) -> list[WordHit]:
        """Return the best chunks, best first, in about so many milliseconds of work, as budget_for says.

        The rarest words are asked first, for they tell most; those the budget does not reach still lift the chunks
        the others found. Where even one word is in more chunks than can be read, the latest chunks are. One document
        takes no more than a few places while others are left: a book must not hide a note.
        """
        with self._database.reading() as connection:
            extent = self._extent = extent_of(connection, self._extent)
            if extent is None:
                return []
            budget_ms = budget_for(extent.count, budget_ms)
            ranges = chunk_ranges(connection, query.filters)
            terms = _terms(connection, query, extent, self._allowed(budget_ms))
            if ranges == [] or terms is None:
                return []
            with _among(connection, ranges, extent) as narrowed:

                def ask(besides: str) -> dict[int, float]:
                    asked = (terms, extent, field_weights, narrowed + besides, limit * _CANDIDATES)
                    return self._timed(connection, asked, budget_ms, again=bool(besides))

                return best_spread(connection, ask, limit, limit * _CANDIDATES)

    def passages(self, chunk_ids: Sequence[int]) -> list[Passage]:
        """Return the chunks of these numbers that are there, in this order."""
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(_PASSAGES, (json.dumps(list(chunk_ids)),))
            found = {row[0]: Passage(*row) for row in rows}
        return [found[number] for number in chunk_ids if number in found]

    def ranges(self, filters: SearchFilters) -> list[Range] | None:
        """Return which chunks the filters let through, as first numbers and ends, ascending; None for all."""
        with self._database.reading() as connection:
            return chunk_ranges(connection, filters)

    def _allowed(self, budget_ms: float) -> float:
        return max(budget_ms / self._ms_per_read, min(_FEWEST_READS, budget_ms / _FASTEST))

    def _timed(self, connection: Connection, asked: Any, budget_ms: float, *, again: bool) -> dict[int, float]:
        """Ask, and ask for less where it takes far longer than it should."""
        terms, extent, *rest = asked
        for share in _SHARES:
            begun, until = self._busy(), self._monotonic() + _OVERDUE * budget_ms / 1_000
            if share == _SHARES[-1]:
                until = float("inf")
            try:
                with _deadline(connection, self._monotonic, until):
                    allowed = share * self._allowed(budget_ms)
                    scores, reads = best_of(connection, terms, extent, allowed, *rest, again=again)
            except OperationalError as cause:
                if getattr(cause.orig, "sqlite_errorcode", 0) != _INTERRUPTED:
                    raise
                continue
            self._learn(reads, (self._busy() - begun) * 1_000)
            return scores
        return {}

    def _learn(self, reads: float, took_ms: float) -> None:
        if reads >= _FEWEST_TO_LEARN_FROM:
            pace = min(max(took_ms / reads, _FASTEST), _SLOWEST)
            self._ms_per_read += _LEARNT * (pace - self._ms_per_read)


def budget_for(chunks: int, budget_ms: float) -> float:
    """Return the budget for an index of so many chunks, budget_ms being meant for 100,000 or fewer.

    Of a million, answers within the same time miss a quarter of the ten best; with 4.5 times as much, one in 25.
    """
    return budget_ms * math.pow(max(1.0, chunks / _BUDGETED_CHUNKS), _BUDGET_GROWTH)


def _terms(connection: Connection, query: WordQuery, extent: Extent, allowed: float) -> Terms | None:
    """Return what is asked for; None where nothing can be found: a word all must hold is nowhere, or no word is."""

    def known(terms: Iterable[WordTerm]) -> list[Any]:
        found = [sought(connection, term, extent, allowed) for term in terms]
        return sorted((one for one in found if one is not None), key=lambda one: one.chunks)

    terms = Terms(known(query.any[:_MOST_WORDS]), known(query.must), known(query.must_not))
    if len(terms.must) < len(query.must) or not (terms.any or terms.must):
        return None
    return terms


@contextmanager
def _among(connection: Connection, ranges: Sequence[Range] | None, extent: Extent) -> Iterator[str]:
    """Give the condition that a chunk lies in one of the ranges; looked up in a table, it costs next to nothing."""
    raw: Any = connection.connection.dbapi_connection
    if ranges is None:
        yield ""
        return
    table = bytearray(extent.last + 1)
    for first, end in ranges:
        table[first:end] = b"\1" * (end - first)
    raw.create_function("kairos_among", 1, table.__getitem__)
    try:
        yield " AND kairos_among(rowid)"
    finally:
        raw.create_function("kairos_among", 1, None)


@contextmanager
def _deadline(connection: Connection, monotonic: Callable[[], float], until: float) -> Iterator[None]:
    """Break off what is asked inside once the moment has passed."""
    raw: Any = connection.connection.dbapi_connection
    raw.set_progress_handler(lambda: monotonic() > until, _OPCODES)
    try:
        yield
    finally:
        raw.set_progress_handler(None, _OPCODES)
