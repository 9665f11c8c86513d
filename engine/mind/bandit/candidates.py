"""Documents to choose from as the bandit sees them.

Of each: what every kind of reason adds, which kind leads, as the arm that proposes it, and how often it was ignored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, log1p

import numpy as np
from numpy.typing import NDArray

from engine.domain.offers import Shown
from engine.domain.recommended import Reason, ReasonKind, Scored, Verdict
from engine.mind.bandit.spoken import DAY_MS, Alike, Spoken
from engine.mind.bandit.taste import Taste, learned
from engine.mind.bandit.trials import Trials, taken

PARTS: tuple[ReasonKind, ...] = (
    ReasonKind.LIKE_NOW,
    ReasonKind.TOGETHER,
    ReasonKind.AFTER,
    ReasonKind.RECENT,
    ReasonKind.OFTEN,
    ReasonKind.USUAL_TIME,
    ReasonKind.NEW,
    ReasonKind.SEQUENCE,
    ReasonKind.OTHER,
)
"""What is told apart; every other reason counts as OTHER."""

_LEADS = "leads_"

FEATURES: tuple[str, ...] = (
    *(kind.value for kind in PARTS),
    *(_LEADS + kind.value for kind in PARTS),
    "ignored",
)
"""The names features are stored by with an offer."""

OWN_FROM = 1 + len(FEATURES)
"""Weights from here on are of single documents; before are the constant and the features."""

SLOPE = 0.7
"""How much a standard deviation of the recommender's score raises the log-odds of acceptance, before any feedback."""

_INTERCEPT, _INTERCEPT_OFF = -1.0, 1.0
_TOGETHER_OFF, _APART_OFF = 0.2, 0.3  # of the slopes: all at once, and each by itself
_LEAD_OFF = 0.8  # of what a kind that leads is liked better or worse than its score says
_IGNORED, _IGNORED_OFF = -0.35, 0.25
_OWN_OFF = 0.5  # of what a document is liked better or worse than its features say
_IGNORED_WITHIN_MS = 7 * DAY_MS
_SMALLEST = 1e-9


def prior(documents: int) -> Taste:
    """Return what is believed of so many documents before any feedback.

    The recommender is right, what is ignored is not wanted, and each document may be liked for itself.
    """
    parts = len(PARTS)
    mean = np.array([_INTERCEPT, *[SLOPE] * parts, *[0.0] * parts, _IGNORED, *[0.0] * documents])
    apart = [_INTERCEPT_OFF, *[_APART_OFF] * parts, *[_LEAD_OFF] * parts, _IGNORED_OFF, *[_OWN_OFF] * documents]
    covariance = np.diag(np.square(apart))
    covariance[1 : parts + 1, 1 : parts + 1] += _TOGETHER_OFF**2
    return Taste(mean, covariance)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Documents with their scores. features: one row each, as FEATURES names them. off: what "less" takes off.

    spread: one standard deviation of the scores, the unit of the features and of off.
    """

    documents: tuple[int, ...]
    why: tuple[Scored, ...]
    features: NDArray[np.float64]
    off: NDArray[np.float64]
    spread: float

    def learned(self, seen: Trials) -> Taste:
        """Return what is believed after the trials, of features and of each of these documents."""
        places = {document: place for place, document in enumerate(self.documents)}
        own = np.zeros((len(seen.reward), len(self.documents)))
        for row, document in enumerate(seen.document.tolist()):
            if document in places:
                own[row, places[document]] = 1.0
        known = np.column_stack([np.ones(len(seen.reward)), seen.features, own])
        return learned(prior(len(self.documents)), known, seen)

    def utilities(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of acceptance under weights: (d,) gives one per document, (n, d) n rows of them."""
        known = np.column_stack([np.ones(len(self.documents)), self.features, np.eye(len(self.documents))])
        return np.asarray(weights @ known.T - SLOPE * self.off, dtype=np.float64)

    def explained(self, place: int, taste: Taste) -> Scored:
        """Return the document's score as what was learned weighs its reasons, the weightiest first; they sum up."""
        scaled = (taste.mean / SLOPE).tolist()
        weights = dict(zip(FEATURES, scaled[1:], strict=False))
        why, lead = self.why[place], _lead(self.why[place])
        reasons = [replace(one, adds=one.adds * weights[_part(one.kind)]) for one in why.reasons]
        if lead is not None:
            liked = weights[_LEADS + why.reasons[lead].kind] * self.spread
            reasons[lead] = replace(reasons[lead], adds=reasons[lead].adds + liked)
        ignored = weights["ignored"] * float(self.features[place, -1]) * self.spread
        own = scaled[OWN_FROM + place] * self.spread
        return _summed(
            why.base, reasons, ignored, {Verdict.OPENED: own, Verdict.LESS: -float(self.off[place]) * self.spread}
        )


def gathered(
    ranked: Sequence[tuple[int, Scored]], shown: Sequence[Shown], said: Spoken, alike: Alike | None
) -> Candidates:
    """Return the documents of a ranking as candidates; shown: the showings before."""
    documents, why = tuple(document for document, _ in ranked), tuple(one for _, one in ranked)
    scores = np.array([one.score for one in why])
    spread = float(scores.std()) if len(scores) > 1 else 0.0
    spread = spread if spread > _SMALLEST else 1.0
    parts = np.array([_adds(one) for one in why]).reshape(len(why), len(PARTS)) / spread
    ignored = times_ignored(shown, said.now_ms)
    often = np.array([log1p(ignored.get(document, 0)) for document in documents])
    leads = np.array([_led_by(one) for one in why]).reshape(len(why), len(PARTS))
    features = np.column_stack([parts - parts.mean(axis=0), leads, often]) if why else np.zeros((0, len(FEATURES)))
    off = np.array([said.takes_off(document, alike) for document in documents])
    return Candidates(documents, why, features, off, spread)


def times_ignored(shown: Sequence[Shown], now_ms: int) -> dict[int, int]:
    """Return how often each document was shown within a week since it was last taken, and nothing was said of it."""
    found: dict[int, int] = {}
    for one in shown:
        document = one.offered.document_id
        if document is None or not now_ms - _IGNORED_WITHIN_MS <= one.offered.offer.made_ms <= now_ms:
            continue
        if taken(one.said):
            found[document] = 0
        elif not one.said:
            found[document] = found.get(document, 0) + 1
    return found


def _part(kind: ReasonKind) -> str:
    return kind.value if kind in PARTS else ReasonKind.OTHER.value


def _lead(why: Scored) -> int | None:
    """Return the place of the reason that adds most, None where none of those told apart adds anything."""
    told = [at for at, one in enumerate(why.reasons) if _part(one.kind) != ReasonKind.OTHER and one.adds > 0]
    return max(told, key=lambda at: why.reasons[at].adds) if told else None


def _led_by(why: Scored) -> list[float]:
    lead = _lead(why)
    return [float(lead is not None and why.reasons[lead].kind == kind) for kind in PARTS]


def _adds(why: Scored) -> list[float]:
    return [fsum(one.adds for one in why.reasons if _part(one.kind) == kind.value) for kind in PARTS]


def _summed(base: float, reasons: list[Reason], other: float, said: Mapping[str, float]) -> Scored:
    """Return the score of all of it; what was said only where it says so, the rest is OTHER."""
    told = [one for one in reasons if one.kind is not ReasonKind.OTHER]
    told += [Reason(ReasonKind.SAID, adds, verdict) for verdict, adds in said.items() if _fits(verdict, adds)]
    other += fsum(one.adds for one in reasons if one.kind is ReasonKind.OTHER)
    other += fsum(adds for verdict, adds in said.items() if not _fits(verdict, adds))
    told += [Reason(ReasonKind.OTHER, other)] if abs(other) > _SMALLEST else []
    told.sort(key=lambda one: (one.kind is ReasonKind.OTHER, -abs(one.adds)))
    return Scored(fsum([base, *(one.adds for one in told)]), base, tuple(told))


def _fits(verdict: str, adds: float) -> bool:
    return adds > _SMALLEST if verdict == Verdict.OPENED else adds < -_SMALLEST
