"""Groups of alike points: k-means and DBSCAN, judged by their silhouette."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from engine.insights.columns import Floats, Whole

MOST_GROUPS = 6
NOISE = -1
"""The group of what is in none."""

_STARTS, _ROUNDS = 6, 40
_NEIGHBOURS = 5
_REACHES = (0.5, 0.65, 0.8, 0.9)  # quantiles of how far the fifth neighbour is
_MOST_NOISE = 0.25
_LEAST_MEMBERS = 5


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which group each point is in. silhouette: of the points in groups, after Rousseeuw (1987)."""

    method: str
    of: Whole
    silhouette: float


def best_grouping(points: Floats, dice: Generator) -> Grouping | None:
    """Return the grouping of the highest silhouette by either way, None where every one has a group too small."""
    apart = distances(points)
    tried = [("k-means", k_means(points, count, dice)) for count in range(2, MOST_GROUPS + 1)]
    fifth = np.sort(apart, axis=1)[:, min(_NEIGHBOURS, len(points) - 1)]
    tried += [("DBSCAN", dbscan(apart, float(reach))) for reach in np.quantile(fifth, _REACHES)]
    found = [Grouping(method, of, silhouette(apart, of)) for method, of in tried if _is_fit(of)]
    return max(found, key=lambda one: one.silhouette, default=None)


def _is_fit(of: Whole) -> bool:
    sizes = np.unique(of[of != NOISE], return_counts=True)[1]
    return 1 < len(sizes) <= MOST_GROUPS and sizes.min() >= _LEAST_MEMBERS and (of == NOISE).mean() <= _MOST_NOISE


def distances(points: Floats) -> Floats:
    """Return how far each point is from each other one."""
    squares = (points**2).sum(axis=1)
    found: Floats = np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * points @ points.T, 0.0))
    return found


def k_means(points: Floats, count: int, dice: Generator) -> Whole:
    """Return the best of several groupings around so many middles (Lloyd; begun as k-means++ does)."""
    best, least = np.zeros(len(points), np.int64), np.inf
    for _ in range(_STARTS):
        middles = _begun(points, count, dice)
        of = best
        for _ in range(_ROUNDS):
            of = ((points[:, None] - middles[None]) ** 2).sum(axis=2).argmin(axis=1)
            moved = np.array([points[of == k].mean(axis=0) if (of == k).any() else middles[k] for k in range(count)])
            if np.allclose(moved, middles):
                break
            middles = moved
        spread = float(((points - middles[of]) ** 2).sum())
        if spread < least:
            best, least = of, spread
    return best


def _begun(points: Floats, count: int, dice: Generator) -> Floats:
    chosen = [points[dice.integers(len(points))]]
    while len(chosen) < count:
        away = np.min([((points - one) ** 2).sum(axis=1) for one in chosen], axis=0)
        total = away.sum()
        chosen.append(points[dice.choice(len(points), p=away / total) if total else 0])
    return np.array(chosen)


def dbscan(apart: Floats, reach: float) -> Whole:
    """Return the groups of points that are linked by points with several neighbours within reach (Ester, 1996)."""
    near = apart <= reach
    core = near.sum(axis=1) > _NEIGHBOURS - 1
    of = np.full(len(apart), NOISE)
    group = 0
    for seed in np.flatnonzero(core):
        if of[seed] != NOISE:
            continue
        waiting = [int(seed)]
        of[seed] = group
        while waiting:
            at = waiting.pop()
            if not core[at]:
                continue
            fresh = np.flatnonzero(near[at] & (of == NOISE))
            of[fresh] = group
            waiting += fresh.tolist()
        group += 1
    return of


def silhouette(apart: Floats, of: Whole) -> float:
    """Return how much nearer points are to their own group than to the next one: -1 to 1."""
    inside = of != NOISE
    apart, of = apart[np.ix_(inside, inside)], of[inside]
    groups, sizes = np.unique(of, return_counts=True)
    sums = np.array([apart[:, of == one].sum(axis=1) for one in groups]).T
    own = np.searchsorted(groups, of)
    rows = np.arange(len(of))
    alike = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    others = sums / sizes
    others[rows, own] = np.inf
    next_one = others.min(axis=1)
    return float(((next_one - alike) / np.maximum(np.maximum(alike, next_one), 1e-12)).mean())
