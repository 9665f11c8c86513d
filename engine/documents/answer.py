"""Answers questions by words and meaning while both stay in memory; what `work answer` does.

A question is {"id": 1, "query": "...", "limit": 20}; its answer {"id": 1, "hits": [...]} or {"id": 1, "error": {...}}.
Documents go by their numbers: who asks has the same database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from engine.documents.search.service import MOST, DocumentSearch
from engine.domain.errors import EncoderError, KairosError, UsageError
from engine.talking import IDLE_S, Listener, reply

if TYPE_CHECKING:
    from engine.documents.search.meaning import Meaning
    from engine.domain.documents import SearchHit

_NO_ENCODER = "No sentence encoder is installed, so documents are found by their words alone."

MeaningOf = Callable[[], "Meaning | None"]


class AnswerLoop:
    """Answers until its input ends, nobody asks for a while, or it is told to stop.

    meaning: gives what questions mean, None where no encoder is installed; asked again until it succeeds once.
    """

    def __init__(self, search: DocumentSearch, meaning: MeaningOf, *, idle_s: float = IDLE_S) -> None:
        self._search = search
        self._make = meaning
        self._meaning: Meaning | None = None
        self._listener = Listener(lambda line: reply(line, self._hits), self._warm, idle_s=idle_s)

    def run(self, input_fd: int, output: BinaryIO) -> None:
        """Read questions from the descriptor and write answers; what is read is bounded, whatever is sent."""
        self._listener.run(input_fd, output)

    def _hits(self, said: Mapping[str, Any]) -> dict[str, Any]:
        query, limit = _question(said)
        return {"hits": [hit_as_json(hit) for hit in self._search.full(query, limit, self._loaded())]}

    def _warm(self) -> None:
        """Load before the first question comes; what fails is told to who asks."""
        try:
            meaning = self._loaded()
            meaning.question("warm")
            meaning.follow()
        except KairosError:
            return

    def _loaded(self) -> Meaning:
        if self._meaning is None:
            self._meaning = self._make()
        if self._meaning is None:
            raise EncoderError(_NO_ENCODER)
        return self._meaning


def hit_as_json(hit: SearchHit) -> dict[str, Any]:
    """Return what was found, its document by number."""
    return {
        "document": hit.document.id,
        "score": hit.score,
        "text": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "page": hit.page,
        "heading": hit.heading,
        "words": list(hit.reasons.words),
        "similarity": hit.reasons.similarity,
        "used": hit.last_used_ms,
    }


def _question(said: Mapping[str, Any]) -> tuple[str, int]:
    query, limit = said.get("query"), said.get("limit", 20)
    if not (isinstance(query, str) and type(limit) is int and 0 < limit <= MOST):
        raise UsageError(f"A question has a whole number as id, a text as query and a limit from 1 to {MOST}.")
    return query, limit
