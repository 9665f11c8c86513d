"""Documents and rows as points whose product says how well they go together: implicit matrix factorisation.

Alternating least squares on all pairs, used or not (Hu, Koren and Volinsky, 2008), regularised by how often something
was used (Rendle, Krichene, Zhang and Koren, 2022). Words of the documents are rows, too, so that a document nobody
used yet has its place. Each half step is solved exactly, but in the space where the sum over all pairs is diagonal, so
that a row with few uses costs a system as small as they are few (Woodbury), many rows at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.tables import Dense, Places, Table, scaled, standard_at
from engine.sparse import beside

_MOST_NUMBERS = 2_000_000  # of one batch: 8 MB
_WASTE = 1.15  # how much longer the longest row of a batch may be than its shortest


@dataclass(frozen=True, slots=True)
class FactorSettings:
    """dimensions of the points; rounds of both half steps; unused: weight of a pair that was not used.

    strength: of regularisation. word: how much a document's word counts beside a use, unused_word: of other words.
    """

    dimensions: int = 256
    rounds: int = 8
    strength: float = 0.003
    unused: float = 0.005
    word: float = 0.3
    unused_word: float = 0.001


@dataclass(frozen=True, slots=True)
class Axes:
    """The weighted sum over all points of one side, as its axes: lengths (d,) and directions (d, d)."""

    length: NDArray[np.float64]
    direction: NDArray[np.float64]


def axes(gram: NDArray[np.floating]) -> Axes:
    """Return the axes of a symmetric matrix (d, d) without negative lengths."""
    length, direction = np.linalg.eigh(gram.astype(np.float64))
    return Axes(np.maximum(length, 0.0), direction)


@dataclass(frozen=True, slots=True)
class Factors:
    """What is known of documents: their points (documents, d), and the axes of their sum."""

    points: Dense
    axes: Axes
    settings: FactorSettings

    def rows(self, contexts: Table) -> Dense:
        """Return the points of rows (or contexts) that used these documents, as (rows, d)."""
        used, column = np.unique(contexts.indices, return_inverse=True)
        entries = Table(contexts.data, column, contexts.indptr, (contexts.shape[0], len(used)))
        return solved(entries, self.points[used], self.axes, self._regularised(contexts))

    def scores(self, contexts: Table) -> Dense:
        """Return how well every document goes with each row, as (rows, documents); about 1 for what was used."""
        return np.asarray(self.rows(contexts) @ self.points.T, dtype=np.float32)

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents)."""
        rows, kept = self.rows(contexts).astype(np.float64), self.axes
        squares = ((rows @ kept.direction) ** 2) @ (kept.length / self.settings.unused)
        total = rows @ self.points.sum(axis=0, dtype=np.float64)
        return standard_at(rows @ self.points[documents].T, total, squares, len(self.points))

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores (context, others); they sum to it."""
        root = np.sqrt(context.data.astype(np.float64))
        turned = (self.points[context.indices].astype(np.float64) @ self.axes.direction) * root[:, None]
        over = turned / (self.axes.length + self._regularised(context)[0])
        dual = np.linalg.solve(over @ turned.T + np.eye(len(root)), root)
        return np.asarray((over @ (self.points[documents] @ self.axes.direction).T) * dual[:, None], dtype=np.float64)

    def _regularised(self, contexts: Table) -> NDArray[np.float64]:
        told = self.settings
        return told.strength * (contexts.sums() + told.unused * len(self.points))


def fit_factors(
    uses: Table, words: Table | None, settings: FactorSettings, seed: int, stop: Callable[[], bool]
) -> Factors:
    """Return the factors of a table (rows, documents) of uses and a table (documents, words), None for none."""
    told = _fitting(settings, uses)
    rng = np.random.default_rng(seed)
    sides, over = [_Side(uses, told.unused, told)], [uses.T]
    if words is not None and words.shape[1]:
        told_words = scaled(words, rows=np.full(words.shape[0], told.word))
        sides.append(_Side(told_words.T, told.unused_word, told))
        over.append(told_words)
    regular, joined = told.strength * _weights(over, sides), beside(over)
    points = rng.normal(0.0, 0.1 / np.sqrt(told.dimensions), (uses.shape[1], told.dimensions)).astype(np.float32)
    for _ in range(told.rounds):
        if stop():
            break
        points = _documents_again(points, joined, sides, regular)
    return Factors(points, axes(told.unused * (points.T @ points)), told)


@dataclass(frozen=True, slots=True)
class _Side:
    """Rows, or words, that documents are fitted against, and the weight of pairs not used."""

    table: Table
    unused: float
    settings: FactorSettings

    def points(self, documents: Dense, gram: Dense) -> Dense:
        regular = self.settings.strength * (self.table.sums() + self.unused * len(documents))
        return solved(self.table, documents, axes(self.unused * gram), regular)


def _weights(over: list[Table], sides: list[_Side]) -> NDArray[np.float64]:
    """Return of each document the weight of all its pairs, used or not."""
    whole = np.zeros(over[0].shape[0])
    for one, side in zip(over, sides, strict=True):
        whole += one.sums() + side.unused * one.shape[1]
    return whole


def _fitting(settings: FactorSettings, uses: Table) -> FactorSettings:
    """Return settings with no more dimensions than the table can tell apart."""
    return replace(settings, dimensions=max(1, min(settings.dimensions, *uses.shape)))


def _documents_again(points: Dense, joined: Table, sides: list[_Side], regular: NDArray[np.float64]) -> Dense:
    """Return the documents' points after one round: first the other sides', then theirs."""
    gram = points.T @ points
    others = [side.points(points, gram) for side in sides]
    total = sum(side.unused * (one.T @ one) for side, one in zip(sides, others, strict=True))
    return solved(joined, np.concatenate(others), axes(np.asarray(total)), regular)


def solved(entries: Table, points: Dense, whole: Axes, regular: NDArray[np.float64]) -> Dense:
    """Return the least-squares point of each row of entries (confidences) against the points of its columns."""
    length, direction = whole.length.astype(np.float32), whole.direction.astype(np.float32)
    turned, regular = points @ direction, regular.astype(np.float32)
    made = np.zeros((entries.shape[0], points.shape[1]), np.float32)
    count = np.diff(entries.indptr)
    order = np.argsort(count, kind="stable")
    order = order[count[order] > 0]
    few, many = order[count[order] <= points.shape[1]], order[count[order] > points.shape[1]]
    for batch in _batches(count[few], points.shape[1]):
        rows = few[batch]
        made[rows] = _solved_few(entries, turned, rows, length[None, :] + regular[rows][:, None])
    for row in many:
        made[row] = _solved_many(entries, turned, row, length + regular[row])
    return np.asarray(made @ direction.T, dtype=np.float32)


def _batches(count: NDArray[np.int64], dimensions: int) -> list[slice]:
    """Return slices of rows about equally long, in ascending order of length."""
    found, start = [], 0
    while start < len(count):
        longest = max(int(count[start] * _WASTE), int(count[start]) + 1)
        end = min(
            int(np.searchsorted(count, longest, "right")), start + max(1, _MOST_NUMBERS // (longest * dimensions))
        )
        found.append(slice(start, end))
        start = end
    return found


def _solved_few(entries: Table, turned: Dense, rows: NDArray[np.int64], diagonal: Dense) -> Dense:
    """Return points of rows with fewer entries than dimensions: (D + B'B)^-1 B'c = D^-1 B' (1 + B D^-1 B')^-1 c."""
    count = np.diff(entries.indptr)[rows]
    steps = np.arange(int(count.max()))
    there = steps[None, :] < count[:, None]
    place = np.where(there, entries.indptr[rows][:, None] + steps, 0)
    root = np.sqrt(np.where(there, entries.data[place], 0.0)).astype(np.float32)  # (rows, longest)
    near = turned[entries.indices[place]] * root[:, :, None]  # (rows, longest, d)
    over = near / diagonal[:, None, :]
    inner = over @ near.transpose(0, 2, 1)  # (rows, longest, longest)
    inner[:, steps, steps] += 1.0
    dual = np.linalg.solve(inner, root[:, :, None])
    return np.asarray((over.transpose(0, 2, 1) @ dual)[:, :, 0], dtype=np.float32)


def _solved_many(entries: Table, turned: Dense, row: int, diagonal: Dense) -> Dense:
    own = slice(entries.indptr[row], entries.indptr[row + 1])
    near, weight = turned[entries.indices[own]], entries.data[own]
    inner = (near * weight[:, None]).T @ near
    inner[np.arange(len(diagonal)), np.arange(len(diagonal))] += diagonal
    return np.asarray(np.linalg.solve(inner, near.T @ weight), dtype=np.float32)
