"""The learned recommender of documents as advice asks it: of the moment, kept up with what was used since."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.domain.recommended import Scored
from engine.mind.advise.library import Library
from engine.mind.advise.moment import Moment
from engine.mind.advise.readings import Sequel
from engine.mind.recommend.facts import Context, DocumentFacts
from engine.mind.recommend.recommender import Recommender
from engine.mind.recommend.sessions import uses_of
from engine.mind.recommend.words import with_words

VectorOf: TypeAlias = Callable[[str], NDArray[np.floating] | None]
"""What a title means, None where that is not known."""

MOST_RANKED = 20
"""So many are ranked: the places, and those that the last place is drawn from."""


class LearnedRanking:
    """Ranks documents for a moment. vector_of: what the title in front means."""

    def __init__(self, recommender: Recommender, vector_of: VectorOf = lambda _title: None) -> None:
        self._recommender = recommender
        self._vector_of = vector_of

    def __call__(self, moment: Moment, sequel: Sequel, exclude: frozenset[int]) -> list[tuple[int, Scored]]:
        """Return documents with their explained scores, the first to be named first."""
        known = self._recommender.with_uses(uses_of(moment.stream), moment.now_s)
        title = "" if moment.document else moment.title
        context = Context(
            now_s=moment.now_s,
            local_s=moment.local_s,
            recent=moment.recent,
            recent_ago_s=moment.recent_ago_s,
            front_title=title,
            front_vector=self._vector_of(title) if title else None,
            exclude=exclude,
            sequence=sequel,
        )
        return [(one.document, one.why) for one in known.rank(context, MOST_RANKED)]

    def alike(self, one: int, other: int) -> float:
        """Return how alike two documents read, 0 for those not known."""
        places = self._recommender.facts.places(np.array([one, other], np.int64))
        if (places < 0).any():
            return 0.0
        return float(self._recommender.arms.alike(places[:1])[0, places[1]])


def facts_of(library: Library, vectors: NDArray[np.floating] | None = None) -> DocumentFacts:
    """Return the documents as the recommender reads them; vectors: mean of each one's passages, in the same order."""
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
