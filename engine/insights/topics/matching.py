"""Who goes with whom so that all together are most alike."""

from __future__ import annotations

import numpy as np

from engine.insights.columns import Floats, Whole


def best_match(alike: Floats) -> tuple[Whole, Whole]:
    """Return rows and columns of a table that go together, none twice, with the highest sum there is.

    Each row has one, or each column where those are fewer. Source: Kuhn, 1955, "The Hungarian Method for the Assignment
    Problem", row by row along the shortest way as in Jonker and Volgenant, 1987.
    """
    if alike.shape[0] > alike.shape[1]:
        columns, rows = best_match(alike.T)
        order = np.argsort(rows)
        return rows[order], columns[order]
    rows_of = _matched(-np.asarray(alike, np.float64))
    columns = np.flatnonzero(rows_of >= 0)
    order = np.argsort(rows_of[columns])
    return np.arange(alike.shape[0]), columns[order]


def _matched(cost: Floats) -> Whole:
    """Return the row of each column, -1 for none; no fewer columns than rows."""
    rows, columns = cost.shape
    rows_of = np.full(columns, -1)
    of_row, of_column = np.zeros(rows), np.zeros(columns)  # prices: what is paid never exceeds the cost of a pair
    for row in range(rows):
        far, before, seen, column = _shortest(cost - of_row[:, None] - of_column, rows_of, row)
        of_row[row] += far[column]
        known = np.flatnonzero(seen)
        of_row[rows_of[known]] += far[column] - far[known]
        of_column[known] -= far[column] - far[known]
        while column >= 0:
            came = int(before[column])
            rows_of[column] = row if came < 0 else rows_of[came]
            column = came
    return rows_of


def _shortest(
    extra: Floats, rows_of: Whole, row: int
) -> tuple[Floats, Whole, np.ndarray[tuple[int], np.dtype[np.bool_]], int]:
    """Return how far each column is from a row, the column before it, which were passed, and the first free one."""
    far, before = extra[row].copy(), np.full(extra.shape[1], -1)
    seen = np.zeros(extra.shape[1], bool)
    while True:
        column = int(np.argmin(np.where(seen, np.inf, far)))
        if rows_of[column] < 0:
            return far, before, seen, column
        seen[column] = True
        through = far[column] + extra[rows_of[column]]
        nearer = ~seen & (through < far)
        far[nearer], before[nearer] = through[nearer], column
