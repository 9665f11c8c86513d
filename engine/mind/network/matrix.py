"""The nearest vectors by the exact product with all of them, half precision in memory.

Slabs of rows, so that growing copies nothing; a removed row is used again by the next that comes. 100,000 rows of 384
numbers are 77 MB. Above some hundred thousand rows a short list comes first, where faiss is installed; the product
stays exact, and rows written since the list was made are all compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.mind.network.shortlist import FROM_ROWS, Shortlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from engine.domain.encoding import HalfVectors, Ids, Vectors

    Rows = npt.NDArray[np.int64]

_SLAB = 65_536
_NOBODY = -1
# Half-precision products are off by up to 0.0005: so many more than asked for are compared again exactly.
_SPARE = 4
_SPARE_LEAST = 64
# Below this share of all rows, the wanted ones alone are looked at.
_FEW = 8


class VectorMatrix:
    """Vectors by chunk id; answers which are nearest to one."""

    def __init__(self, dimensions: int, listed_from: int = FROM_ROWS) -> None:
        """listed_from: how many vectors a short list is made for."""
        self._width, self._listed_from = dimensions, listed_from
        self._clear()

    def _clear(self) -> None:
        self._slabs: list[torch.Tensor] = []
        self._shortlist = Shortlist(
            self._width, self._listed_from
        )  # one that is being made of what was there comes to nothing
        self._ids: Ids = np.empty(0, dtype=np.int64)  # per row; _NOBODY where it is free
        self._free: list[int] = []
        self._used = 0  # rows ever used; those behind are unused
        self._sorted: tuple[Ids, Rows] | None = None

    def __len__(self) -> int:
        """How many vectors there are."""
        return self._used - len(self._free)

    def load(self, blocks: Iterable[tuple[Ids, HalfVectors]]) -> None:
        """Take in whole blocks of chunk ids, each there once, and their vectors, in place of what there was."""
        self._clear()
        for ids, vectors in blocks:
            self._append(np.asarray(ids, dtype=np.int64), vectors)

    def add(self, ids: Ids, vectors: HalfVectors) -> None:
        """Take in more; an id that is there gets the new vector. What is no number counts as nothing."""
        ids, last = np.unique(np.asarray(ids, dtype=np.int64)[::-1], return_index=True)  # the last of equal ids
        if len(self) and len(ids):
            self.remove(ids)
        self._append(ids, np.asarray(vectors)[::-1][last])

    def _append(self, ids: Ids, vectors: HalfVectors) -> None:
        vectors = np.nan_to_num(np.asarray(vectors, dtype=np.float16), posinf=0, neginf=0)
        rows = self._take_rows(len(ids))
        self._ids[rows] = ids
        for slab, within, places in self._by_slab(rows):
            slab[torch.from_numpy(within)] = torch.from_numpy(vectors[places])
        self._shortlist.wrote(rows)
        self._sorted = None

    def remove(self, ids: Ids) -> None:
        """Forget these chunks; unknown ids are passed over."""
        rows = self._rows_of(np.asarray(ids, dtype=np.int64))
        rows = np.unique(rows[rows >= 0])
        if len(rows):
            self._ids[rows] = _NOBODY
            self._free.extend(rows.tolist())
            self._sorted = None

    def top(self, query: Vectors, k: int, among: Ids | None = None) -> list[tuple[int, float]]:
        """Return at most k chunk ids with their cosines to the query, best first, equal ones by id.

        among: only these ids; unknown ones are passed over.
        """
        wanted = torch.from_numpy(np.nan_to_num(np.asarray(query, dtype=np.float32).reshape(self._width)))
        if among is not None:
            rows = np.unique(self._rows_of(np.asarray(among, dtype=np.int64)))
            rows = rows[rows >= 0]
        else:
            rows = None
        if rows is None or len(rows) * _FEW > self._used:
            rows = self._candidates(wanted, k, rows)
        return self._best(wanted, k, rows)

    def of(self, ids: Ids) -> Vectors:
        """Return the chunks' vectors, one row per id in order; a row of zeros for an unknown id."""
        rows = self._rows_of(np.asarray(ids, dtype=np.int64))
        found: Vectors = np.zeros((len(rows), self._width), dtype=np.float32)
        there = np.flatnonzero(rows >= 0)
        found[there] = self._floats(rows[there])
        return found

    def prepare(self) -> None:
        """Make the short list now, a minute and a half for a million rows; without it that happens aside."""
        self._shortlist.make(self._used, self._floats)

    def _candidates(self, query: torch.Tensor, k: int, among: Rows | None) -> Rows:
        """Return the rows worth an exact look."""
        count = max(k * _SPARE, _SPARE_LEAST)
        listed = None
        if among is None:
            self._shortlist.follow(self._used, self._floats)
            listed = self._shortlist.near(query.numpy(), count)
        if listed is None:
            return self._best_halves(query, count, 0, among)
        rows, unlisted = listed
        rows = np.concatenate([rows, self._best_halves(query, count, unlisted, None)])
        known: Rows = rows[self._ids[rows] != _NOBODY]
        return known

    def _best_halves(self, query: torch.Tensor, count: int, start: int, among: Rows | None) -> Rows:
        """Return the best rows from the start on by half-precision products with all of them."""
        scores = self._scores(query, start)
        out = self._ids[start : self._used] == _NOBODY
        if among is not None:
            out = np.ones(self._used, dtype=np.bool_)
            out[among] = False
        scores[torch.from_numpy(out)] = -torch.inf
        best = torch.topk(scores, min(int((~out).sum()), count), sorted=False).indices.numpy()
        rows: Rows = best + start
        return rows

    def _scores(self, query: torch.Tensor, start: int) -> torch.Tensor:
        """Return the product with the query of every used row from the start on, rounded to half precision."""
        parts = [torch.empty(0)]
        half = query.half()[None]
        for number in range(start // _SLAB, len(self._slabs)):
            first = number * _SLAB
            rows = self._slabs[number][max(start - first, 0) : max(self._used - first, 0)]
            parts.append(torch.nn.functional.linear(half, rows)[0].float())
        return torch.cat(parts)

    def _floats(self, rows: Rows) -> Vectors:
        found: Vectors = self._gathered(rows).numpy()
        return found

    def _best(self, query: torch.Tensor, k: int, rows: Rows) -> list[tuple[int, float]]:
        scores = (self._gathered(rows) @ query).numpy()
        ids = self._ids[rows]
        order = np.lexsort((ids, -scores))[:k]
        return [(int(ids[place]), float(scores[place])) for place in order]

    def _gathered(self, rows: Rows) -> torch.Tensor:
        """Return the rows' vectors in float32, in order."""
        found = torch.empty(len(rows), self._width)
        for slab, within, places in self._by_slab(rows):
            found[torch.from_numpy(places)] = slab[torch.from_numpy(within)].float()
        return found

    def _by_slab(self, rows: Rows) -> Iterator[tuple[torch.Tensor, Rows, Rows]]:
        """Yield each slab touched, which rows of it, and where among those asked for they stand."""
        slabs = rows // _SLAB
        for number in np.unique(slabs):
            places = np.flatnonzero(slabs == number)
            yield self._slabs[number], rows[places] % _SLAB, places

    def _rows_of(self, ids: Ids) -> Rows:
        """Return each id's row, _NOBODY for an unknown one."""
        if self._sorted is None:
            used = np.flatnonzero(self._ids[: self._used] != _NOBODY)
            order = used[np.argsort(self._ids[used], kind="stable")]
            self._sorted = self._ids[order], order
        known, rows = self._sorted
        if not len(known):
            return np.full(len(ids), _NOBODY, dtype=np.int64)
        places = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        return np.where(known[places] == ids, rows[places], _NOBODY)

    def _take_rows(self, count: int) -> Rows:
        """Return rows to write to: free ones first, then new ones, in slabs made as needed."""
        again = [self._free.pop() for _ in range(min(count, len(self._free)))]
        fresh = np.arange(self._used, self._used + count - len(again), dtype=np.int64)
        self._used += len(fresh)
        while len(self._slabs) * _SLAB < self._used:
            self._slabs.append(torch.zeros(_SLAB, self._width, dtype=torch.float16))
            self._ids = np.concatenate([self._ids, np.full(_SLAB, _NOBODY, dtype=np.int64)])
        return np.concatenate([np.array(again, dtype=np.int64), fresh])
