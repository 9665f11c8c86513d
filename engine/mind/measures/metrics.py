"""Figures of merit of probabilities, scores and ranked lists.

Of lists: a rank is 1 for the first, 0 where what was right is not on the list at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


# ---------------------------------------------------------------- scores and probabilities


def auc(score: ArrayLike, label: ArrayLike) -> float:
    """Return how likely a positive case scores above a negative one, ties counting half; NaN where one kind is missing.

    Source: Hanley and McNeil, 1982.
    """
    values, positive = np.asarray(score, dtype=np.float64), np.asarray(label, dtype=bool)
    many = int(positive.sum())
    few = len(positive) - many
    if not many or not few:
        return float("nan")
    return float((_mid_ranks(values)[positive].sum() - many * (many + 1) / 2) / (many * few))


def within_person_auc(score: ArrayLike, label: ArrayLike, person: ArrayLike) -> float:
    """Return the mean over people of each one's AUC; people with one kind of case only do not count."""
    values, labels, people = np.asarray(score), np.asarray(label), np.asarray(person)
    each = [auc(values[people == one], labels[people == one]) for one in np.unique(people)]
    known = [value for value in each if not np.isnan(value)]
    return float(np.mean(known)) if known else float("nan")


def brier(probability: ArrayLike, label: ArrayLike) -> float:
    """Return the mean squared distance of probabilities from what came; 0 is best. Source: Brier, 1950."""
    off = np.asarray(probability, dtype=np.float64) - np.asarray(label, dtype=np.float64)
    return float(np.mean(off * off))


def brier_skill(probability: ArrayLike, label: ArrayLike, reference: ArrayLike) -> float:
    """Return the share of the reference's Brier score that is saved: 1 is perfect, 0 no better, below worse."""
    return 1.0 - brier(probability, label) / max(brier(reference, label), 1e-12)


def ece(probability: ArrayLike, label: ArrayLike, bins: int = 10) -> float:
    """Return the expected calibration error: how far what was promised lies from what came, over bins of equal width.

    Source: Naeini, Cooper and Hauskrecht, 2015.
    """
    promised, came = np.asarray(probability, dtype=np.float64), np.asarray(label, dtype=np.float64)
    if not len(promised):
        return float("nan")
    place = np.clip((promised * bins).astype(np.int64), 0, bins - 1)
    gap = np.bincount(place, weights=promised - came, minlength=bins)
    return float(np.abs(gap).sum() / len(promised))


def spearman(one: ArrayLike, other: ArrayLike) -> float:
    """Return the correlation of ranks, ties sharing theirs; NaN where one of them never changes."""
    first, second = (_mid_ranks(np.asarray(values, dtype=np.float64)) for values in (one, other))
    if not first.size or np.ptp(first) == 0 or np.ptp(second) == 0:
        return float("nan")
    return float(np.corrcoef(first, second)[0, 1])


# ---------------------------------------------------------------- ranked lists


def ranks(scores: ArrayLike, target: ArrayLike, there: ArrayLike | None = None) -> NDArray[np.int64]:
    """Return the rank of each row's target column; 0 for a target below 0 (not on the list).

    scores: (cases, candidates). there: which candidates count, all where left out. Equal scores stand in the order of
    columns.
    """
    values = np.array(scores, dtype=np.float64)
    if there is not None:
        values[~np.asarray(there, dtype=bool)] = -np.inf
    column = np.asarray(target, dtype=np.int64)
    found = np.flatnonzero(column >= 0)
    own = values[found, column[found]][:, None]
    before = np.arange(values.shape[1])[None, :] < column[found][:, None]
    result = np.zeros(len(values), dtype=np.int64)
    result[found] = 1 + (values[found] > own).sum(axis=1) + ((values[found] == own) & before).sum(axis=1)
    return result


def reciprocal(rank: ArrayLike) -> NDArray[np.float64]:
    """Return 1 / rank of each case, 0 where it is not on the list; their mean is the MRR."""
    places = np.asarray(rank, dtype=np.float64)
    return np.divide(1.0, places, out=np.zeros_like(places), where=places > 0)


def hits(rank: ArrayLike, k: int) -> NDArray[np.float64]:
    """Return for each case whether its target is among the first k (1 or 0); their mean is the hit rate at k."""
    places = np.asarray(rank)
    return ((places > 0) & (places <= k)).astype(np.float64)


def mrr(rank: ArrayLike) -> float:
    """Return the mean reciprocal rank."""
    return _mean(reciprocal(rank))


def hit_rate(rank: ArrayLike, k: int) -> float:
    """Return the share of cases whose target is among the first k."""
    return _mean(hits(rank, k))


def recall(found: ArrayLike, relevant: ArrayLike, k: int) -> NDArray[np.float64]:
    """Return of each list the share of all that is relevant among its first k.

    found: (lists, places), true where what stands there is relevant. relevant: how many there are per list.
    """
    right = np.asarray(found, dtype=bool)[:, :k].sum(axis=1)
    return np.asarray(right / np.maximum(np.asarray(relevant), 1), dtype=np.float64)


def ndcg(found: ArrayLike, relevant: ArrayLike, k: int) -> NDArray[np.float64]:
    """Return of each list the discounted gain of its first k over the best possible; arguments as of recall.

    Source: Järvelin and Kekäläinen, 2002.
    """
    right = np.asarray(found, dtype=np.float64)[:, :k]
    worth = 1.0 / np.log2(np.arange(2, k + 2))
    best = np.concatenate([[0.0], np.cumsum(worth)])[np.minimum(np.asarray(relevant, dtype=np.int64), k)]
    gain = right @ worth[: right.shape[1]]
    return np.asarray(np.divide(gain, best, out=np.zeros_like(gain), where=best > 0), dtype=np.float64)


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _mid_ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ranks from 1, equal values sharing the middle of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2.0)[place], dtype=np.float64)
