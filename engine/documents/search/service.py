"""Finding documents: words at once, in any process; words and meaning together where an encoder is at hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.documents.search.passage_words import TermFinder
from engine.documents.search.pool import Blend, Pool, pool_of
from engine.documents.search.query import Query, names_place, understand
from engine.documents.search.snippet import said_words, snippet
from engine.documents.search.weighing import Frequencies, Weigher
from engine.domain.calendar import Calendar
from engine.domain.documents import Reasons, SearchHit
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.word_counts import WordCounts
from engine.storage.words import WordQuery, WordStore

if TYPE_CHECKING:
    from engine.documents.search.meaning import Meaning
    from engine.domain.encoding import Ids

MOST = 1_000
"""Documents of one answer at most."""

_LOOKED_AT = 60  # passages by words, and as many by meaning, where no more documents are wanted
_USED_FRESH_S = 300.0


@dataclass(frozen=True, slots=True)
class SearchParts:
    """What a search reads.

    last_used: when each document was in front last, by its number. budget_ms: about how long the index of words may
    take; where that is too short for all words, the frequent ones are left out.
    """

    words: WordStore
    counts: WordCounts
    documents: DocumentStore
    folders: FolderStore
    last_used: Callable[[], dict[int, int]]
    calendar: Callable[[], Calendar]
    budget_ms: float = 12.0


class DocumentSearch:
    """Answers questions about one profile's documents; every method may raise UsageError and Storage errors."""

    def __init__(self, parts: SearchParts, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._parts = parts
        self._monotonic = monotonic
        self._used: tuple[float, dict[int, int]] | None = None

    def words(self, question: str, limit: int = 20, *, typing: bool = False) -> list[SearchHit]:
        """Return the documents whose words answer best, each by its best passage, best first.

        typing: the last word may be unfinished.
        """
        query = self._understand(question, typing=typing)
        pool, weigher = self._pool(query, self._by_words(query, limit), ())
        passages, scores = pool.weighed(weigher)
        order = sorted(range(len(pool.documents)), key=_falling(scores, pool))
        return self._hits(query, pool, Blend(order[:limit], scores, passages, None), weigher.finder)

    def full(self, question: str, limit: int, meaning: Meaning) -> list[SearchHit]:
        """Return the documents whose words and meaning answer best; by words alone where the encoder cannot read it.

        Raises EncoderError where the weights cannot be used.
        """
        from engine.documents.search.blending import blend  # noqa: PLC0415  (NumPy, which words do without)

        query = self._understand(question)
        vector = meaning.question(query.text)
        if vector is None:
            return self.words(question, limit)
        by_meaning = meaning.top(vector, _looked_at(limit), self._among(query))
        pool, weigher = self._pool(query, self._by_words(query, limit), by_meaning)
        if not pool.candidates:
            return []
        vectors = meaning.of([one.passage.chunk_id for one in pool.candidates])
        found = blend(pool, weigher, vector, vectors, self._frequencies)
        return self._hits(
            query, pool, Blend(found.order[:limit], found.scores, found.passages, found.cosines), weigher.finder
        )

    def _understand(self, question: str, *, typing: bool = False) -> Query:
        folders = [folder.path for folder in self._parts.folders.all()] if names_place(question) else []
        return understand(question, self._parts.calendar(), folders, typing=typing)

    def _by_words(self, query: Query, limit: int) -> list[int]:
        wanted = WordQuery(query.wanted, query.phrases, query.unwanted, query.filters)
        return [hit.chunk_id for hit in self._parts.words.find(wanted, _looked_at(limit), self._parts.budget_ms)]

    def _among(self, query: Query) -> Ids | None:
        import numpy as np  # noqa: PLC0415

        ranges = self._parts.words.ranges(query.filters)
        if ranges is None:
            return None
        return np.concatenate([np.arange(0), *(np.arange(first, end) for first, end in ranges)]).astype(np.int64)

    def _pool(self, query: Query, by_words: Sequence[int], by_meaning: Sequence[int]) -> tuple[Pool, Weigher]:
        passages = self._parts.words.passages(list(dict.fromkeys([*by_words, *by_meaning])))
        documents = self._parts.documents.by_id({one.document_id for one in passages})
        pool = pool_of(passages, documents, query, frozenset(by_words))
        asked = self._frequencies([term.words[0] for term in query.wanted])
        return pool, Weigher(query.wanted, asked, query.text)

    def _frequencies(self, words: Sequence[str]) -> Frequencies:
        return Frequencies(*self._parts.counts.of(words))

    def _hits(self, query: Query, pool: Pool, found: Blend, finder: TermFinder) -> list[SearchHit]:
        used = self._last_used()
        hits = []
        for place in found.order:
            at = max(pool.of(place), key=lambda one: (found.worth(one), -one))
            candidate, document = pool.candidates[at], pool.documents[place]
            words = said_words(query.text, finder, set(finder.counts(candidate.words)))
            near = None if found.cosines is None else found.cosines[at]
            hits.append(
                SearchHit(
                    document,
                    float(found.scores[place]),
                    snippet(candidate.passage.text, finder),
                    candidate.passage.page,
                    candidate.passage.heading,
                    Reasons(words, near),
                    used.get(document.id),
                )
            )
        return hits

    def _last_used(self) -> dict[int, int]:
        now = self._monotonic()
        if self._used is None or now - self._used[0] > _USED_FRESH_S:
            self._used = now, self._parts.last_used()
        return self._used[1]


def _looked_at(limit: int) -> int:
    return max(_LOOKED_AT, 2 * min(limit, MOST))


def _falling(scores: Sequence[float], pool: Pool) -> Callable[[int], tuple[float, int]]:
    return lambda place: (-scores[place], pool.documents[place].id)
