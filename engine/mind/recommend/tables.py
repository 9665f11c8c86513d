"""Sparse tables of rows (sessions or people) and documents, and what all parts of the recommender do with them."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.sparse import Sparse

Table: TypeAlias = Sparse
"""Of float32."""
Dense: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.int64]

_AT_ONCE = 1_000  # rows compared with all others together
_TINY = 1e-9


def table(rows: Places, columns: Places, values: NDArray[Any], shape: tuple[int, int]) -> Table:
    """Return the sparse table with these values; of what is named twice the sum."""
    return Sparse.of(rows, columns, np.asarray(values, np.float32), shape)


def scaled(one: Table, rows: NDArray[Any] | None = None, columns: NDArray[Any] | None = None) -> Table:
    """Return the table with every row and every column multiplied by its factor."""
    data = one.data.astype(np.float32)
    if rows is not None:
        data *= np.repeat(np.asarray(rows, np.float32), np.diff(one.indptr))
    if columns is not None:
        data *= np.asarray(columns, np.float32)[one.indices]
    return one.with_data(data)


def squares(one: Table) -> NDArray[np.float64]:
    """Return of each row the sum of its squared values."""
    return one.with_data(one.data.astype(np.float64) ** 2).sums()


def unit_rows(one: Table) -> Table:
    """Return the table with rows of length 1; empty rows stay empty."""
    return scaled(one, rows=1.0 / np.maximum(np.sqrt(squares(one)), _TINY))


def standard(scores: Dense) -> Dense:
    """Return scores with each row's mean taken off, in rows of length 1; nothing where all are equal.

    So they can be added up, however an arm counts and however many documents there are.
    """
    off = scores - scores.mean(axis=1, keepdims=True, dtype=np.float64)
    length = np.sqrt((off**2).sum(axis=1, keepdims=True))
    return np.where(length > _TINY, off / np.maximum(length, _TINY), 0.0).astype(np.float32)


def standard_at(some: NDArray[Any], total: NDArray[Any], squares: NDArray[Any], count: int) -> Dense:
    """Return what standard makes of some scores of each row, of whose count scores sum and sum of squares are known."""
    mean = np.asarray(total, np.float64)[:, None] / count
    length = np.sqrt(np.maximum(np.asarray(squares, np.float64)[:, None] - count * mean**2, 0.0))
    return np.where(length > _TINY, (some - mean) / np.maximum(length, _TINY), 0.0).astype(np.float32)


def standard_of(scores: Table, places: Places) -> Dense:
    """Return what standard makes of the scores of some columns of a sparse table."""
    return standard_at(scores.columns(places).toarray(), scores.sums(), squares(scores), scores.shape[1])


def strongest(dense: Dense, k: int) -> tuple[Places, Dense]:
    """Return places and values of the k largest of each row, in no order."""
    k = min(k, dense.shape[1])
    place = np.argpartition(-dense, k - 1, axis=1)[:, :k] if k < dense.shape[1] else _all_places(dense)
    return place, np.take_along_axis(dense, place, axis=1)


def nearest(features: Table, k: int) -> Table:
    """Return the cosines of each row of features to its k nearest other rows, as a table (rows, rows)."""
    unit = unit_rows(features)
    across, count, parts = unit.T, features.shape[0], []
    for start in range(0, count, _AT_ONCE):
        near = unit.rows(slice(start, start + _AT_ONCE)) @ across
        row = near.row
        near.data[near.indices == start + row] = 0.0
        kept = near.data > 0
        for crowded in np.flatnonzero(np.diff(near.indptr) > k + 1):
            own = slice(near.indptr[crowded], near.indptr[crowded + 1])
            kept[own.start + np.argpartition(near.data[own], -k)[:-k]] = False
        parts.append((start + row[kept], near.indices[kept], near.data[kept]))
    rows, columns, values = (np.concatenate(column) for column in zip(*parts, strict=True))
    return table(rows, columns, values, (count, count))


def _all_places(dense: Dense) -> Places:
    return np.broadcast_to(np.arange(dense.shape[1]), dense.shape).copy()
