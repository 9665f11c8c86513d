"""What was used together: documents near one another by their rows, and rows (sessions, people) near a context."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.tables import Dense, Places, Table, nearest, scaled, standard_of, table, unit_rows

NEAREST = 200
_COMMON = -0.25  # power of how often a document is used, by which common ones count less when rows are compared


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Documents near each document (documents, documents); by their rows, or by what they say."""

    near: Table

    def scores(self, contexts: Table) -> Dense:
        """Return of every document how near it is to each context's documents together, as (contexts, documents)."""
        return np.asarray((contexts @ self.near).toarray(), dtype=np.float32)

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents)."""
        return standard_of(contexts @ self.near, documents)

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores (context, others); they sum to it."""
        beside = self.near.rows(context.indices).columns(documents).toarray()
        return np.asarray(context.data[:, None] * beside, dtype=np.float64)


def used_together(uses: Table) -> Neighbours:
    """Return the documents nearest by the rows that used them; a row that used many tells less of each pair."""
    lighter = scaled(uses, rows=1.0 / np.sqrt(np.maximum(uses.sums(), 1.0)))
    return Neighbours(nearest(lighter.T, NEAREST))


@dataclass(frozen=True, slots=True)
class Peers:
    """Rows as compared with a context: what they used, and that with common documents lightened, in rows of length 1.

    used_by, across: the same turned round, (documents, rows).
    """

    uses: Table
    used_by: Table
    unit: Table
    across: Table
    light: NDArray[np.float64]

    def scores(self, contexts: Table) -> Dense:
        """Return of every document how much it was used by rows like each context: the square of their cosines."""
        return np.asarray(self._used(contexts).toarray(), dtype=np.float32)

    def some(self, contexts: Table, documents: Places) -> Dense:
        """Return what standard makes of the scores of some documents (contexts, documents)."""
        return standard_of(self._used(contexts), documents)

    def _used(self, contexts: Table) -> Table:
        alike = unit_rows(scaled(contexts, columns=self.light)) @ self.across
        return alike.with_data(alike.data**2) @ self.uses

    def shares(self, context: Table, documents: Places) -> NDArray[np.float64]:
        """Return what each document of a single context adds to others' scores (context, others); they sum to it."""
        own = unit_rows(scaled(context, columns=self.light))
        used = self.used_by.rows(documents)
        some, column = np.unique(used.indices, return_inverse=True)  # rows that used any of them
        weight = table(used.row, column, used.data, (len(documents), len(some)))
        beside = self.unit.rows(some).columns(own.indices).toarray() * own.data  # (rows, context)
        return np.asarray(beside.T @ (weight.toarray() * beside.sum(axis=1)).T, dtype=np.float64)


def peers(uses: Table) -> Peers:
    """Return the rows ready to be compared."""
    light = np.maximum(np.bincount(uses.indices, minlength=uses.shape[1]), 1.0) ** _COMMON
    unit = unit_rows(scaled(uses, columns=light))
    return Peers(uses, uses.T, unit, unit.T, light)
