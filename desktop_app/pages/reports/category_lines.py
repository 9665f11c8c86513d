"""Categories in the order of their tree: each with what lies below it, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.domain.report import ReportRow, ReportTable

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """One line. depth: how far it is moved in. above: how many names of its path the line above it tells.

    itself: time of a category alone, below its own branch.
    """

    row: ReportRow
    depth: int = 0
    above: int = 0
    itself: bool = False


def category_lines(table: ReportTable) -> list[CategoryLine]:
    """Return a line for every branch and every row of the table."""
    branches = {row.path: row for row in table.branches}
    below: dict[_Path, list[ReportRow]] = {}
    for row in table.branches:
        below.setdefault(_branch_of(row.path[:-1], branches), []).append(row)
    for row in table.rows:
        if row.path in branches:
            continue
        below.setdefault(_branch_of(row.path[:-1], branches), []).append(row)
    own = {row.path: row for row in table.rows if row.path in branches}
    return list(_lines((), 0, below, own))


def _branch_of(path: _Path, branches: dict[_Path, ReportRow]) -> _Path:
    while path and path not in branches:
        path = path[:-1]
    return path


def _lines(
    path: _Path, depth: int, below: dict[_Path, list[ReportRow]], own: dict[_Path, ReportRow]
) -> Iterator[CategoryLine]:
    if path in own:
        yield CategoryLine(own[path], depth, len(path) - 1, itself=True)
    for row in sorted(below.get(path, ()), key=lambda one: (-one.ms, one.path)):
        yield CategoryLine(row, depth, len(path))
        if row.selection.categories:
            yield from _lines(row.path, depth + 1, below, own)
