"""Which unread documents are worth reading now: like what was read lately, new, and short enough for the time there is.

Words weigh by how few documents have them. What the person wants less of takes everything like it along at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from engine.domain.clock import MS_PER_HOUR
from engine.domain.digest import MOST_ITEMS, Chosen, ReadLately, Unread

_HALF_NEW_MS = 14 * 24 * MS_PER_HOUR
"""After so long a document is half as new."""

_INTEREST, _NOVELTY, _FIT = 0.6, 0.25, 0.15
_LEAST_INTEREST, _LEAST_NOVELTY = 0.03, 0.5
_SAME = 0.85  # what is so much like another of the digest adds nothing
_DISLIKED = 0.5  # so like what is wanted less of, and it is left out; before that it loses in proportion
_FURTHER_DOWN = 0.97  # what each place further down in a feed leaves of its novelty
_SHARED = 3

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Moment:
    """What a digest is made for. free_minutes: None where nothing is planned soon. less: what is wanted less of."""

    now_ms: int
    free_minutes: int | None
    read: Sequence[ReadLately]
    less: Sequence[Mapping[str, int]] = ()


def ranked(unread: Sequence[Unread], moment: Moment, most: int) -> list[Chosen]:
    """Return the best documents, the best first, however like each other they are, and whether worth it or not."""
    return _Ranking(unread, moment).ranked()[:most]


def chosen(unread: Sequence[Unread], moment: Moment, most: int = MOST_ITEMS) -> list[Chosen]:
    """Return the best documents, the best first, none like another one; fewer where few are worth it."""
    ranking = _Ranking(unread, moment)
    found: list[Chosen] = []
    for one in filter(_is_worth_it, ranking.ranked()):
        if len(found) == most:
            break
        bag = ranking.bag(one.document.words)
        if all(_cosine(bag, ranking.bag(other.document.words)) < _SAME for other in found):
            found.append(ranking.explained(one))
    return found


def held_back(unread: Sequence[Unread], moment: Moment) -> int:
    """Return how many are left out for being like what is wanted less of."""
    return _Ranking(unread, moment).held


class _Ranking:
    def __init__(self, unread: Sequence[Unread], moment: Moment) -> None:
        self._unread, self._moment = unread, moment
        texts = [*(one.words for one in unread), *(one.words for one in moment.read), *moment.less]
        having = Counter(word for words in texts for word in words)
        self._rare = {word: log(1 + len(texts) / count) for word, count in having.items()}
        self._interest = self._wanted(moment.read)
        self._less = [self.bag(words) for words in moment.less]

    def bag(self, words: Mapping[str, int]) -> Weights:
        """Return the words weighed, of length 1."""
        return _unit({word: (1 + log(count)) * self._rare.get(word, 0.0) for word, count in words.items()})

    @property
    def held(self) -> int:
        """How many are left out for being like what is wanted less of."""
        return sum(self._liked(self.bag(one.words)) <= 0 for one in self._unread)

    def ranked(self) -> list[Chosen]:
        """Return those not like what is wanted less of, the best first."""
        found = [self._scored(one) for one in self._unread]
        return sorted(
            (one for one in found if one.score > 0), key=lambda one: (-one.score, one.document.id, one.document.place)
        )

    def explained(self, one: Chosen) -> Chosen:
        """Return it with what it is most like of what was read lately, and the words they share."""
        bag = self.bag(one.document.words)
        alike = [(_cosine(bag, self.bag(read.words)), read) for read in self._moment.read]
        most, near = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        if near is None or most < _LEAST_INTEREST:
            return one
        other = self.bag(near.words)
        shared = sorted((word for word in bag if word in other), key=lambda word: (-bag[word] * other[word], word))
        return replace(one, near=near.title, shared=tuple(shared[:_SHARED]))

    def _wanted(self, read: Iterable[ReadLately]) -> Weights:
        wanted: Weights = {}
        for one in read:
            for word, weight in self.bag(one.words).items():
                wanted[word] = wanted.get(word, 0.0) + weight * log(1 + one.minutes)
        return _unit(wanted)

    def _scored(self, one: Unread) -> Chosen:
        bag, free = self.bag(one.words), self._moment.free_minutes
        interest = _cosine(bag, self._interest)
        novelty = 0.5 ** (max(0, self._moment.now_ms - one.added_ms) / _HALF_NEW_MS) * _FURTHER_DOWN**one.place
        fit = 1.0 if free is None or one.minutes <= free else free / one.minutes
        whole = _INTEREST * interest + _NOVELTY * novelty + _FIT * fit
        return Chosen(one, whole * self._liked(bag), interest, novelty, fit)

    def _liked(self, bag: Weights) -> float:
        """Return 1 for what is like nothing that is wanted less of, down to 0 for what reads like it."""
        dislike = max((_cosine(bag, less) for less in self._less), default=0.0)
        return max(0.0, 1.0 - dislike / _DISLIKED)


def _is_worth_it(one: Chosen) -> bool:
    return one.interest >= _LEAST_INTEREST or one.novelty >= _LEAST_NOVELTY


def _unit(words: Weights) -> Weights:
    norm = sqrt(sum(weight * weight for weight in words.values()))
    return {word: weight / norm for word, weight in words.items()} if norm else {}


def _cosine(one: Weights, other: Weights) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
