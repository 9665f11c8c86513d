"""Categories together with what lies below them: pure."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.categories import Category, CategoryTree
from engine.domain.intervals import Interval
from engine.domain.report import By, ReportRow, Selection


def branch_rows(
    bounds: Interval, now: Mapping[int, int], before: Mapping[int, int], tree: CategoryTree
) -> tuple[ReportRow, ...]:
    """Return a row for every category whose time, with what lies below it, is of several; the longest first.

    now, before: milliseconds by the category's number, of this period and of the one before.
    """
    made = []
    for one in tree.in_order():
        below = frozenset(other.id for other in tree.below(one.id))
        if sum(bool(now.get(number)) for number in below) > 1:
            made.append(_row(one, below, bounds, now, before, tree))
    return tuple(sorted(made, key=lambda row: (-row.ms, row.path, row.key)))


def _row(
    one: Category,
    below: frozenset[int],
    bounds: Interval,
    now: Mapping[int, int],
    before: Mapping[int, int],
    tree: CategoryTree,
) -> ReportRow:
    ms, previous_ms = (sum(counts.get(number, 0) for number in below) for counts in (now, before))
    return ReportRow(
        By.CATEGORY,
        str(one.id),
        tree.path(one.id),
        ms,
        previous_ms,
        Selection(bounds, By.CATEGORY, str(one.id), categories=below),
        colour=tree.colour(one.id),
        weight=tree.weight(one.id),
    )
