"""Documents as the history shows them: which was in front, when and for how long, put right by the person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import nsmallest
from pathlib import PurePath

from engine.documents.use.service import UseMatching
from engine.domain.activity import Observed
from engine.domain.clock import MS_PER_HOUR
from engine.domain.document_use import ShownDocument, UseCorrected
from engine.domain.documents import Document, DocumentUse, MatchedBy
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch
from engine.storage.document_uses import DocumentUseStore, LookMatch
from engine.storage.documents import DocumentStore
from engine.storage.queries.looks import Named, named
from engine.storage.shown_documents import ShownDocuments

_AT_ONCE_MS = 24 * MS_PER_HOUR


class DocumentUses:
    """Times are UTC milliseconds. Time counts as it does everywhere: once, and as the person corrected it.

    stretches: the history as it counts within a range. reach: when there may be any. A correction says what everything
    that looks alike shows (same program, title and file), not one moment alone; what a person said is never matched
    over.
    """

    def __init__(
        self,
        uses: DocumentUseStore,
        shown: ShownDocuments,
        documents: DocumentStore,
        matching: UseMatching,
        stretches: Callable[[int, int], list[LabelledStretch]],
        reach: Callable[[], Interval | None],
    ) -> None:
        self._uses = uses
        self._shown = shown
        self._documents = documents
        self._matching = matching
        self._stretches = stretches
        self._reach = reach

    def match(self) -> int:
        """Match what was in front since the last time; returns how many looks found their document."""
        return self._matching.settle()

    def used(self, start_ms: int, end_ms: int) -> list[DocumentUse]:
        """Return the documents in front within [start_ms, end_ms), the longest first."""
        found: dict[int, DocumentUse] = {}
        for one in self._during(start_ms, end_ms):
            found[one.document.id] = _longer(found.get(one.document.id), one)
        return sorted(found.values(), key=lambda use: (-use.active_ms, use.document.id))

    def during(self, start_ms: int, end_ms: int) -> list[ShownDocument]:
        """Return when which document was in front within [start_ms, end_ms), in order and without overlaps."""
        return list(self._during(start_ms, end_ms))

    def said(self, at_ms: int) -> UseCorrected:
        """Return which document what was in front at a moment is taken to show, and who says so.

        Raises UsageError where nothing was recorded by title then.
        """
        look_id, what = self._look_at(at_ms)
        return self._said(look_id, what)

    def correct(self, at_ms: int, document_id: int | None) -> UseCorrected:
        """Say which document what was in front at a moment shows, None for none of them; then and whenever it was."""
        look_id, what = self._look_at(at_ms)
        document = None if document_id is None else self._document(document_id)
        self._uses.say(look_id, document_id)
        return UseCorrected(what, document, MatchedBy.PERSON)

    def take_back(self, at_ms: int) -> UseCorrected:
        """Forget what the person said of what was in front at a moment; Kairos goes by title and path again."""
        look_id, what = self._look_at(at_ms)
        self._shown.take_back(look_id)
        self._matching.settle()
        return self._said(look_id, what)

    def choices(self, text: str, limit: int = 50) -> list[Document]:
        """Return indexed documents whose path or title has all the words, by name before by folder; limit: at most.

        Without a word those that were in front last.
        """
        words = text.casefold().split()
        numbers = self._with_words(words, limit) if words else self._latest(limit)
        found = self._documents.by_id(numbers)
        return [found[number] for number in numbers if number in found]

    def _with_words(self, words: list[str], limit: int) -> list[int]:
        found = (
            (worth, path, number)
            for number, path, title in self._documents.names()
            if (worth := _likeness(words, path, title)) is not None
        )
        return [number for _, _, number in nsmallest(limit, found)]

    def _latest(self, limit: int) -> list[int]:
        used = self._uses.last_used()
        return sorted(used, key=lambda number: (-used[number], number))[:limit]

    def _during(self, start_ms: int, end_ms: int) -> Iterator[ShownDocument]:
        """Yield what was shown, a day at a time: a year need not fit into memory."""
        known: dict[int, Document] = {}
        reach = self._reach()
        within = None if reach is None else Interval(start_ms, end_ms).clip(reach)
        if within is None:
            return
        for first_ms in range(within.start_ms, within.end_ms, _AT_ONCE_MS):
            last_ms = min(within.end_ms, first_ms + _AT_ONCE_MS)
            matches = self._matches(first_ms, last_ms)
            if matches:
                missing = {one.document_id or 0 for one in matches.values()} - known.keys()
                known.update(self._documents.by_id(missing))
                found = (_shown(one, matches, known) for one in self._stretches(first_ms, last_ms))
                yield from (one for one in found if one is not None)

    def _matches(self, start_ms: int, end_ms: int) -> dict[Named, LookMatch]:
        return {names: one for names, one in self._shown.among(start_ms, end_ms).items() if one.document_id}

    def _look_at(self, at_ms: int) -> tuple[int, Observed]:
        recorded = [one for one in self._stretches(at_ms, at_ms + 1) if one.what.presence is Presence.ACTIVE]
        look_id = self._shown.look_of(recorded[0].what) if recorded and recorded[0].what.title else None
        if look_id is None:
            raise UsageError(
                "Nothing was recorded by title at that time. Choose a time at which a window was in front."
            )
        return look_id, recorded[0].what

    def _said(self, look_id: int, what: Observed) -> UseCorrected:
        match = self._uses.matches([look_id]).get(look_id)
        if match is None or match.document_id is None:
            by_person = match is not None and match.said_by is MatchedBy.PERSON
            return UseCorrected(what, None, MatchedBy.PERSON if by_person else None)
        return UseCorrected(what, self._document(match.document_id), match.said_by)

    def _document(self, document_id: int) -> Document:
        found = self._documents.by_id([document_id]).get(document_id)
        if found is None:
            raise UsageError(f"There is no document {document_id}.")
        return found


def _likeness(words: list[str], path: str, title: str) -> int | None:
    """Return how near a document is to the words, the nearer the smaller; None where one of them is missing."""
    name, whole = PurePath(path).name.casefold(), f"{path}\n{title}".casefold()
    if not all(word in whole for word in words):
        return None
    if name.startswith(words[0]):
        return 0
    return 1 if all(word in name for word in words) else 2


def _shown(
    stretch: LabelledStretch, matches: dict[Named, LookMatch], documents: dict[int, Document]
) -> ShownDocument | None:
    match = matches.get(named(stretch.what)) if stretch.what.presence is Presence.ACTIVE else None
    document = None if match is None else documents.get(match.document_id or 0)
    if match is None or document is None:
        return None
    return ShownDocument(stretch.interval, document, match.confidence, match.said_by)


def _longer(use: DocumentUse | None, more: ShownDocument) -> DocumentUse:
    span = more.interval
    if use is None:
        return DocumentUse(more.document, span.length_ms, span.start_ms, span.end_ms, more.confidence)
    surest = max(use.confidence, more.confidence)
    return DocumentUse(use.document, use.active_ms + span.length_ms, use.first_ms, span.end_ms, surest)
