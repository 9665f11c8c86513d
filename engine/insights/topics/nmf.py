"""A table of numbers that are not negative as a product of two small ones (non-negative matrix factorisation).

Hierarchical alternating least squares: topic by topic of the one, then of the other, each the best there is while the
rest stays. Source: Cichocki and Phan, 2009, "Fast Local Algorithms for Large Scale Nonnegative Matrix and Tensor
Factorizations". Several beginnings go side by side, so that the table is passed once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.insights.columns import Floats
from engine.insights.topics.padded import Padded, padded, product
from engine.sparse import Sparse

Factors: TypeAlias = NDArray[np.float32]
"""(beginnings, topics, texts or words)."""


def beginning(values: Sparse, count: int, seed: int) -> tuple[Floats, Floats]:
    """Return what a factorisation may begin with: (topics, texts) and (topics, words), drawn.

    The draws are of NumPy's frozen generator, so that another version of NumPy finds the same topics.
    """
    texts, words = values.shape
    scale, dice = np.sqrt(values.data.sum() / texts / words / count), np.random.RandomState(seed)
    weights = np.abs(scale * dice.standard_normal((count, words)))
    return np.abs(scale * dice.standard_normal((texts, count))).T, weights


def factorised(
    values: Sparse, begun: Sequence[tuple[Floats, Floats]], rounds: int, enough: float
) -> tuple[Factors, Factors]:
    """Return parts (beginnings, topics, texts) and weights (beginnings, topics, words) whose products are like values.

    A beginning is done when its gradient, where it may go down, is enough of what it was in the first round.
    """
    parts, weights = (np.stack(each).astype(np.float32) for each in zip(*begun, strict=True))
    light = values.with_data(values.data.astype(np.float32))
    by_text, by_word = padded(light), padded(light.T)
    going, first = np.arange(len(parts)), np.full(len(parts), np.inf)
    for done in range(rounds):
        some, other = parts[going], weights[going]
        steep = _improve(some, other, by_text) + _improve(other, some, by_word)
        parts[going], weights[going] = some, other
        first = first if done else steep
        going = going[steep > enough * first[going]]
        if not len(going):
            break
    return parts, weights


def _improve(mine: Factors, other: Factors, table: list[Padded]) -> Floats:
    """Improve each topic of the one factor in turn; return how steep it was before, the sum of each beginning's."""
    runs, count, many = mine.shape
    wide = np.ascontiguousarray(other.reshape(runs * count, -1).T)
    wanted = np.ascontiguousarray(product(table, wide, many).T).reshape(mine.shape)
    alike = other @ other.transpose(0, 2, 1)
    steep = np.zeros(runs)
    for topic in range(count):
        now = mine[:, topic]
        slope = (alike[:, topic : topic + 1] @ mine)[:, 0] - wanted[:, topic]
        steep += np.abs(np.minimum(slope, np.where(now > 0, slope, 0))).sum(axis=1)
        bend = alike[:, topic, topic, None]
        now -= np.divide(slope, bend, out=np.zeros_like(slope), where=bend > 0)
        np.maximum(now, 0, out=now)
    return steep


def error(values: Sparse, parts: NDArray[Any], weights: NDArray[Any]) -> float:
    """Return the squared distance of values from the product of parts (topics, texts) and weights (topics, words)."""
    parts, weights = parts.astype(np.float64), weights.astype(np.float64)
    shared = float(np.sum((values @ weights.T) * parts.T))
    return float(values.data @ values.data) - 2 * shared + float(np.sum((parts @ parts.T) * (weights @ weights.T)))
