"""The learned recommender of documents as advice asks it: of the moment, with what was used and indexed since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import fsum
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.mind.advise.library import Library
from engine.mind.advise.moment import Moment
from engine.mind.advise.readings import Sequel
from engine.mind.recommend.facts import Context, DocumentFacts, Interest
from engine.mind.recommend.kept import recommender_of
from engine.mind.recommend.recommender import Recommender
from engine.mind.recommend.sessions import uses_of
from engine.mind.recommend.words import with_words

Vector: TypeAlias = NDArray[np.floating[Any]]

MOST_RANKED = 20
"""So many are ranked: the places, and those that the last place is drawn from."""

_BESIDE = frozenset({ReasonKind.LIKE_NOW, ReasonKind.TOGETHER, ReasonKind.AFTER})
_HOUR_S = 3_600.0
_FRESH_S = 6 * _HOUR_S  # what was used together is counted anew after that


@dataclass(frozen=True, slots=True)
class Meanings:
    """What documents and titles mean, where an encoder read them.

    documents: mean of the passages' vectors, a row for each of the library's, zeros for none; None for none at all.
    title: the vector of a title, None where it is not known.
    """

    documents: Callable[[Library], Vector | None] = field(default=lambda _library: None)
    title: Callable[[str], Vector | None] = field(default=lambda _title: None)


class LearnedRanking:
    """Ranks documents for a moment. numbers: what was learned, as the recommender keeps it.

    interests: what the person reads about these days.
    """

    def __init__(
        self,
        numbers: Mapping[str, NDArray[Any]],
        meanings: Meanings | None = None,
        interests: Callable[[], tuple[Interest, ...]] = lambda: (),
    ) -> None:
        self._numbers = numbers
        self._interests = interests
        self._meanings = meanings or Meanings()
        self._made: tuple[tuple[int, ...], float, Recommender] | None = None

    def __call__(
        self, moment: Moment, library: Library, sequel: Sequel, exclude: frozenset[int]
    ) -> list[tuple[int, Scored]]:
        """Return documents with their explained scores, the first to be named first."""
        ranked = self.recommender(moment, library).rank(self._context(moment, sequel, exclude), MOST_RANKED)
        ago_s = dict(zip(moment.recent, moment.recent_ago_s, strict=True))
        return [
            (one.document, beside_itself(one.why, library.title(one.document), ago_s.get(one.document, 0.0)))
            for one in ranked
        ]

    def recommender(self, moment: Moment, library: Library) -> Recommender:
        """Return the recommender as it stands at the moment."""
        uses = uses_of(moment.stream)
        made = self._made
        if made is None or made[0] != library.revision or not 0 <= moment.now_s - made[1] < _FRESH_S:
            facts = facts_of(library, self._meanings.documents(library))
            made = library.revision, moment.now_s, recommender_of(self._numbers, uses, facts, moment.now_s)
            self._made = made
        return made[2].with_uses(uses, moment.now_s)

    def alike(self, one: int, other: int) -> float:
        """Return how alike two documents read, 0 for those not known."""
        if self._made is None:
            return 0.0
        known = self._made[2]
        places = known.facts.places(np.array([one, other], np.int64))
        return 0.0 if (places < 0).any() else float(known.arms.alike(places[:1], places[1:])[0, 0])

    def _context(self, moment: Moment, sequel: Sequel, exclude: frozenset[int]) -> Context:
        title = "" if moment.document else moment.title
        return Context(
            now_s=moment.now_s,
            local_s=moment.local_s,
            recent=moment.recent,
            recent_ago_s=moment.recent_ago_s,
            front_title=title,
            front_vector=self._meanings.title(title) if title else None,
            words=moment.meant,
            exclude=exclude,
            sequence=sequel,
            interests=self._interests(),
        )


def beside_itself(why: Scored, title: str, ago_s: float) -> Scored:
    """Return the reasons with what a document owes to its own use told as that: "like itself" tells a person nothing.

    title: what it is called in reasons. ago_s: seconds since it was in front.
    """
    own = [one for one in why.reasons if one.kind in _BESIDE and one.subject == title]
    if not own:
        return why
    adds = fsum(one.adds for one in own)
    others = [one for one in why.reasons if one not in own]
    recent = next((one for one in others if one.kind is ReasonKind.RECENT), None)
    if recent is None:
        told = [*others, Reason(ReasonKind.RECENT, adds, amount=ago_s / _HOUR_S)]
    else:
        told = [replace(one, adds=one.adds + adds) if one is recent else one for one in others]
    told.sort(key=lambda one: (one.kind is ReasonKind.OTHER, -abs(one.adds)))
    return Scored(why.score, why.base, tuple(told))


def facts_of(library: Library, vectors: Vector | None = None) -> DocumentFacts:
    """Return the documents as the recommender reads them; vectors: a row for each, None for none."""
    facts = library.facts
    return with_words(
        DocumentFacts(
            id=np.array([one.id for one in facts], np.int64),
            path=tuple(one.path for one in facts),
            title=tuple(library.title(one.id) for one in facts),
            added_s=np.array([one.added_ms for one in facts], np.float64) / MS_PER_SECOND,
            kind=tuple(one.kind for one in facts),
            vectors=vectors,
        )
    )
