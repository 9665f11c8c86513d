"""Documents for a moment by counting alone: used lately, often, after the one in front, or with a title like it.

What is used where no learned recommender has beaten it, and before any is loaded: plain NumPy, a few milliseconds for
10,000 documents. Every part lies between 0 and about 1 and the score is their sum, so that each can be told and
nothing is left over. Source of the words' weights: Robertson and Zaragoza, 2009, "The Probabilistic Relevance
Framework: BM25 and Beyond".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from engine.domain.advice_sources import DocumentFact
from engine.domain.clock import MS_PER_SECOND
from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import tokens
from engine.mind.advise.moment import Moment, Values
from engine.mind.stream.columns import Stream

OFTEN_DAYS = 28
NEW_DAYS = 7

_MINUTE_S, _HOUR_S, _DAY_S = 60.0, 3_600.0, 86_400.0
_RECENT_UPTO_S = 28 * _DAY_S  # what was used longer ago than that is not recent at all
_OFTEN, _AFTER, _LIKE_BESIDE = 0.1, 0.5, 0.3  # what all of each is worth beside what was used just now, which is 1
_NEW_HALVES_H = 48.0
_NEW = 0.4  # what a document found just now and never opened is worth
_OFTEN_WHOLE = 20.0  # openings in 28 days that count in full
_DOUBT = 2.0  # openings of something else that are assumed beside those seen
_PAUSE_S = 600.0  # what comes to the front again after that is opened anew
_SESSION_S = 1_800.0  # what comes after a longer pause was not led to by what was before it
_K1, _B = 1.2, 0.75
_WORDS_WHOLE = 6.0  # points of BM25 that count in full: two rare words
_LIKE = 0.5  # what a document whose title says all that counts in full is worth where no document is in front
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Uses:
    """When documents came to the front: numbers, Unix seconds of opening and of leaving, in order."""

    document: NDArray[np.int64]
    start_s: Values
    end_s: Values


def uses_in(stream: Stream) -> Uses:
    """Return the uses of documents; one that was in front just before goes on."""
    shown = stream.rows(np.flatnonzero((stream.document > 0) & (stream.presence == 0)))
    document = shown.document.astype(np.int64)
    fresh = np.ones(len(shown), dtype=bool)
    fresh[1:] = (document[1:] != document[:-1]) | (shown.start_s[1:] - shown.end_s[:-1] > _PAUSE_S)
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(shown)) - 1 if len(first) else first
    return Uses(document[first], shown.start_s[first], shown.end_s[last])


class TitleWords:
    """The words of all titles and file names, to be asked by another title (BM25)."""

    def __init__(self, facts: Sequence[DocumentFact]) -> None:
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = np.ones(len(facts))
        for place, fact in enumerate(facts):
            words = telling_words(fact)
            lengths[place] = len(words)
            for word, count in Counter(words).items():
                found[word].append((place, count))
        self._found = dict(found)
        self._norm = _K1 * (1 - _B + _B * lengths / max(1.0, float(lengths.mean()) if len(facts) else 1.0))

    def likeness(self, title: str) -> dict[int, float]:
        """Return how like the title documents are, 0 to 1, by place; those without a common word are left out."""
        points: defaultdict[int, float] = defaultdict(float)
        for word in set(tokens(title)) - STOP_WORDS:
            among = self._found.get(word, ())
            rare = log(1 + (len(self._norm) - len(among) + 0.5) / (len(among) + 0.5))
            for place, count in among:
                points[place] += rare * count * (_K1 + 1) / (count + self._norm[place])
        return {place: float(min(1.0, value / _WORDS_WHOLE)) for place, value in points.items()}


def plain_ranking(
    facts: Sequence[DocumentFact], words: TitleWords, moment: Moment, sequence: Mapping[int, float] | None = None
) -> list[tuple[int, Scored]]:
    """Return the documents that anything speaks for, best first.

    sequence: the probability that each document is the next one, by a learned model, where one is in use.
    """
    reasons: defaultdict[int, list[Reason]] = defaultdict(list)
    known = {fact.id: fact for fact in facts}
    uses = uses_in(moment.stream)
    _add_uses(reasons, uses, moment)
    _add_after(reasons, uses, moment, known)
    if moment.title:
        worth = _LIKE_BESIDE if moment.document else _LIKE
        for place, likeness in words.likeness(moment.title).items():
            reasons[facts[place].id].append(Reason(ReasonKind.LIKE_NOW, worth * likeness, moment.title, likeness))
    _add_new(reasons, facts, moment)
    for document, chance in (sequence or {}).items():
        reasons[document].append(Reason(ReasonKind.SEQUENCE, chance, amount=chance))
    ranked = [(document, scored(0.0, told)) for document, told in reasons.items() if document in known]
    return sorted((one for one in ranked if one[1].score > _LEAST), key=lambda one: (-one[1].score, one[0]))


def name_of(fact: DocumentFact) -> str:
    """Return what a person knows a document by: its title, else its file's name."""
    return fact.title or PurePath(fact.path).name


def scored(base: float, reasons: Sequence[Reason]) -> Scored:
    """Return base and reasons, the weightiest first, with the score they sum to."""
    told = tuple(sorted(reasons, key=lambda one: -abs(one.adds)))
    return Scored(base + sum(one.adds for one in told), base, told)


def _add_uses(reasons: defaultdict[int, list[Reason]], uses: Uses, moment: Moment) -> None:
    left = dict(zip(uses.document.tolist(), uses.end_s.tolist(), strict=True))  # the last time each was left
    lately = uses.document[uses.start_s >= moment.now_s - OFTEN_DAYS * _DAY_S]
    times = Counter(lately.tolist())
    for document, end in left.items():
        ago_s = max(0.0, moment.now_s - end)
        recent = 1.0 - log1p(ago_s / _MINUTE_S) / log1p(_RECENT_UPTO_S / _MINUTE_S)
        if recent > 0:
            reasons[document].append(Reason(ReasonKind.RECENT, recent, amount=ago_s / _HOUR_S))
        if times[document]:
            often = min(1.0, log1p(times[document]) / log1p(_OFTEN_WHOLE))
            reasons[document].append(Reason(ReasonKind.OFTEN, _OFTEN * often, amount=float(times[document])))


def _add_after(
    reasons: defaultdict[int, list[Reason]], uses: Uses, moment: Moment, known: Mapping[int, DocumentFact]
) -> None:
    """Tell of what mostly was opened next after the document in front, or the last one that was."""
    still = moment.recent and moment.recent_ago_s[-1] < _SESSION_S
    front = moment.document or (moment.recent[-1] if still else 0)
    if front not in known or len(uses.document) == 0:
        return
    led = (uses.document[:-1] == front) & (uses.start_s[1:] - uses.end_s[:-1] < _SESSION_S)
    following = Counter(uses.document[1:][led].tolist())
    whole = following.total() + _DOUBT
    for document, count in following.items():
        if document != front:
            adds = _AFTER * count / whole
            reasons[document].append(Reason(ReasonKind.AFTER, adds, name_of(known[front]), count / whole))


def _add_new(reasons: defaultdict[int, list[Reason]], facts: Sequence[DocumentFact], moment: Moment) -> None:
    """Tell of documents never opened that came lately; of many that came at once none is news."""
    used = set(np.unique(moment.stream.document).tolist())
    since_ms = (moment.now_s - NEW_DAYS * _DAY_S) * MS_PER_SECOND
    for fact in facts:
        if fact.added_ms >= since_ms and fact.id not in used:
            hours = max(0.0, moment.now_s - fact.added_ms / MS_PER_SECOND) / _HOUR_S
            reasons[fact.id].append(Reason(ReasonKind.NEW, _NEW * 0.5 ** (hours / _NEW_HALVES_H), amount=hours))


def telling_words(fact: DocumentFact) -> list[str]:
    """Return the words of a document's title and of its file's name."""
    name = PurePath(fact.path).stem
    return [
        word for word in tokens(fact.title if name in fact.title else f"{fact.title} {name}") if word not in STOP_WORDS
    ]
