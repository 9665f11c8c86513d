"""The documents that can be named, kept in memory and read again once they have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from engine.domain.advice_sources import DocumentFact, KnownDocuments
from engine.mind.advise.plain_documents import TitleWords, name_of, telling_words


@dataclass(frozen=True, slots=True)
class Library:
    """Documents with what is made of their titles. revision: differs whenever they would."""

    facts: tuple[DocumentFact, ...]
    revision: tuple[int, ...]
    words: TitleWords = field(repr=False)
    by_id: dict[int, DocumentFact] = field(repr=False)

    def __len__(self) -> int:
        return len(self.facts)

    def title(self, document: int) -> str:
        """Return what a person knows the document by: its title, else its file's name."""
        return name_of(self.by_id[document])

    def alike(self, one: int, other: int) -> float:
        """Return how alike the words of two titles are: a cosine, 0 for documents that are gone."""
        if one not in self.by_id or other not in self.by_id:
            return 0.0
        first, second = (set(telling_words(self.by_id[number])) for number in (one, other))
        return len(first & second) / sqrt(len(first) * len(second)) if first and second else 0.0


class Shelves:
    """Follows the indexed documents; raises Storage errors."""

    def __init__(self, documents: KnownDocuments) -> None:
        self._documents = documents
        self._library: Library | None = None

    def library(self) -> Library:
        """Return the documents as they are now."""
        revision = self._documents.revision()
        if self._library is None or self._library.revision != revision:
            self._library = library_of(self._documents.facts(), revision)
        return self._library


def library_of(facts: Sequence[DocumentFact], revision: tuple[int, ...] = ()) -> Library:
    """Return the documents ready to be chosen from."""
    return Library(tuple(facts), revision, TitleWords(facts), dict(_by_id(facts)))


def _by_id(facts: Sequence[DocumentFact]) -> Iterator[tuple[int, DocumentFact]]:
    for fact in facts:
        yield fact.id, fact
