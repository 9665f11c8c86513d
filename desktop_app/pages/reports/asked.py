"""A category whose activities another page asked for, listed as soon as the report of its days is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from engine.domain.report import By, Report, Selection


@dataclass(slots=True)
class AskedCategory:
    """Nothing or one category by its path; below: with what lies below it."""

    _start: date | None = None
    _path: tuple[str, ...] = field(default=(), repr=False)
    _below: bool = False

    def ask(self, start: date, path: tuple[str, ...], *, below: bool) -> None:
        """Remember the category, for a report that begins on a day."""
        self._start, self._path, self._below = start, path, below

    def answer(self, report: Report, show: Callable[[str, Selection], object]) -> None:
        """Have its activities listed where the report is that of its days; then it is forgotten."""
        table, path = report.table(By.CATEGORY), self._path
        if self._start != report.request.start or table is None:
            return
        self._start = None
        found = [one for one in table.rows if one.path[: len(path)] == path and (self._below or one.path == path)]
        if found:
            numbers = frozenset(int(one.key or 0) for one in found)
            show(" › ".join(path), Selection(report.bounds, categories=numbers))
