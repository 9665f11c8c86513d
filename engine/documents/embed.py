"""Gives chunks their vectors: what the encoder has not seen yet, in order, until none is left or it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.halt import PHASES, Halt, Halting
from engine.documents.power import of_passages
from engine.documents.progress import Progress
from engine.domain.documents import IndexPhase

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder
    from engine.storage.vectors import VectorStore

AT_ONCE = 64
"""Chunks of one step: a second or two of work, which is lost where the process is killed."""

_PASSED_OVER = 2_000  # chunks looked at in one step where the encoder reads none of them


class Embedding:
    """One encoder's way through the chunks."""

    def __init__(self, vectors: VectorStore, encoder: Encoder, progress: Progress, halting: Halting) -> None:
        self._vectors = vectors
        self._encoder = encoder
        self._progress = progress
        self._halting = halting

    def due(self) -> int:
        """Return how many chunks the encoder has not seen."""
        seen, there = self._vectors.counts(self._encoder.name)
        return there - seen

    def run(self) -> Halt | None:
        """Work until every chunk was seen; return why it left off before, None where it did not.

        Vectors of other encoders are forgotten first. Raises EncoderError and Storage errors.
        """
        self._vectors.keep_only(self._encoder.name)
        due, done, halted = self.due(), 0, None
        self._halting.look_again()
        self._progress.begin(IndexPhase.MEANING, due)
        limit = AT_ONCE
        while pending := self._vectors.pending(self._encoder.name, limit):
            halted = self._halting.now(max(due - done, 0))
            if halted is not None:
                break
            read = self._step(pending)
            limit = AT_ONCE if read else _PASSED_OVER
            done += len(pending)
            self._progress.move(done, max(due, done))
        # Else the sentence of who indexes goes on standing: it is told once, and may be about folders out of reach.
        note = of_passages(self._halting.reason) if halted is Halt.POWER else None
        self._progress.rest(PHASES.get(halted, IndexPhase.IDLE), note)
        return halted

    def _step(self, pending: list[tuple[int, str]]) -> int:
        """Embed what the encoder reads of these chunks; return how many those were."""
        import numpy as np  # noqa: PLC0415  (not for the processes that only look whether there is work)

        wanted = [(number, text) for number, text in pending if text and self._encoder.reads(text)][:AT_ONCE]
        last = pending[-1][0]
        if len(wanted) == AT_ONCE:
            last = wanted[-1][0]
        if wanted:
            vectors = self._encoder.encode([text for _, text in wanted]).astype(np.float16)
        else:
            vectors = np.zeros((0, self._encoder.dimensions), np.float16)
        self._vectors.put(self._encoder.name, [number for number, _ in wanted], vectors, last)
        return len(wanted)
