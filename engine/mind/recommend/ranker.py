"""How much each way of scoring counts: learned from what was chosen among what could have been."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.mind.measures.metrics import ndcg
from engine.mind.recommend.tables import Dense

FALLBACK: Mapping[str, float] = {
    "together": 0.5, "peers": 1.0, "factors": 3.0, "words": 0.5, "kin": 1.0, "meaning": 2.0, "front": 2.0,
    "calendar": 2.0, "follows": 2.0, "lately": 4.0, "today": 1.0, "these_days": 0.5, "often": 0.3, "usual_time": 1.0,
    "new": 0.5, "sequence": 3.0, "interest": 0.5,
}  # fmt: skip
"""What counts how much where nothing was learned; scores of contexts lie within 0 and 1, habits about so."""

_STEPS, _PACE = 200, 0.05
_DOUBT = 20.0  # cases that the fallback is worth beside those seen
_VARIES = 0.01  # a feature that varies less among the candidates tells nothing: its weight stays
_MOST = 40.0  # times the fallback: what few cases seem to say of a rare thing is not believed
_TINY = 1e-9
_TOP, _SWEEPS, _FACTORS = 20, 4, (0.0, 0.5, 1.5, 2.0)
_GAIN = 0.02  # of nDCG, divided by the root of the cases: less could be chance


@dataclass(frozen=True, slots=True)
class Cases:
    """Moments at which something was chosen: features (cases, candidates, names), right and there (cases, candidates).

    there: false for what only fills the row.
    """

    names: tuple[str, ...]
    features: Dense
    right: NDArray[np.bool_]
    there: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.features)


def learned(cases: Cases, fallback: Mapping[str, float] = FALLBACK) -> dict[str, float]:
    """Return weights, none below 0, under which what was chosen is the likeliest of each list (listwise softmax).

    They are drawn to the fallback, the more so the fewer cases there are.
    """
    start = np.array([fallback[name] for name in cases.names])
    useful = cases.right.any(axis=1)
    if not useful.any():
        return dict(zip(cases.names, start.tolist(), strict=True))
    kept = Cases(cases.names, cases.features[useful], cases.right[useful], cases.there[useful])
    scale = kept.features[kept.there].std(axis=0, dtype=np.float64)
    found = _descended(kept, start, np.maximum(scale, _VARIES))
    found = _polished(kept, np.where(scale > _VARIES, found, start), start)
    return dict(zip(cases.names, found.tolist(), strict=True))


def joined(parts: Sequence[Cases]) -> Cases:
    """Return several sets of cases of the same names as one."""
    longest = max(part.features.shape[1] for part in parts)
    padded = [_padded(part, longest - part.features.shape[1]) for part in parts]
    return Cases(
        parts[0].names,
        np.concatenate([part.features for part in padded]),
        np.concatenate([part.right for part in padded]),
        np.concatenate([part.there for part in padded]),
    )


def _padded(part: Cases, more: int) -> Cases:
    wide, flat = ((0, 0), (0, more), (0, 0)), ((0, 0), (0, more))
    return Cases(part.names, np.pad(part.features, wide), np.pad(part.right, flat), np.pad(part.there, flat))


def _descended(cases: Cases, start: NDArray[np.float64], scale: NDArray[np.float64]) -> NDArray[np.float64]:
    """Descend by Adam (Kingma and Ba, 2015) in units of each feature's spread, staying at or above 0."""
    features = np.asarray(cases.features / scale, dtype=np.float32)
    prior = weight = start * scale
    most = _MOST * prior
    mean, square = np.zeros_like(weight), np.zeros_like(weight)
    pull = _DOUBT / (len(cases) + _DOUBT)
    for step in range(1, _STEPS + 1):
        slope = _slope(features, cases, weight) + pull * (weight - prior)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + _TINY)
        weight = np.clip(weight - _PACE * min(1.0, 2 * (1 - step / _STEPS)) * move, 0.0, most)
    return np.asarray(weight / scale, dtype=np.float64)


def _polished(cases: Cases, weight: NDArray[np.float64], fallback: NDArray[np.float64]) -> NDArray[np.float64]:
    """Try other weights one after the other and keep what puts the chosen nearer to the top.

    The softmax asks how likely, a list of twenty only what is on it. A gain that chance could bring is not taken.
    """
    chance = _GAIN / np.sqrt(len(cases))
    best = _at_the_top(cases, weight)
    for _ in range(_SWEEPS):
        before = best
        for name in range(len(weight)):
            for tried in (*(weight[name] * factor for factor in _FACTORS), fallback[name], 4.0 * fallback[name]):
                other = weight.copy()
                other[name] = tried
                value = _at_the_top(cases, other)
                if value > best + chance:
                    weight, best = other, value
        if best <= before:
            break
    return weight


def _at_the_top(cases: Cases, weight: NDArray[np.float64]) -> float:
    """Return the mean nDCG of the first twenty."""
    score = np.where(cases.there, cases.features @ weight.astype(np.float32), -np.inf)
    k = min(_TOP, score.shape[1])
    first = np.argpartition(-score, k - 1, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(score, first, axis=1), axis=1, kind="stable")
    first = np.take_along_axis(first, order, axis=1)
    return float(ndcg(np.take_along_axis(cases.right, first, axis=1), cases.right.sum(axis=1), k).mean())


def _slope(features: Dense, cases: Cases, weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean slope of the cross entropy between what was chosen and the softmax of the scores."""
    score = np.where(cases.there, features @ weight.astype(np.float32), -np.inf)
    odds = np.exp(score - score.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    chosen = cases.right.sum(axis=1, keepdims=True)
    # A list of many counts more than one of one, but not as many times.
    off = (odds * np.sqrt(chosen) - cases.right / np.sqrt(chosen)).astype(np.float32)
    return np.asarray(np.einsum("nc,ncf->f", off, features) / len(features), dtype=np.float64)
