"""What questions and passages mean: the vectors of every chunk in memory, kept up with while they change."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from engine.storage.vectors import VectorStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from engine.domain.encoding import Encoder, HalfVectors, Ids, Nearest, Vectors


_REST = 20
"""While documents are being embedded, no more than one part in so many goes into keeping up."""


class Meaning:
    """An encoder and the vectors it has made; for one thread at a time, which the lock sees to.

    The first question loads both, which takes seconds; every other one first takes in what changed.
    """

    def __init__(
        self,
        encoder: Encoder,
        nearest: Nearest,
        store: VectorStore,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._encoder = encoder
        self._nearest = nearest
        self._store = store
        self._known: set[int] | None = None
        self._mark = 0
        self._monotonic = monotonic
        self._rest_until = 0.0
        self._lock = threading.Lock()

    def question(self, text: str) -> Vectors | None:
        """Return the question's vector, None where the encoder does not read its script; raises EncoderError."""
        with self._lock:
            return self._encoder.encode([text])[0] if self._encoder.reads(text) else None

    def top(self, question: Vectors, count: int, among: Ids | None = None) -> list[int]:
        """Return the numbers of the nearest chunks, nearest first; raises Storage errors."""
        with self._lock:
            self._follow()
            return [number for number, _ in self._nearest.top(question, count, among)] if self._known else []

    def of(self, chunk_ids: Sequence[int]) -> Vectors:
        """Return the chunks' vectors, zeros for those that have none."""
        import numpy as np  # noqa: PLC0415

        with self._lock:
            return self._nearest.of(np.array(list(chunk_ids), np.int64))

    def follow(self) -> None:
        """Take in what changed; raises Storage errors."""
        with self._lock:
            self._follow()

    def _follow(self) -> None:
        import numpy as np  # noqa: PLC0415

        name = self._encoder.name
        if self._known is None:
            known: set[int] = set()
            self._mark = self._store.mark()
            self._nearest.load(_noted(self._store.blocks(name), known))
            self._known = known
            return
        # A removed chunk may stay until the next change: it has no passage any more, so nothing comes of it.
        if self._store.mark() == self._mark or self._monotonic() < self._rest_until:
            return
        begun = self._monotonic()
        changes = self._store.changes(name, self._mark, np.array(sorted(self._known), np.int64))
        self._nearest.remove(changes.removed)
        self._known -= set(changes.removed.tolist())
        for ids, vectors in changes.added:
            self._nearest.add(ids, vectors)
            self._known |= set(ids.tolist())
        self._mark = changes.mark
        done = self._monotonic()
        self._rest_until = done + _REST * (done - begun)


def _noted(blocks: Iterable[tuple[Ids, HalfVectors]], known: set[int]) -> Iterator[tuple[Ids, HalfVectors]]:
    for ids, vectors in blocks:
        known.update(ids.tolist())
        yield ids, vectors
