"""What can be read of documents: a document is one thing to read, a feed as many as it has entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePath

from engine.domain.advice_sources import DocumentFact
from engine.domain.documents import DocumentKind

MOST_ENTRIES = 100
"""So many entries of a feed are looked at, from its beginning, where new ones stand."""

_MARK_BYTES = 6  # so that the number is exact as a float

Passage = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Readable:
    """One thing to read. feed: what the feed is called that it is an entry of, "" for a document; place: in the feed.

    mark: tells entries of one feed apart, 0 for a document. texts: what it says; None for not looked into yet.
    """

    fact: DocumentFact
    title: str = field(repr=False)
    texts: tuple[str, ...] | None = field(default=None, repr=False)
    feed: str = field(default="", repr=False)
    place: int = 0
    mark: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """What tells it from all others: the document's number and the mark."""
        return self.fact.id, self.mark


def is_feed(fact: DocumentFact) -> bool:
    """Return whether a document may have entries."""
    return fact.kind == DocumentKind.FEED.value


def document_of(fact: DocumentFact) -> Readable:
    """Return a document as one thing to read."""
    return Readable(fact, name_of(fact))


def entries_of(fact: DocumentFact, passages: Sequence[Passage]) -> list[Readable]:
    """Return the entries of a feed in their order; an outline, which has none, is one thing to read itself."""
    texts: dict[str, list[str]] = {}
    for heading, text in passages:
        if heading and (heading in texts or len(texts) < MOST_ENTRIES):
            texts.setdefault(heading, []).append(text)
    if not texts:
        return [document_of(fact)]
    return [
        Readable(fact, title, tuple(said), name_of(fact), place, mark_of(title))
        for place, (title, said) in enumerate(texts.items())
    ]


def mark_of(title: str) -> int:
    """Return what an entry is remembered by; its title cannot be read from it."""
    digest = blake2b(title.encode(errors="replace"), digest_size=_MARK_BYTES).digest()
    return int.from_bytes(digest, "big") or 1


def name_of(fact: DocumentFact) -> str:
    """Return what a document is called."""
    return fact.title or PurePath(fact.path).stem
