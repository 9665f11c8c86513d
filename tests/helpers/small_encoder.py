"""A tiny encoder that knows what a few words mean, and an exact search among its vectors; no torch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.domain.encoding import HalfVectors, Ids, Vectors

MEANINGS = (
    {"car", "automobile", "vehicle", "driving"},
    {"cat", "kitten", "feline"},
    {"budget", "money", "cost", "spending"},
)


class SmallEncoder:
    """Tells topics apart by their words; does not read Chinese."""

    name = "small 000000000000"
    dimensions = len(MEANINGS) + 1

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def reads(self, text: str) -> bool:
        """Whether the text is written in Latin letters."""
        return any(one.isascii() and one.isalpha() for one in text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return how much of each topic there is."""
        self.encoded.extend(texts)
        rows = [[*(_share(text, topic) for topic in MEANINGS), 0.2] for text in texts]
        vectors = np.array(rows, np.float32)
        found: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return found


class SmallNearest:
    """Vectors in a dictionary."""

    def __init__(self) -> None:
        self.held: dict[int, Vectors] = {}

    def load(self, blocks: Iterable[tuple[Ids, HalfVectors]]) -> None:
        """Take in all."""
        self.held = {}
        for ids, vectors in blocks:
            self.add(ids, vectors)

    def add(self, ids: Ids, vectors: HalfVectors) -> None:
        """Take in more."""
        self.held.update(zip(ids.tolist(), vectors.astype(np.float32), strict=True))

    def remove(self, ids: Ids) -> None:
        """Forget."""
        for number in ids.tolist():
            self.held.pop(number, None)

    def top(self, query: Vectors, k: int, among: Ids | None = None) -> list[tuple[int, float]]:
        """Return the nearest."""
        allowed = set(self.held) if among is None else set(among.tolist()) & set(self.held)
        scored = [(number, float(self.held[number] @ query)) for number in allowed]
        return sorted(scored, key=lambda pair: (-pair[1], pair[0]))[:k]

    def of(self, ids: Ids) -> Vectors:
        """Return vectors, zeros for the unknown."""
        return np.stack(
            [self.held.get(number, np.zeros(SmallEncoder.dimensions, np.float32)) for number in ids.tolist()]
        )


def _share(text: str, topic: set[str]) -> float:
    words = text.casefold().replace(".", " ").split()
    return float(sum(word in topic for word in words))
