"""Rows of a sparse table that are about equally long, filled up to the same length: so many are multiplied at once.

NumPy adds up rows of different length one by one; rectangles it hands to BLAS. There topics spend their time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.insights.columns import Whole
from engine.sparse import Sparse

_STEP = 1.2  # by so much the longest of a rectangle may exceed the shortest
_AT_ONCE = 16_000  # values: with 60 columns of 4 bytes each what is multiplied stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Padded:
    """Some rows of a table. rows: (n,) their places. columns, values: (n, longest); a filled-up place has value 0."""

    rows: Whole
    columns: Whole
    values: NDArray[Any]


def padded(table: Sparse) -> list[Padded]:
    """Return the rows that hold anything, each once, the shortest first."""
    lengths = np.diff(table.indptr)
    order = np.argsort(lengths, kind="stable")
    order = order[lengths[order] > 0]
    return [_rectangle(table, rows, int(lengths[rows[-1]])) for rows in _alike(order, lengths[order])]


def product(parts: list[Padded], matrix: NDArray[Any], rows: int) -> NDArray[Any]:
    """Return the table that these are of, times a matrix (columns, any): (rows, any)."""
    made = np.zeros((rows, matrix.shape[1]), matrix.dtype)
    for part in parts:
        made[part.rows] = np.matmul(part.values[:, None, :], matrix[part.columns])[:, 0]
    return made


def _alike(order: Whole, lengths: Whole) -> Iterator[Whole]:
    """Yield runs of rows that are about equally long; lengths ascend."""
    first = 0
    while first < len(order):
        longest = int(lengths[first] * _STEP)
        end = min(int(np.searchsorted(lengths, longest, "right")), first + max(1, _AT_ONCE // longest))
        yield order[first:end]
        first = end


def _rectangle(table: Sparse, rows: Whole, longest: int) -> Padded:
    place = table.indptr[rows][:, None] + np.arange(longest)
    there = place < table.indptr[rows + 1][:, None]
    place = np.where(there, place, 0)
    return Padded(rows, np.where(there, table.indices[place], 0), np.where(there, table.data[place], 0))
