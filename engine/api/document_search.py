"""Searching documents: by words at once, in this process; by meaning too, asked of a process that stays warm."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import IO, Any, Protocol

from engine.documents.search.query import LONGEST
from engine.documents.search.service import DocumentSearch
from engine.domain.documents import Document, Reasons, SearchHit, Snippet
from engine.domain.errors import EncoderError, KairosError, StorageError, UsageError
from engine.domain.plain_text import plain, shortened
from engine.storage.documents import DocumentStore

TIMEOUT_S = 60.0
"""An answer that takes longer will not come: the first one loads the encoder, which a busy machine does slowly."""

_MOST_DIGITS = 18
_MOST_NAMED = 8
_SHOWN = 200

_KINDS: dict[str, type[KairosError]] = {"UsageError": UsageError, "EncoderError": EncoderError}


class AnswerProcess(Protocol):
    """A process that answers questions."""

    @property
    def questions(self) -> IO[bytes]:
        """What it reads."""
        ...

    @property
    def answers(self) -> IO[bytes]:
        """What it says."""
        ...

    def end(self) -> None:
        """Let it end, and make it end."""
        ...


class Unanswered(KairosError):
    """The process that knows meaning did not answer."""

    title = "Nothing was found by meaning"


class AnswerClient:
    """Asks a process of its own, which is started by the first question and ends with close, or by itself when idle.

    ask blocks, so a window asks from a thread; close may be called from any other, also while ask waits.
    """

    def __init__(
        self, start: Callable[[], AnswerProcess], documents: DocumentStore, *, timeout_s: float = TIMEOUT_S
    ) -> None:
        self._start = start
        self._documents = documents
        self._timeout_s = timeout_s
        self._asking = threading.Lock()
        self._handing = threading.Lock()
        self._talk: _Talk | None = None
        self._closed = False
        self._number = 0

    def ask(self, query: str, limit: int = 20) -> list[SearchHit]:
        """Return the documents whose words and meaning answer best, best first.

        A process that died is started anew once. Raises UsageError for a question that is not understood, EncoderError
        where there is no encoder, Unanswered where no answer comes, and Storage errors.
        """
        with self._asking:
            try:
                return self._asked(query, limit)
            except _Died:
                self._hang_up()
            try:
                return self._asked(query, limit)
            except _Died as cause:
                self._hang_up()
                raise Unanswered("The process that knows meaning ends at once. The log tells why.") from cause

    def close(self) -> None:
        """End the process; a question that waits is given up. Nothing can be asked afterwards."""
        self._closed = True
        self._hang_up()

    def _asked(self, query: str, limit: int) -> list[SearchHit]:
        talk = self._talking()
        self._number += 1
        asked = query[:LONGEST]  # more is not looked at, and too long a line would be no question
        talk.say(json.dumps({"id": self._number, "query": asked, "limit": limit}).encode() + b"\n")
        until = time.monotonic() + self._timeout_s
        while True:
            told = talk.hear(until - time.monotonic())
            if told is None:
                self._hang_up()
                raise Unanswered(f"No answer came within {self._timeout_s:.0f} seconds. Ask again, or use the words.")
            if told.get("id") == self._number:
                return self._hits(told)

    def _talking(self) -> _Talk:
        with self._handing:
            if self._closed:
                raise Unanswered("The search was closed.")
            if self._talk is None:
                try:
                    self._talk = _Talk(self._start())
                except OSError as cause:
                    raise Unanswered(f"The process cannot be started: {cause.strerror or cause}.") from cause
            return self._talk

    def _hang_up(self) -> None:
        with self._handing:
            talk, self._talk = self._talk, None
        if talk is not None:
            talk.end()

    def _hits(self, told: dict[str, Any]) -> list[SearchHit]:
        error = told.get("error")
        if error is not None:
            raise _KINDS.get(error["kind"], StorageError)(error["message"], title=error["title"])
        documents = self._documents.by_id([hit["document"] for hit in told["hits"]])
        return [_hit(hit, documents[hit["document"]]) for hit in told["hits"] if hit["document"] in documents]


class DocumentFinding:
    """Finds documents of one profile, and finds one by its number or path."""

    def __init__(
        self, search: Callable[[], DocumentSearch], documents: DocumentStore, start: Callable[[], AnswerProcess]
    ) -> None:
        self._make = search
        self._search: DocumentSearch | None = None
        self._documents = documents
        self._start = start

    def search(self, query: str, limit: int = 20, *, typing: bool = True) -> list[SearchHit]:
        """Return the documents whose words answer best; typing: the last word may be unfinished. Raises UsageError."""
        if self._search is None:
            self._search = self._make()
        return self._search.words(query, limit, typing=typing)

    def answers(self) -> AnswerClient:
        """Return what asks for meaning too; nothing is started before the first question. Whoever asked closes it."""
        return AnswerClient(self._start, self._documents)

    def find(self, text: str) -> Document:
        """Return the document of this path, number or file name; UsageError where none is indexed, or several are."""
        found = self._documents.get(text) or self._numbered(text) or self._named(text)
        if found is None:
            raise UsageError(
                f"“{shortened(text, _SHOWN)}” is no indexed document. Write its path or number, as “kairos "
                "documents search” shows it."
            )
        return found

    def _numbered(self, text: str) -> Document | None:
        if not text.isdecimal() or len(text) > _MOST_DIGITS:
            return None
        return self._documents.by_id([int(text)]).get(int(text))

    def _named(self, text: str) -> Document | None:
        named_so = [(number, path) for number, path, _ in self._documents.names() if PurePath(path).name == text]
        if len(named_so) > 1:
            paths = ", ".join(plain(path) for _, path in named_so[:_MOST_NAMED])
            raise UsageError(
                f"There are several documents “{shortened(text, _SHOWN)}”. Write the path of one: {paths}."
            )
        numbers = [number for number, _ in named_so]
        return next(iter(self._documents.by_id(numbers).values()), None)


class _Died(Exception):
    """The process ended instead of answering."""


class _Talk:
    """One process, and the thread that listens to it."""

    def __init__(self, process: AnswerProcess) -> None:
        self._process = process
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, name="answers", daemon=True)
        self._listener.start()

    def say(self, line: bytes) -> None:
        try:
            self._process.questions.write(line)
            self._process.questions.flush()
        except (OSError, ValueError) as cause:  # it is gone, or was closed meanwhile
            raise _Died from cause

    def hear(self, seconds: float) -> dict[str, Any] | None:
        """Return what it says next, None where it says nothing for so long."""
        try:
            told = self._heard.get(timeout=max(seconds, 0))
        except queue.Empty:
            return None
        if told is None:
            raise _Died
        return told

    def end(self) -> None:
        self._process.end()
        self._listener.join()

    def _listen(self) -> None:
        with suppress(OSError, ValueError):
            for line in self._process.answers:
                self._heard.put(json.loads(line))
        self._heard.put(None)


def _hit(told: dict[str, Any], document: Document) -> SearchHit:
    marks: Sequence[Sequence[int]] = told["marks"]
    return SearchHit(
        document,
        told["score"],
        Snippet(told["text"], tuple((start, end) for start, end in marks)),
        told["page"],
        told["heading"],
        Reasons(tuple(told["words"]), told["similarity"]),
        told["used"],
    )
