"""What is worth reading now, out of the indexed documents that nobody had in front yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from engine.domain.advice_sources import DocumentFact
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, Clock
from engine.domain.digest import Chosen, Digest, DigestItem, ReadLately, Unread
from engine.domain.documents import DocumentUse
from engine.domain.intervals import Interval
from engine.domain.offers import Offered, Shown
from engine.domain.recommended import Kind, Offer, Scored, Verdict
from engine.domain.topics import Topic
from engine.insights.digest.rank import Moment, chosen, ranked
from engine.insights.digest.reading import minutes_of, words_of
from engine.insights.digest.summary import summary_of
from engine.storage.offers import OfferStore

POLICY = "digest"
READ_BACK_MS = 14 * 24 * MS_PER_HOUR
"""So far back what was read tells of the person's interests."""

LOOKED_AT = 60
"""So many unread documents are read into, those whose titles speak for them most."""

_AHEAD_MS = 12 * MS_PER_HOUR
_REST_MS = 24 * MS_PER_HOUR
_HEARD_MS = 365 * 24 * MS_PER_HOUR
_READ = 20
_TEXTS, _SUMMED = 40, 12
_LESS = frozenset({Verdict.LESS, Verdict.WRONG})
_TAKEN = frozenset({Verdict.OPENED, Verdict.ACCEPTED})


@dataclass(frozen=True, slots=True)
class DigestParts:
    """Where a digest takes its facts from; each may raise Storage errors. Times are UTC milliseconds.

    facts: the indexed documents. last_used: when each was in front last, by number. used: what was in front between
    two moments. texts: a document's passages. busy: planned time. topics: what the person reads about.
    """

    facts: Callable[[], Sequence[DocumentFact]]
    last_used: Callable[[], Mapping[int, int]]
    used: Callable[[int, int], Sequence[DocumentUse]]
    texts: Callable[[int], Sequence[str]]
    busy: Callable[[int, int], Sequence[Interval]]
    topics: Callable[[], Sequence[Topic]]
    offers: OfferStore


class Digests:
    """The digest of one profile; every method may raise Storage errors."""

    def __init__(self, parts: DigestParts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock

    def now(self, *, kept: bool = True) -> Digest:
        """Return what is worth reading now. kept: its items are stored as shown, so that they can be answered."""
        parts, now_ms = self._parts, self._clock.now().wall_ms
        history = parts.offers.history(now_ms - _HEARD_MS, Kind.DOCUMENT, reasons=False)
        facts = {one.id: one for one in parts.facts()}
        used = parts.last_used()
        barred = _barred(history, now_ms)
        unread = [one for one in facts.values() if one.id not in used and one.id not in barred]
        free = self._free(now_ms)
        less = [self._words(facts[number]) for number in _wanted_less(history) if number in facts]
        moment = Moment(now_ms, free, self._read(now_ms), less)
        first = ranked([self._glimpsed(one) for one in unread], moment, LOOKED_AT)
        found = chosen([self._looked_into(facts[one.document.id]) for one in first], moment)
        return Digest(now_ms, tuple(self._items(found, now_ms, free, kept=kept)), free, len(unread))

    def _free(self, now_ms: int) -> int | None:
        busy = self._parts.busy(now_ms, now_ms + _AHEAD_MS)
        if not busy:
            return None
        return max(0, min(one.start_ms for one in busy) - now_ms) // MS_PER_MINUTE

    def _read(self, now_ms: int) -> list[ReadLately]:
        """Return what was read lately, and what the person reads about in the long run, which weighs less."""
        found = [
            ReadLately(
                use.document.id,
                use.document.title or PurePath(use.document.identity.path).stem,
                use.active_ms / MS_PER_MINUTE,
                words_of([use.document.title, *self._texts(use.document.id)]),
            )
            for use in islice(self._parts.used(now_ms - READ_BACK_MS, now_ms), _READ)
        ]
        topics = [
            ReadLately(0, ", ".join(one.words[:2]), one.share, words_of(one.words)) for one in self._parts.topics()
        ]
        return [*found, *topics]

    def _texts(self, number: int) -> list[str]:
        return list(islice(self._parts.texts(number), _TEXTS))

    def _words(self, fact: DocumentFact) -> Mapping[str, int]:
        return words_of([_name(fact), *self._texts(fact.id)])

    def _glimpsed(self, fact: DocumentFact) -> Unread:
        """Return a document as its title alone tells of it."""
        return Unread(fact.id, fact.path, _name(fact), fact.added_ms, 1, words_of([_name(fact)]))

    def _looked_into(self, fact: DocumentFact) -> Unread:
        texts = self._parts.texts(fact.id)
        words = words_of([_name(fact), *texts[:_TEXTS]])
        minutes = minutes_of(sum(len(text.split()) for text in texts))
        return Unread(fact.id, fact.path, _name(fact), fact.added_ms, minutes, words)

    def _items(self, found: Sequence[Chosen], now_ms: int, free: int | None, *, kept: bool) -> Iterable[DigestItem]:
        offered = [
            Offered(
                Offer(0, now_ms, POLICY, 1.0, rank),
                Kind.DOCUMENT,
                Scored(one.score, one.score),
                one.document.id,
                shown_ms=now_ms,
            )
            for rank, one in enumerate(found, 1)
        ]
        numbers = self._parts.offers.add(offered) if kept else [0] * len(found)
        for number, one in zip(numbers, found, strict=True):
            summary = summary_of(list(islice(self._parts.texts(one.document.id), _SUMMED)))
            yield DigestItem(number, one, summary, None if free is None else one.document.minutes <= free)


def _name(fact: DocumentFact) -> str:
    return fact.title or PurePath(fact.path).stem


def _barred(history: Iterable[Shown], now_ms: int) -> set[int]:
    """Return documents not to name: taken already, wanted less of, or put off within a day."""
    found = set()
    for one in history:
        for said in one.said:
            rests = said.verdict is Verdict.NOT_NOW and now_ms - said.at_ms < _REST_MS
            if (rests or said.verdict in _LESS | _TAKEN) and one.offered.document_id is not None:
                found.add(one.offered.document_id)
    return found


def _wanted_less(history: Iterable[Shown]) -> list[int]:
    found = (one.offered.document_id for one in history if any(said.verdict in _LESS for said in one.said))
    return list(dict.fromkeys(number for number in found if number is not None))
