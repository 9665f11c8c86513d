"""Searching documents: by words at once, in this process; by meaning too, asked of a process that stays warm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from engine.documents.search.query import LONGEST
from engine.documents.search.service import DocumentSearch
from engine.domain.documents import Document, Reasons, SearchHit, Snippet
from engine.domain.errors import EncoderError, KairosError, UsageError
from engine.domain.plain_text import plain, shortened
from engine.storage.documents import DocumentStore
from engine.talking import AnswerProcess, Asker, NoAnswer, Silence, raise_told

TIMEOUT_S = 60.0
"""An answer that takes longer will not come: the first one loads the encoder, which a busy machine does slowly."""

_MOST_DIGITS = 18
_MOST_NAMED = 8
_SHOWN = 200

_KINDS: dict[str, type[KairosError]] = {"UsageError": UsageError, "EncoderError": EncoderError}


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
        self._asker = Asker(start)
        self._documents = documents
        self._timeout_s = timeout_s

    def ask(self, query: str, limit: int = 20) -> list[SearchHit]:
        """Return the documents whose words and meaning answer best, best first.

        A process that died is started anew once. Raises UsageError for a question that is not understood, EncoderError
        where there is no encoder, Unanswered where no answer comes, and Storage errors.
        """
        asked = query[:LONGEST]  # more is not looked at, and too long a line would be no question
        try:
            told = self._asker.ask({"query": asked, "limit": limit}, seconds=self._timeout_s)
        except NoAnswer as cause:
            raise Unanswered(self._in_words(cause)) from cause
        raise_told(told, _KINDS)
        documents = self._documents.by_id([hit["document"] for hit in told["hits"]])
        return [_hit(hit, documents[hit["document"]]) for hit in told["hits"] if hit["document"] in documents]

    def close(self) -> None:
        """End the process; a question that waits is given up. Nothing can be asked afterwards."""
        self._asker.close()

    def _in_words(self, silence: NoAnswer) -> str:
        return {
            Silence.DIED: "The process that knows meaning ends at once. The log tells why.",
            Silence.LATE: f"No answer came within {self._timeout_s:.0f} seconds. Ask again, or use the words.",
            Silence.CLOSED: "The search was closed.",
            Silence.NOT_STARTED: f"The process cannot be started: {silence.system}.",
        }[silence.why]


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
