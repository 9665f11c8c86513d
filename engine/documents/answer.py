"""Answers questions by words and meaning, one JSON line each, while both stay in memory; what `work answer` does.

A question is {"id": 1, "query": "...", "limit": 20}; its answer {"id": 1, "hits": [...]} or {"id": 1, "error": {...}}.
Documents go by their numbers: who asks has the same database.
"""

from __future__ import annotations

import json
import os
import queue
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from engine.documents.search.service import MOST, DocumentSearch
from engine.domain.errors import EncoderError, KairosError, UsageError

if TYPE_CHECKING:
    from engine.documents.search.meaning import Meaning
    from engine.domain.documents import SearchHit

IDLE_S = 300.0
"""So long without a question, and the memory is given back."""

LONGEST_LINE = 65_536
_BLOCK = 65_536
_WAITING = 64  # questions that may wait; who sends more is not read on until there is room
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
        self._idle_s = idle_s
        self._lines: queue.Queue[bytes | None] = queue.Queue(_WAITING)

    def run(self, input_fd: int, output: BinaryIO) -> None:
        """Read questions from the descriptor and write answers; what is read is bounded, whatever is sent."""
        threading.Thread(target=self._read, args=(input_fd,), name="questions", daemon=True).start()
        self._warm()
        while True:
            try:
                line = self._lines.get(timeout=self._idle_s)
            except queue.Empty:
                return
            if line is None:
                return
            try:
                output.write(self.answer(line) + b"\n")
                output.flush()
            except BrokenPipeError:
                return

    def answer(self, line: bytes) -> bytes:
        """Return the answer to one line; expected errors are answers, too."""
        number: int | None = None
        try:
            number, query, limit = _question(line)
            hits = self._search.full(query, limit, self._loaded())
        except KairosError as error:
            told = {"kind": type(error).__name__, "title": error.title, "message": error.message}
            return json.dumps({"id": number, "error": told}).encode()
        return json.dumps({"id": number, "hits": [hit_as_json(hit) for hit in hits]}).encode()

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

    def _read(self, input_fd: int) -> None:
        for line in _lines(input_fd):
            self._lines.put(line)
        self._lines.put(None)


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


def _question(line: bytes) -> tuple[int, str, int]:
    try:
        said = json.loads(line)
        number, query, limit = said["id"], said["query"], said.get("limit", 20)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise UsageError("This is no question. Write {“id”: 1, “query”: “words”, “limit”: 20} on one line.") from cause
    if not (type(number) is int and isinstance(query, str) and type(limit) is int and 0 < limit <= MOST):
        raise UsageError(f"A question has a whole number as id, a text as query and a limit from 1 to {MOST}.")
    return number, query, limit


def _lines(input_fd: int) -> Iterator[bytes]:
    """Yield whole lines; of one that is too long only the beginning, which is no question."""
    held, passing = b"", False
    while block := _block(input_fd):
        *whole, rest = (held + block).split(b"\n")
        for line in whole:
            if not passing:
                yield line[:LONGEST_LINE]
            passing = False
        held = b"" if passing else rest
        if len(held) > LONGEST_LINE:
            yield held[:LONGEST_LINE]
            held, passing = b"", True


def _block(input_fd: int) -> bytes:
    try:
        return os.read(input_fd, _BLOCK)
    except OSError:
        return b""
