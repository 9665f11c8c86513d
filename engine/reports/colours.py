"""Which colour a report gives a category: its own, or one of six that can be told apart, in the order of their time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from engine.domain.report import By, Report

PALETTE = ("#1F5FBF", "#0B7A62", "#B86E00", "#8E4A9E", "#2E9BD6", "#C9302C")
"""Told apart by everybody, on light paper; a page that is dark has lighter ones in their places."""

NO_CATEGORY = "#7A828A"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Colours:
    """Roots share their colour with what is below them, where that has none of its own.

    path: a category's names from the root down, empty for 0.
    """

    def __init__(self, report: Report, path: Callable[[int], tuple[str, ...]]) -> None:
        self._path = path
        table = report.table(By.CATEGORY)
        self._own = {int(row.key): row.colour for row in (table.rows if table else ()) if row.key and row.colour}
        time: Counter[int] = Counter()
        for day in report.days:
            time.update({number: ms for number, ms in day.categories if self.root(number)})
        self._numbers = tuple(number for number, _ in time.most_common())
        roots: Counter[str] = Counter()
        for number, ms in time.items():
            roots[self.root(number)] += ms
        self._slots = {root: place for place, (root, _) in enumerate(roots.most_common())}

    def root(self, category_id: int) -> str:
        """Return the name of the root above the category, "" for none."""
        path = self._path(category_id)
        return path[0] if path else ""

    def own(self, category_id: int) -> str | None:
        """Return the colour the person gave the category, None where there is none or it is one of the palette."""
        colour = self._own.get(category_id, "")
        return colour if _COLOUR.fullmatch(colour) and colour.upper() not in PALETTE else None

    def slot(self, category_id: int) -> int | None:
        """Return the place of its colour in the palette, None for time without a category."""
        chosen = self._own.get(category_id, "").upper()
        if chosen in PALETTE:
            return PALETTE.index(chosen)
        place = self._slots.get(self.root(category_id))
        return None if place is None else place % len(PALETTE)

    def numbers(self) -> tuple[int, ...]:
        """Return the categories with time in the period, the most first, without 0."""
        return self._numbers
