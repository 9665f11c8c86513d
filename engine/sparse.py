"""Tables that are almost empty: what stands in them, row by row (compressed sparse rows), and arithmetic with it.

Only what Kairos computes is here, with NumPy alone: SciPy would bring linear algebra of its own, 70 MB of a package.
Source: the format is that of Duff, Grimes and Lewis, 1989, "Sparse Matrix Test Problems"; products go row by row, as in
Gustavson, 1978, "Two Fast Algorithms for Sparse Matrices".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]
Places: TypeAlias = NDArray[np.int64]

_AT_ONCE = 100_000  # numbers that are computed together: few enough to stay near the processor, which halves the time
_DENSE = 30  # times as many places as numbers: to look through all places is still less work than to sort


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """A table (rows, columns) by rows: the columns of each ascend, and none comes twice.

    data: the values that are there, of any type of numbers; a 0 among them counts as there. indices: their columns.
    indptr: where each row begins in both, and the end. What is made of a table shares what stays as it was.
    """

    data: Numbers
    indices: Places
    indptr: Places
    shape: tuple[int, int]

    @classmethod
    def of(cls, rows: Numbers, columns: Numbers, values: Numbers, shape: tuple[int, int]) -> Sparse:
        """Return the table with these values, of what is named twice the sum; ValueError for a place outside it."""
        rows, columns, values = np.asarray(rows, np.int64), np.asarray(columns, np.int64), np.asarray(values)
        for places, many in ((rows, shape[0]), (columns, shape[1])):
            if len(places) and not 0 <= int(places.min()) <= int(places.max()) < many:
                raise ValueError("a value lies outside the table")
        place = rows * shape[1] + columns
        if np.any(place[1:] <= place[:-1]):
            place, told = np.unique(place, return_inverse=True)
            values = _added(told, values, len(place))
        return _at(place, values, shape)

    @property
    def T(self) -> Sparse:  # noqa: N802  (as NumPy has it)
        """The table turned round, again by rows."""
        order = np.argsort(self.indices, kind="stable")
        begins = _begins(np.bincount(self.indices, minlength=self.shape[1]))
        return Sparse(self.data[order], self.row[order], begins, (self.shape[1], self.shape[0]))

    @property
    def row(self) -> Places:
        """The row of each value."""
        return np.repeat(np.arange(self.shape[0]), np.diff(self.indptr))

    def with_data(self, data: Numbers) -> Sparse:
        """Return the table with other values in the same places."""
        return replace(self, data=data)

    def kept(self, which: NDArray[np.bool_]) -> Sparse:
        """Return the table without the values that are not marked."""
        count = np.bincount(self.row[which], minlength=self.shape[0])
        return Sparse(self.data[which], self.indices[which], _begins(count), self.shape)

    def toarray(self) -> Numbers:
        """Return the whole table, with its zeros."""
        whole = np.zeros(self.shape, self.data.dtype)
        whole[self.row, self.indices] = self.data
        return whole

    def sums(self) -> NDArray[np.float64]:
        """Return the sum of each row."""
        return np.bincount(self.row, self.data, self.shape[0]).astype(np.float64)

    def rows(self, which: Numbers | slice) -> Sparse:
        """Return some rows, in the order they are named; or those of a slice."""
        if isinstance(which, slice) and which.step in {None, 1}:
            first, end, _ = which.indices(self.shape[0])
            return self._slice(first, max(first, end))
        which = np.arange(self.shape[0])[which] if isinstance(which, slice) else which
        count = self.counted(which)
        place = _runs(self.indptr[which], count)
        return Sparse(self.data[place], self.indices[place], _begins(count), (len(which), self.shape[1]))

    def columns(self, which: Numbers) -> Sparse:
        """Return some columns, in the order they are named; each may be named once, ValueError for none of them."""
        which = np.asarray(which, np.int64)
        if len(which) and not 0 <= int(which.min()) <= int(which.max()) < self.shape[1]:
            raise ValueError("a column lies outside the table")
        number = np.full(self.shape[1], -1)
        number[which] = np.arange(len(which))
        if np.any(number[which] != np.arange(len(which))):
            raise ValueError("a column is named twice")
        there = number[self.indices] >= 0
        some, shape = self.kept(there), (self.shape[0], len(which))
        columns = number[some.indices]
        if np.all(which[1:] > which[:-1]):
            return Sparse(some.data, columns, some.indptr, shape)
        return Sparse.of(some.row, columns, some.data, shape)

    @overload
    def __matmul__(self, other: Sparse) -> Sparse: ...
    @overload
    def __matmul__(self, other: Numbers) -> Numbers: ...
    def __matmul__(self, other: Sparse | Numbers) -> Sparse | Numbers:
        """Return the product with another table, or with a vector or matrix of NumPy's; sums of 0 may be left out."""
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} does not go with {other.shape}")
        if isinstance(other, Sparse):
            return stacked([_product(part, other) for part in self._parts(other.counted(self.indices))])
        if other.ndim == 1:
            return np.bincount(self.row, self.data * other[self.indices], self.shape[0])
        wide = np.full(len(self.data), other.shape[1])
        return np.concatenate([_beside_matrix(part, other) for part in self._parts(wide)])

    def counted(self, rows: Places) -> Places:
        """Return how many values there are in rows, by their numbers."""
        return np.asarray(self.indptr[rows + 1] - self.indptr[rows], np.int64)

    def _slice(self, first: int, end: int) -> Sparse:
        own = slice(int(self.indptr[first]), int(self.indptr[end]))
        begins = self.indptr[first : end + 1] - self.indptr[first]
        return Sparse(self.data[own], self.indices[own], begins, (end - first, self.shape[1]))

    def _parts(self, cost: Numbers) -> Iterator[Sparse]:
        """Yield the table in runs of rows whose values cost so much that a run can be held; at least one."""
        sums = np.concatenate([[0], np.cumsum(cost)])[self.indptr] + np.arange(self.shape[0] + 1)
        first = 0
        while True:
            end = max(first + 1, int(np.searchsorted(sums, sums[first] + _AT_ONCE, "right")) - 1)
            end = min(end, self.shape[0])
            yield self._slice(first, end)
            first = end
            if first >= self.shape[0]:
                return


def stacked(parts: Sequence[Sparse]) -> Sparse:
    """Return tables of the same columns one under the other."""
    if len(parts) == 1:
        return parts[0]
    data, indices = (np.concatenate([getattr(one, name) for one in parts]) for name in ("data", "indices"))
    count = np.concatenate([np.diff(one.indptr) for one in parts])
    return Sparse(data, indices, _begins(count), (len(count), parts[0].shape[1]))


def beside(parts: Sequence[Sparse]) -> Sparse:
    """Return tables of the same rows side by side."""
    begins = np.cumsum([0, *(one.shape[1] for one in parts)])
    rows = np.concatenate([one.row for one in parts])
    columns = np.concatenate([one.indices + begin for one, begin in zip(parts, begins[:-1], strict=True)])
    values = np.concatenate([one.data for one in parts])
    return Sparse.of(rows, columns, values, (parts[0].shape[0], int(begins[-1])))


def _at(place: Places, values: Numbers, shape: tuple[int, int]) -> Sparse:
    """Return the table with values at places that ascend, counted through all rows."""
    first = np.arange(shape[0] + 1) * shape[1]
    begins = np.searchsorted(place, first)
    return Sparse(values, place - np.repeat(first[:-1], np.diff(begins)), begins, shape)


def _begins(count: Numbers) -> Places:
    return np.concatenate([[0], np.cumsum(count, dtype=np.int64)])


def _runs(first: Numbers, count: Numbers) -> Places:
    """Return first, first + 1, ... of each run, so many as it counts."""
    return np.asarray(np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count - first, count), np.int64)


def _added(told: Numbers, values: Numbers, many: int) -> Numbers:
    return np.bincount(told, values, many).astype(values.dtype)


def _product(one: Sparse, other: Sparse) -> Sparse:
    """Return the product of two tables: every value of the one times the row of the other that it stands for."""
    count = other.counted(one.indices)
    place = _runs(other.indptr[one.indices], count)
    values = np.repeat(one.data, count) * other.data[place]
    shape = (one.shape[0], other.shape[1])
    where = np.repeat(one.row * shape[1], count) + other.indices[place]
    if shape[0] * shape[1] <= max(_AT_ONCE, _DENSE * len(where)):
        whole = np.bincount(where, values, shape[0] * shape[1])
        there = np.flatnonzero(whole != 0)
        return _at(there, whole[there].astype(values.dtype), shape)
    found, told = np.unique(where, return_inverse=True)
    return _at(found, _added(told, values, len(found)), shape)


def _beside_matrix(one: Sparse, other: Numbers) -> Numbers:
    """Return the product of a table and a matrix."""
    made = np.zeros((one.shape[0], other.shape[1]), np.result_type(one.data, other))
    filled = np.flatnonzero(np.diff(one.indptr))
    if len(filled):
        made[filled] = np.add.reduceat(other[one.indices] * one.data[:, None], one.indptr[filled], axis=0)
    return made
