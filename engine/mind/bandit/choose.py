"""Chooses which documents are shown: the best ones, and in one place of five one to learn from.

All places but the last go to what is believed best. The last is Thompson sampling: documents get it as often as draws
from what is believed find them best of those left, mixed with a small share for each of them. The document is drawn
from just these probabilities, so that the propensities that are logged are exact.
Source: Russo, Van Roy, Kazerouni, Osband and Wen, 2018, "A Tutorial on Thompson Sampling".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.domain.offers import Shown
from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.mind.bandit.candidates import FEATURES, OWN_FROM, Candidates, gathered
from engine.mind.bandit.spoken import Alike, Spoken, spoken
from engine.mind.bandit.taste import Taste
from engine.mind.bandit.trials import showings, trials

THOMPSON, GREEDY = "thompson", "greedy"

UNDER = "under_"
"""Features of this prefix tell how likely a policy of that name would have shown the document."""

_MOST = 60  # candidates; of more the rest would never be shown


@dataclass(frozen=True, slots=True)
class Choice:
    """A document to show, at its place from 1 on; why explains the score under what was learned.

    propensity: how likely the policy shows it now. features: what to store with the offer. exploring: shown to learn.
    """

    document: int
    place: int
    why: Scored
    policy: str
    propensity: float
    features: Mapping[str, float]
    exploring: bool = False


@dataclass(frozen=True, slots=True)
class Bandit:
    """The policy's settings. places: how many are shown. pool: from how many of the best left the last one is drawn.

    floor: the share of the last place that is dealt out evenly. boldness: how widely draws spread; less than what is
    believed costs less and still finds what is hidden. explores: whether the last place explores at all. Draws are of
    what kinds of reasons are worth, not of single documents, so that what one shows tells of many.
    """

    places: int = 5
    pool: int = 15
    floor: float = 0.02
    boldness: float = 0.7
    draws: int = 300
    explores: bool = True

    def choose(  # noqa: PLR0913, PLR0917  (all that a choice rests on)
        self,
        ranked: Sequence[tuple[int, Scored]],
        context: str,
        history: Sequence[Shown],
        now_ms: int,
        rng: np.random.Generator,
        alike: Alike | None = None,
        rivals: Mapping[str, Sequence[int]] | None = None,
    ) -> list[Choice]:
        """Return what to show of ranked documents, best first, in this context (see context_of).

        history: what was shown of documents before, in order; it is heeded at once. rivals: what other policies would
        show now, by name, so that they can be compared later without ever being shown.
        """
        before = showings(history)
        said = spoken(before, now_ms)
        allowed = [one for one in ranked if not said.bars(one[0], context)][:_MOST]
        found = gathered(allowed, before, said, alike)
        taste = found.learned(trials(before, FEATURES, now_ms))
        order = np.argsort(-found.utilities(taste.mean), kind="stable")
        best = [int(place) for place in order[: self.places]]
        chosen = dict.fromkeys(best, 1.0)
        if self.explores and len(order) > self.places:
            chosen = self._explored(found, taste, order, said, rng)
        policies = {GREEDY: [found.documents[place] for place in best], **(rivals or {})}
        name = THOMPSON if self.explores else GREEDY
        shown = [_choice(found, taste, place, propensity, policies) for place, propensity in chosen.items()]
        return [
            _flagged(replace(one, place=at, policy=name), at == self.places and one.document not in policies[GREEDY])
            for at, one in enumerate(shown, 1)
        ]

    def _explored(
        self, found: Candidates, taste: Taste, order: NDArray[np.int64], said: Spoken, rng: np.random.Generator
    ) -> dict[int, float]:
        chosen = {int(place): 1.0 for place in order[: self.places - 1]}
        left = order[self.places - 1 : self.places - 1 + self.pool]
        first = left[:1]  # what is best of the rest needs no leave
        pool = np.array([place for place in left if place in first or said.may_explore(found.documents[place])])
        weights = taste.draws(self.draws, rng, self.boldness)
        weights[:, OWN_FROM:] = taste.mean[OWN_FROM:]
        chances = self._chances(found.utilities(weights)[:, pool])
        drawn = int(rng.choice(len(pool), p=chances))
        chosen[int(pool[drawn])] = float(chances[drawn])
        return chosen

    def _chances(self, utilities: NDArray[np.float64]) -> NDArray[np.float64]:
        count = utilities.shape[1]
        wins = np.bincount(utilities.argmax(axis=1), minlength=count) / len(utilities)
        mixed = (1.0 - self.floor) * wins + self.floor / count
        return np.asarray(mixed / mixed.sum(), dtype=np.float64)


def _choice(
    found: Candidates, taste: Taste, place: int, propensity: float, policies: Mapping[str, Sequence[int]]
) -> Choice:
    document = found.documents[place]
    features = dict(zip(FEATURES, found.features[place].tolist(), strict=True))
    under = {UNDER + name: float(document in slate) for name, slate in policies.items()}
    return Choice(document, 0, found.explained(place, taste), "", propensity, {**features, **under})


def _flagged(one: Choice, exploring: bool) -> Choice:
    if not exploring:
        return one
    told = Reason(ReasonKind.EXPLORING, 0.0, amount=one.propensity)
    return replace(one, exploring=True, why=replace(one.why, reasons=(*one.why.reasons, told)))
