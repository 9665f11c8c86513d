"""The candidates of one question: passages that words or meaning found, seen as the documents they belong to."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.documents.search.passage_words import PassageWords, holds, passage_words, words_of
from engine.documents.search.query import Query
from engine.documents.search.weighing import Weigher, whole
from engine.domain.documents import Document, Passage
from engine.storage.queries.document_rows import title_words

if TYPE_CHECKING:
    from engine.domain.encoding import Vectors


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with its words, and the place of its document among those of the pool."""

    passage: Passage
    words: PassageWords = field(repr=False)
    place: int


@dataclass(frozen=True, slots=True)
class Pool:
    """The passages, and the documents they are of, both in the order they were found."""

    candidates: tuple[Candidate, ...]
    documents: tuple[Document, ...]

    def best(self, scores: Sequence[float]) -> list[float]:
        """Return each document's best score, of one score per candidate."""
        found = [float("-inf")] * len(self.documents)
        for one, score in zip(self.candidates, scores, strict=True):
            found[one.place] = max(found[one.place], score)
        return found

    def weighed(self, weigher: Weigher) -> tuple[list[float], list[float]]:
        """Return what each candidate weighs by words, and each document: its best passage, and all found together."""
        seen = [weigher.seen(one.words) for one in self.candidates]
        passages = weigher.scores(seen)
        together = weigher.scores([whole([seen[at] for at in ats]) for ats in self._by_document()])
        return passages, [best + all_of_it for best, all_of_it in zip(self.best(passages), together, strict=True)]

    def _by_document(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.documents]
        for at, one in enumerate(self.candidates):
            found[one.place].append(at)
        return found

    def of(self, place: int) -> list[int]:
        """Return the places of the document's candidates."""
        return [at for at, one in enumerate(self.candidates) if one.place == place]

    def middles(self, vectors: Vectors) -> Vectors:
        """Return a vector of length 1 for each document: the middle of its candidates', one of zeros for none."""
        import numpy as np  # noqa: PLC0415  (a question by words alone does without)

        found: Vectors = np.zeros((len(self.documents), vectors.shape[1]), np.float32)
        np.add.at(found, [one.place for one in self.candidates], vectors)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        middles: Vectors = (found / np.where(lengths > 0, lengths, 1)).astype(np.float32)
        return middles


@dataclass(frozen=True, slots=True)
class Blend:
    """The order of the documents by their places in the pool, best first, and what it rests on.

    scores: of each document. passages: each candidate's weight by words. cosines: each candidate's nearness to the
    question, None for one without a vector; None as a whole where meaning was not asked.
    """

    order: Sequence[int]
    scores: Sequence[float]
    passages: Sequence[float]
    cosines: Sequence[float | None] | None

    def worth(self, at: int) -> float:
        """Return how fit a candidate is to stand for its document."""
        most = max(self.passages, default=0.0) or 1.0
        cosine = 0.0 if self.cosines is None else self.cosines[at] or 0.0
        return self.passages[at] / most + cosine


def pool_of(
    passages: Sequence[Passage], documents: dict[int, Document], query: Query, by_words: Container[int]
) -> Pool:
    """Return the pool of passages whose documents are there and that the question does not shut out.

    by_words: the numbers of passages that the index of words found, which has looked at that.
    """
    places: dict[int, int] = {}
    candidates: list[Candidate] = []
    titles: dict[int, list[str]] = {}
    for passage in passages:
        document = documents.get(passage.document_id)
        if document is None:
            continue
        if document.id not in titles:
            titles[document.id] = words_of(title_words(document.title, document.identity.path))
        words = passage_words(passage.text, passage.heading, titles[document.id])
        if passage.chunk_id in by_words or _let_through(words, query):
            place = places.setdefault(document.id, len(places))
            candidates.append(Candidate(passage, words, place))
    return Pool(tuple(candidates), tuple(documents[number] for number in places))


def _let_through(words: PassageWords, query: Query) -> bool:
    return all(holds(words, one) for one in query.phrases) and not any(holds(words, one) for one in query.unwanted)
