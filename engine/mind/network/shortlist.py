"""A short list of rows likely near a vector, by faiss where it is installed: for more rows than are compared in time.

An inverted file of 8-bit vectors: rows are sorted into lists by their nearest centre, and the lists nearest to the
question are looked through. Whoever asks compares the rows exactly, and rows written since the lists were made besides.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
import threading
from dataclasses import dataclass, field
from math import isqrt
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from engine.domain.encoding import Vectors

    Rows = npt.NDArray[np.int64]
    Read = Callable[[Rows], Vectors]

FROM_ROWS = 300_000
_LISTS_PER_ROOT = 4
_SAMPLES_PER_LIST = 40
_ROUNDS = 8
_LOOKED_THROUGH = 48  # lists
_AT_ONCE = 16_384
_STALE = 8  # made anew once a share of 1 in so many rows was written since

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Lists:
    """Lists of the first rows; rewritten: those that were written again since."""

    rows: int
    rewritten: set[int] = field(default_factory=set)
    index: Any = None


def can_list() -> bool:
    """Return whether faiss is there, and may be: on macOS its OpenMP and torch's end a process that holds both."""
    return sys.platform != "darwin" and importlib.util.find_spec("faiss") is not None


class Shortlist:
    """Lists made aside, by a thread of their own, while the exact way answers."""

    def __init__(self, width: int, from_rows: int) -> None:
        self._width, self._from_rows = width, from_rows
        self._there = can_list()
        self._lists: _Lists | None = None
        self._coming: _Lists | None = None

    def wrote(self, rows: Rows) -> None:
        """Note rows that were written."""
        for lists in (self._lists, self._coming):
            if lists is not None:
                lists.rewritten.update(rows[rows < lists.rows].tolist())

    def follow(self, used: int, read: Read) -> None:
        """Begin to make the lists, or to make them anew, where that is worth it; returns at once."""
        if self._there and self._coming is None and self._is_wanted(used):
            self._coming = _Lists(used)
            threading.Thread(target=self._make, args=(self._coming, read), name="shortlist", daemon=True).start()

    def make(self, used: int, read: Read) -> None:
        """Make the lists of the first rows now."""
        self._coming = _Lists(used)
        self._make(self._coming, read)

    def near(self, query: Vectors, count: int) -> tuple[Rows, int] | None:
        """Return about so many rows likely near the query and all written again, and from which row on none is known.

        None where there are no lists.
        """
        lists = self._lists
        if lists is None:
            return None
        faiss = _faiss()
        faiss.omp_set_num_threads(1)
        _, found = lists.index.search(query[None], count)
        rows = np.union1d(found[found >= 0], np.fromiter(lists.rewritten, np.int64, len(lists.rewritten)))
        return rows.astype(np.int64), lists.rows

    def _is_wanted(self, used: int) -> bool:
        if self._lists is None:
            return used >= self._from_rows
        return (used - self._lists.rows + len(self._lists.rewritten)) * _STALE > used

    def _make(self, lists: _Lists, read: Read) -> None:
        faiss = _faiss()
        faiss.omp_set_num_threads(1)  # holds for this thread
        count = max(1, min(_LISTS_PER_ROOT * isqrt(lists.rows), lists.rows // _SAMPLES_PER_LIST))
        centres = faiss.IndexFlatIP(self._width)
        eight_bits = faiss.ScalarQuantizer.QT_8bit
        index = faiss.IndexIVFScalarQuantizer(centres, self._width, count, eight_bits, faiss.METRIC_INNER_PRODUCT)
        index.cp.niter, index.nprobe = _ROUNDS, _LOOKED_THROUGH
        some = np.random.default_rng(0).choice(lists.rows, min(lists.rows, count * _SAMPLES_PER_LIST), replace=False)
        index.train(read(np.sort(some)))
        for start in range(0, lists.rows, _AT_ONCE):
            index.add(read(np.arange(start, min(start + _AT_ONCE, lists.rows), dtype=np.int64)))
        lists.index = index
        self._lists, self._coming = lists, None
        _log.info("The lists of %d vectors are made.", lists.rows)


def _faiss() -> Any:
    import faiss  # noqa: PLC0415  (an extra, and only for very many documents)

    return faiss
