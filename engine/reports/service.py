"""Reports as the faces ask for them: loads, calls the pure functions, writes files; adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import ExportError
from engine.domain.intervals import Interval
from engine.domain.periods import Period, period_around
from engine.domain.presence import Presence
from engine.domain.report import (
    By,
    Focus,
    LabelledActivity,
    Redaction,
    Report,
    ReportFormat,
    ReportRequest,
    Selection,
)
from engine.domain.totals import Key, TotalRow
from engine.domain.whole_file import whole_file
from engine.reports.focus import focus_of
from engine.reports.formats import WRITERS
from engine.reports.material import Material
from engine.reports.model import Counted, Placed, build_report
from engine.reports.redaction import redacted
from engine.reports.selection import selected

_KEYS = {By.APP: (Key.APP, Key.WITHHELD), By.PROJECT: (Key.PROJECT,), By.TAG: (Key.TAG,)}


class Totals(Protocol):
    """Tells how long what was counted as what."""

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...]) -> Iterable[TotalRow]:
        """Return the totals between two moments, told apart by the keys."""
        ...


Labelled = Callable[[int, int], Iterator[LabelledActivity]]
"""Yields the history as it counts between two moments, in order, cut there, with the labels in force."""


class Reports:
    """Answers from totals, and from the activities where their order matters. Every method raises Storage errors."""

    def __init__(
        self,
        totals: Totals,
        labelled: Labelled,
        tree: Callable[[], CategoryTree],
        rule: Callable[[], DayRule],
        clock: Clock,
    ) -> None:
        self._totals = totals
        self._labelled = labelled
        self._tree = tree
        self._rule = rule
        self._clock = clock

    def request(
        self, start: date, end: date, *, by: tuple[By, ...] = tuple(By), redact: Redaction = Redaction.FULL
    ) -> ReportRequest:
        """Return what to ask for the days from start to end, end excluded, as days are cut here and now."""
        rule = self._rule()
        return ReportRequest(start, end, rule.zone, rule.start_minute, by=by, redact=redact)

    def period(self, kind: Period, day: date | None = None) -> tuple[date, date]:
        """Return the first day of the period around the day, today for None, and the first day after it."""
        return period_around(kind, day or day_of(self._clock.now().wall_ms, self._rule()))

    def report(self, request: ReportRequest, *, focus: bool = True) -> Report:
        """Return the report. Without focus it is made of totals alone, which takes no longer over years than days."""
        tree = self._tree()
        bounds, before = request.bounds, self._before(request)
        keys = (Key.HOUR, Key.CATEGORY, Key.PRESENCE)
        placed = Placed(request).add(self._ask(bounds, keys), lambda part: self._ask(part, keys[1:]))
        return build_report(
            request,
            placed,
            Counted(bounds, placed.categories, self._named(request, bounds)),
            Counted(before, self._categories(before), self._named(request, before)),
            tree,
            (self._focus(bounds, tree), self._focus(before, tree)) if focus else None,
            self._clock.now().wall_ms,
        )

    def activities(self, selection: Selection, request: ReportRequest) -> Iterator[LabelledActivity]:
        """Yield the active time a figure counts, in order, redacted as the report is; the lengths add up to it."""
        found = self._labelled(selection.bounds.start_ms, selection.bounds.end_ms)
        for activity in selected(found, selection, request.rule):
            yield redacted(activity, request.redact)

    def write(self, request: ReportRequest, form: ReportFormat, file: Path) -> Report:
        """Write the report to a file that appears whole or not at all, and return what was written.

        Raises ExportError where it cannot be written, UsageError where the format needs what is not installed.
        """
        try:
            with whole_file(file) as target:
                return self.write_to(request, form, target)
        except OSError as cause:
            reason = cause.strerror or str(cause)
            raise ExportError(f"{file} cannot be written: {reason}. Choose another place.") from cause

    def write_to(self, request: ReportRequest, form: ReportFormat, target: BinaryIO) -> Report:
        """Write the report to an open file, and return what was written."""
        report = self.report(request)
        path = self._tree().path
        whole = Selection(report.bounds)
        WRITERS[form](Material(report, lambda: self.activities(whole, request), path), target)
        return report

    def _before(self, request: ReportRequest) -> Interval:
        start_ms = day_start_ms(request.previous_start, request.rule)
        return Interval(start_ms, request.bounds.start_ms)

    def _ask(self, bounds: Interval, by: tuple[Key, ...]) -> Iterable[TotalRow]:
        return self._totals.total(bounds.start_ms, bounds.end_ms, by)

    def _active(self, bounds: Interval, by: tuple[Key, ...]) -> list[TotalRow]:
        return [row for row in self._ask(bounds, (*by, Key.PRESENCE)) if row.presence is Presence.ACTIVE]

    def _named(self, request: ReportRequest, bounds: Interval) -> dict[By, list[TotalRow]]:
        return {by: self._active(bounds, _KEYS[by]) for by in request.tables if by in _KEYS}

    def _categories(self, bounds: Interval) -> dict[int, int]:
        return {row.category_id or 0: row.ms for row in self._active(bounds, (Key.CATEGORY,))}

    def _focus(self, bounds: Interval, tree: CategoryTree) -> Focus:
        return focus_of(self._labelled(bounds.start_ms, bounds.end_ms), tree.weight, tree.path)
