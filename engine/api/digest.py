"""What is worth reading now, out of the indexed documents that nobody had in front yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePath

from engine.domain.advice_sources import DocumentFact
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, Clock
from engine.domain.digest import Chosen, Digest, DigestItem, ReadLately, Unread
from engine.domain.documents import DocumentUse
from engine.domain.intervals import Interval
from engine.domain.offers import ENTRY, Offered, Shown
from engine.domain.recommended import Kind, Offer, Scored, Verdict
from engine.domain.topics import Topic
from engine.domain.word_tokens import tokens
from engine.insights.digest.rank import Moment, chosen, held_back, ranked
from engine.insights.digest.readable import Passage, Readable, document_of, entries_of, is_feed
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
    two moments. passages: a document's, each with its heading. busy: planned time. topics: what the person reads about.
    """

    facts: Callable[[], Sequence[DocumentFact]]
    last_used: Callable[[], Mapping[int, int]]
    used: Callable[[int, int], Sequence[DocumentUse]]
    passages: Callable[[int], Sequence[Passage]]
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
        every = self._readable()
        used, barred = parts.last_used(), _barred(history, now_ms)
        unread = [one for one in every.values() if one.key not in barred and (one.mark or one.fact.id not in used)]
        free = self._free(now_ms)
        disliked = [key for key in _wanted_less(history) if key in every]
        less = [self._words(every[key]) for key in disliked]
        moment = Moment(now_ms, free, self._read(now_ms), less)
        glimpsed = [_glimpsed(one) for one in unread]
        first = ranked(glimpsed, moment, LOOKED_AT)
        looked = [self._looked_into(every[one.document.id, one.document.mark]) for one in first]
        worth = [one for one in looked if one.words]
        found = [(every[one.document.id, one.document.mark], one) for one in chosen(worth, moment)]
        items = tuple(self._items(found, now_ms, free, kept=kept))
        held = len(disliked) + held_back(glimpsed, moment) + held_back(worth, moment)
        return Digest(now_ms, items, free, len(unread), held)

    def _readable(self) -> dict[tuple[int, int], Readable]:
        """Return all there is to read."""
        found = [
            one
            for fact in self._parts.facts()
            for one in (entries_of(fact, self._parts.passages(fact.id)) if is_feed(fact) else [document_of(fact)])
        ]
        return {one.key: one for one in found}

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
        return [text for _, text in islice(self._parts.passages(number), _TEXTS)]

    def _all_texts(self, one: Readable) -> Sequence[str]:
        return one.texts if one.texts is not None else [text for _, text in self._parts.passages(one.fact.id)]

    def _words(self, one: Readable) -> Mapping[str, int]:
        return words_of([one.title, *self._all_texts(one)[:_TEXTS]])

    def _looked_into(self, one: Readable) -> Unread:
        """Return it as all of it tells; without words where nothing is written in it."""
        texts = self._all_texts(one)
        minutes = minutes_of(sum(len(tokens(text)) for text in texts))
        words = self._words(one) if any(map(tokens, texts)) else {}
        return replace(_glimpsed(one), minutes=minutes, words=words)

    def _items(
        self, found: Sequence[tuple[Readable, Chosen]], now_ms: int, free: int | None, *, kept: bool
    ) -> Iterable[DigestItem]:
        offered = [
            Offered(
                Offer(0, now_ms, POLICY, 1.0, rank),
                Kind.DOCUMENT,
                Scored(one.score, one.score),
                one.document.id,
                features={ENTRY: float(readable.mark)} if readable.mark else {},
                shown_ms=now_ms,
            )
            for rank, (readable, one) in enumerate(found, 1)
        ]
        numbers = self._parts.offers.add(offered) if kept else [0] * len(found)
        for number, (readable, one) in zip(numbers, found, strict=True):
            summary = summary_of(list(self._all_texts(readable)[:_SUMMED]))
            yield DigestItem(number, one, summary, None if free is None else one.document.minutes <= free)


def _glimpsed(one: Readable) -> Unread:
    """Return it as its title alone tells of it."""
    fact = one.fact
    words = words_of([one.title])
    return Unread(fact.id, fact.path, one.title, fact.added_ms, 1, words, one.feed, one.place, one.mark)


def _key(one: Offered) -> tuple[int, int]:
    """Return what was offered: a document's number, and which entry of a feed."""
    return one.document_id or 0, round(one.features.get(ENTRY, 0.0))


def _barred(history: Iterable[Shown], now_ms: int) -> set[tuple[int, int]]:
    """Return what not to name: taken already, wanted less of, or put off within a day."""
    found = set()
    for one in history:
        for said in one.said:
            rests = said.verdict is Verdict.NOT_NOW and now_ms - said.at_ms < _REST_MS
            if rests or said.verdict in _LESS | _TAKEN:
                found.add(_key(one.offered))
    return found


def _wanted_less(history: Iterable[Shown]) -> list[tuple[int, int]]:
    return list(dict.fromkeys(_key(one.offered) for one in history if any(said.verdict in _LESS for said in one.said)))
