"""A person who is shown documents and takes some, with a taste that is known here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.domain.offers import Offered, Said, Shown
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored, Verdict
from engine.mind.bandit.choose import Bandit, Choice

PARTS = (
    ReasonKind.LIKE_NOW,
    ReasonKind.TOGETHER,
    ReasonKind.AFTER,
    ReasonKind.RECENT,
    ReasonKind.OFTEN,
    ReasonKind.USUAL_TIME,
    ReasonKind.NEW,
    ReasonKind.SEQUENCE,
)
HOUR_MS = 3_600_000
STEP_MS = 2 * HOUR_MS  # between two advices, so that no showing is the same as the one before


SCALES = np.array([1.0, 0.9, 0.8, 0.7, 0.6, 0.25, 0.25, 0.6])
"""How much a reason of each kind adds on average: what was never opened has little to its credit."""

HIDDEN = [5, 6]


@dataclass(slots=True)
class World:
    """So many documents, of which each time others fit; a person with a taste of their own.

    off: how far the person's liking of kinds and of single documents lies from what scores say (log-odds). hidden: how
    much more, as likely as not, the person likes what has little to its credit.
    """

    seed: int
    documents: int = 30
    off: float = 0.4
    hidden: float = 2.5
    slopes: NDArray[np.float64] = field(init=False)
    liking: NDArray[np.float64] = field(init=False)
    own: NDArray[np.float64] = field(init=False)
    lead: NDArray[np.int64] = field(init=False)
    rng: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.rng = np.random.default_rng(self.seed)
        self.slopes = 0.7 + 0.3 * self.rng.standard_normal(len(PARTS))
        self.liking = self.off * self.rng.standard_normal(len(PARTS))
        self.liking[HIDDEN] += self.hidden * (self.rng.random(len(HIDDEN)) < 0.5)
        self.own = self.off * self.rng.standard_normal(self.documents)
        self.lead = self.rng.integers(0, len(PARTS), self.documents)

    def candidates(self) -> tuple[list[tuple[int, Scored]], NDArray[np.float64]]:
        """Return documents as the recommender ranks them now, and how likely the person takes each, by number."""
        others = self.rng.random((self.documents, len(PARTS))) < 0.15
        others[np.arange(self.documents), self.lead] = True
        parts = others * SCALES * self.rng.gamma(3.0, 1.0 / 3.0, (self.documents, len(PARTS)))
        order = np.argsort(-parts.sum(axis=1))
        ranked = [(int(place), _scored(parts[place].tolist())) for place in order]
        slopes = (parts - parts.mean(axis=0)) @ self.slopes / parts.sum(axis=1).std()
        return ranked, 1.0 / (1.0 + np.exp(1.5 - slopes - self.liking[parts.argmax(axis=1)] - self.own))


def _scored(parts: list[float]) -> Scored:
    reasons = tuple(Reason(kind, adds) for kind, adds in zip(PARTS, parts, strict=True) if adds)
    return Scored(sum(parts), 0.0, reasons)


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of it. regret: takings missed against the best slate each time. history: what was shown and said."""

    regret: NDArray[np.float64]
    history: list[Shown]
    truth: list[dict[int, float]]


def live(world: World, bandit: Bandit, advices: int, *, seed: int = 0) -> Lived:
    """Let the bandit advise so often; the person takes documents as their taste has it."""
    policy_rng, person = np.random.default_rng([seed, 1]), np.random.default_rng([seed, 2])
    history: list[Shown] = []
    regret = np.zeros(advices)
    truth: list[dict[int, float]] = []
    for at in range(advices):
        now_ms = (at + 1) * STEP_MS
        ranked, chance = world.candidates()
        rivals = {"recommender": [document for document, _ in ranked[: bandit.places]]}
        chosen = bandit.choose(ranked, f"c{at}", history, now_ms, policy_rng, rivals=rivals)
        places = [one.document for one in chosen]
        regret[at] = np.sort(chance)[::-1][: bandit.places].sum() - chance[places].sum()
        truth.append(dict(enumerate(chance.tolist())))
        for one in chosen:
            takes = person.random() < chance[one.document]
            history.append(_shown(one, len(history) + 1, at, now_ms, takes=takes))
    return Lived(regret, history, truth)


def _shown(one: Choice, number: int, at: int, now_ms: int, *, takes: bool) -> Shown:
    offer = Offer(number, now_ms, one.policy, one.propensity, one.place)
    offered = Offered(offer, Kind.DOCUMENT, one.why, one.document, None, f"c{at}", one.features, now_ms)
    return Shown(offered, (Said(number, now_ms, Verdict.OPENED),) if takes else ())


def regrets(seeds: Sequence[int], advices: int, *, off: float = 0.4, hidden: float = 2.5) -> dict[str, list[float]]:
    """Return the regret of each seed's person under the policies, in documents not taken."""
    policies = {"thompson": Bandit(), "greedy": Bandit(explores=False)}
    found = {
        name: [
            float(live(World(seed, off=off, hidden=hidden), bandit, advices, seed=seed).regret.sum()) for seed in seeds
        ]
        for name, bandit in policies.items()
    }
    return {**found, "recommender": [float(_unlearned(World(seed, off=off, hidden=hidden), advices)) for seed in seeds]}


def _unlearned(world: World, advices: int) -> float:
    missed = 0.0
    for _ in range(advices):
        ranked, chance = world.candidates()
        missed += np.sort(chance)[::-1][:5].sum() - chance[[document for document, _ in ranked[:5]]].sum()
    return missed
