"""The ways of scoring documents for a context; each is told apart in the explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import ReasonKind
from engine.mind.recommend.company import Neighbours, peers, used_together
from engine.mind.recommend.content import Meaning, WordLikeness, kin, meaning, word_likeness
from engine.mind.recommend.factors import FactorSettings, fit_factors
from engine.mind.recommend.facts import DocumentFacts
from engine.mind.recommend.tables import Dense, Places, Table, standard
from engine.mind.recommend.words import weighed

_LEAST_DOCUMENTS = 3  # that must have a word for it to help placing documents nobody used


class Arm(Protocol):
    """One way of scoring every document beside contexts (contexts, documents)."""

    def scores(self, contexts: Table) -> Dense:
        """Return scores as (contexts, documents)."""
        ...

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents), without all the others'."""
        ...

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores, as (context, others)."""
        ...


KINDS: dict[str, ReasonKind] = {
    "together": ReasonKind.TOGETHER,
    "peers": ReasonKind.TOGETHER,
    "factors": ReasonKind.TOGETHER,
    "words": ReasonKind.LIKE_NOW,
    "kin": ReasonKind.LIKE_NOW,
    "meaning": ReasonKind.LIKE_NOW,
}
"""What an arm that goes by the documents of the context says of it."""


@dataclass(frozen=True, slots=True)
class Arms:
    """All arms that go by the documents of a context, by name, in the order of KINDS."""

    by_name: dict[str, Arm]

    def scores(self, contexts: Table) -> dict[str, Dense]:
        """Return each arm's scores as standard makes them, (contexts, documents)."""
        return {name: standard(arm.scores(contexts)) for name, arm in self.by_name.items()}

    def those(self, counts: Mapping[str, float]) -> Arms:
        """Return the arms that count anything."""
        return Arms({name: arm for name, arm in self.by_name.items() if counts.get(name, 0.0)})

    def alike(self, places: Places, others: Places | None = None) -> Dense:
        """Return how like others are to each of these documents, 0 to 1 and to itself 1, as (places, others).

        others: all where left out.
        """
        found = np.clip(self._likeness(places, slice(None) if others is None else others), 0.0, 1.0)
        numbers = np.arange(found.shape[1]) if others is None else others
        found[places[:, None] == numbers[None, :]] = 1.0
        return found

    def _likeness(self, places: Places, others: Places | slice) -> Dense:
        by_meaning, by_words, by_use = (self.by_name.get(name) for name in ("meaning", "words", "together"))
        if isinstance(by_meaning, Meaning):
            return np.asarray(by_meaning.unit[places] @ by_meaning.unit[others].T, dtype=np.float32)
        if isinstance(by_words, WordLikeness):
            across = by_words.across if isinstance(others, slice) else by_words.weighed.rows(others).T
            return (by_words.weighed.rows(places) @ across).toarray()
        if isinstance(by_use, Neighbours):
            return np.asarray(by_use.near.rows(places).toarray()[:, others], dtype=np.float32)
        return np.zeros((len(places), 0 if isinstance(others, slice) else len(others)), np.float32)


def fit_arms(
    uses: Table,
    words: Table | None,
    content: Mapping[str, Arm],
    settings: FactorSettings,
    seed: int,
    stop: Callable[[], bool],
) -> Arms:
    """Return the arms of a table of uses (rows, documents), of the documents' words, and those of what they say."""
    made: dict[str, Arm] = {"together": used_together(uses), "peers": peers(uses)}
    made["factors"] = fit_factors(uses, common_words(words), settings, seed, stop)
    return Arms({**made, **content})


def content_arms(facts: DocumentFacts, *, with_kin: bool = True) -> dict[str, Arm]:
    """Return the arms that go by what documents say. with_kin: also the one that takes longest to make."""
    made: dict[str, Arm] = {}
    if facts.words is not None:
        rare = weighed(facts.words)
        made["words"] = word_likeness(rare)
        if with_kin:
            made["kin"] = kin(rare)
    if facts.vectors is not None:
        made["meaning"] = meaning(facts.vectors)
    return made


def common_words(words: Table | None) -> Table | None:
    """Return the columns of words that several documents have."""
    if words is None:
        return None
    count = np.bincount(words.indices, minlength=words.shape[1])
    return words.columns(np.flatnonzero(count >= _LEAST_DOCUMENTS))
