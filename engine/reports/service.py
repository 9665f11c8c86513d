"""Reports as the faces ask for them: loads, calls the pure functions, writes files; adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from logging import getLogger
from pathlib import Path
from typing import BinaryIO, Protocol

from engine.domain.categories import CategoryTree
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import ExportError, StorageError
from engine.domain.focus_day import FocusDay
from engine.domain.goals import GoalProgress
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
from engine.domain.totals import Key, TotalRow, Totals
from engine.domain.whole_file import whole_file
from engine.reports.focus import focus_of
from engine.reports.focus_slots import focus_day
from engine.reports.formats import WRITERS, to_be_had
from engine.reports.material import Material
from engine.reports.model import PeriodCount, Placed, build_report
from engine.reports.redaction import redacted, redacted_goals
from engine.reports.selection import selected

_log = getLogger(__name__)
_KEYS = {By.APP: (Key.APP, Key.WITHHELD), By.PROJECT: (Key.PROJECT,), By.TAG: (Key.TAG,)}
FOCUS_DAYS = 92
"""Periods have focus figures unasked where no more days than this, and of those before, have to be read for them.

A day that is over is read once: it is kept then, until something changes in it.
"""

_WITH_FOCUS = {ReportFormat.HTML, ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.JSON}


WorkOut = Callable[[Iterator[LabelledActivity]], FocusDay]
"""Tells what a day's activities give."""


class Counted(Protocol):
    """One state of the history, which stays the same however long it is asked."""

    def total(self, start_ms: int, end_ms: int, by: tuple[Key, ...]) -> Iterable[TotalRow]:
        """Return the totals between two moments, told apart by the keys."""
        ...

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> Sequence[Iterable[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend."""
        ...

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the history as it counts between two moments, in order, cut there, with the labels in force."""
        ...

    def focus_days(self, days: Sequence[Interval], work_out: WorkOut) -> Iterator[FocusDay]:
        """Yield what each of the days that hold something gives, in order: kept, or else worked out by work_out."""
        ...


class KeptFocus(Protocol):
    """Keeps what days give to focus figures."""

    def missing(self, days: Sequence[Interval]) -> list[Interval]:
        """Return those of the days that hold something and are not kept."""
        ...

    def fill(self, days: Sequence[Interval], work_out: WorkOut) -> None:
        """Work out these days and keep them. Raises Storage errors where they cannot be kept."""
        ...


class NothingKept:
    """Keeps nothing: every day is worked out anew."""

    def missing(self, days: Sequence[Interval]) -> list[Interval]:
        """Return all days."""
        return list(days)

    def fill(self, days: Sequence[Interval], work_out: WorkOut) -> None:
        """Do nothing."""


GoalsOver = Callable[[Totals, ReportRequest], Iterable[GoalProgress]]
"""Tells what became of the goals in the days of a request, out of these totals."""


class Reports:
    """Answers from totals, and from the activities where their order matters. Every method raises Storage errors.

    history: gives the state of the moment it is asked. tree: the categories. rule, week_start: how days and weeks are
    cut here and now. goals: measures the person's goals. kept: what days gave to focus figures before. drafts:
    the profile's folder for what a format puts together, None for the system's temporary one.
    """

    def __init__(  # noqa: PLR0913, PLR0917  (what reports are made of)
        self,
        history: Callable[[], AbstractContextManager[Counted]],
        tree: Callable[[], CategoryTree],
        rule: Callable[[], DayRule],
        clock: Clock,
        week_start: Callable[[], int] = lambda: 0,
        goals: GoalsOver = lambda _totals, _request: (),
        kept: KeptFocus | None = None,
        drafts: Path | None = None,
    ) -> None:
        self._history = history
        self._tree = tree
        self._rule = rule
        self._clock = clock
        self._week_start = week_start
        self._goals = goals
        self._kept = kept or NothingKept()
        self._drafts = drafts

    def formats(self) -> tuple[ReportFormat, ...]:
        """Return the formats that can be written here."""
        return to_be_had()

    def request(
        self, start: date, end: date, *, by: tuple[By, ...] = tuple(By), redact: Redaction = Redaction.FULL
    ) -> ReportRequest:
        """Return what to ask for the days from start to end, end excluded, as days are cut here and now."""
        rule = self._rule()
        return ReportRequest(start, end, rule.zone, rule.start_minute, self._week_start(), by=by, redact=redact)

    def period(self, kind: Period, day: date | None = None) -> tuple[date, date]:
        """Return the first day of the period around the day, today for None, and the first day after it."""
        around = day or day_of(self._clock.now().wall_ms, self._rule())
        return period_around(kind, around, self._week_start())

    def report(self, request: ReportRequest, *, focus: bool | None = None) -> Report:
        """Return the report.

        Without focus it is made of totals alone, which takes little longer over years than over days. The focus
        figures need every activity of days that are not kept; None asks for them where few_to_read says so.
        """
        wanted = self._wants_focus(request, focus)
        with self._history() as history:
            return self._report(request, history, self._tree(), focus=wanted)

    def few_to_read(self, request: ReportRequest, most: int = FOCUS_DAYS) -> bool:
        """Return whether focus figures take no more than reading so many days and as many of the period before."""
        return len(request.days) <= most or len(self._kept.missing(_both_periods(request))) <= 2 * most

    def activities(self, selection: Selection, request: ReportRequest) -> Iterator[LabelledActivity]:
        """Yield the active time a figure counts, in order, redacted as the report is; the lengths add up to it.

        Close the iterator or exhaust it.
        """
        with self._history() as history:
            yield from _listed(history, selection, request)

    def write(self, request: ReportRequest, form: ReportFormat, file: Path, *, focus: bool | None = None) -> Report:
        """Write the report to a file that appears whole or not at all, and return what was written.

        focus: as for report. Raises ExportError where it cannot be written, UsageError where the format needs what
        is not installed.
        """
        try:
            with whole_file(file) as target:
                return self.write_to(request, form, target, focus=focus)
        except OSError as cause:
            reason = cause.strerror or str(cause)
            raise ExportError(f"{file} cannot be written: {reason}. Choose another place.") from cause

    def write_to(
        self, request: ReportRequest, form: ReportFormat, target: BinaryIO, *, focus: bool | None = None
    ) -> Report:
        """Write the report to an open file, and return what was written. focus: as for report."""
        tree = self._tree()
        wanted = form in _WITH_FOCUS and self._wants_focus(request, focus)
        with self._history() as history:
            report = self._report(request, history, tree, focus=wanted)
            whole = Selection(report.bounds)
            listed = partial(_listed, history, whole, request)
            WRITERS[form](Material(report, listed, tree.path, self._drafts), target)
        return report

    def _wants_focus(self, request: ReportRequest, focus: bool | None) -> bool:
        wanted = self.few_to_read(request) if focus is None else focus
        if wanted:
            self._keep(_both_periods(request))
        return wanted

    def _keep(self, days: Sequence[Interval]) -> None:
        """Keep the days that are over; where that cannot be now, they are read and not kept."""
        now_ms = self._clock.now().wall_ms
        try:
            self._kept.fill([day for day in self._kept.missing(days) if day.end_ms <= now_ms], focus_day)
        except StorageError as cause:
            _log.debug("focus figures are not kept: %s", cause.title)

    def _report(self, request: ReportRequest, history: Counted, tree: CategoryTree, *, focus: bool) -> Report:
        before = Interval(day_start_ms(request.previous_start, request.rule), request.bounds.start_ms)
        bounds = request.bounds
        placed = Placed(request).add(
            lambda edges: history.each(edges, (Key.CATEGORY, Key.PRESENCE)),
            history.total(bounds.start_ms, bounds.end_ms, (Key.HOUR, Key.PRESENCE)),
        )
        report = build_report(
            request,
            placed,
            PeriodCount(bounds, placed.categories, _named(history, request, bounds)),
            PeriodCount(before, _categories(history, before), _named(history, request, before)),
            tree,
            _focus(history, request, tree) if focus else None,
            self._clock.now().wall_ms,
        )
        return replace(report, goals=redacted_goals(self._goals(history, request), request.redact))


def _both_periods(request: ReportRequest) -> list[Interval]:
    return [*_days_between(request.previous_start, request.start, request.rule), *_days_of(request)]


def _days_of(request: ReportRequest) -> list[Interval]:
    return _days_between(request.start, request.end, request.rule)


def _days_between(start: date, end: date, rule: DayRule) -> list[Interval]:
    edges = [day_start_ms(start + timedelta(days=number), rule) for number in range((end - start).days + 1)]
    return [Interval(first, after) for first, after in pairwise(edges) if first < after]


def _listed(history: Counted, selection: Selection, request: ReportRequest) -> Iterator[LabelledActivity]:
    found = history.labelled(selection.bounds.start_ms, selection.bounds.end_ms)
    for activity in selected(found, selection, request.rule):
        yield redacted(activity, request.redact)


def _active(history: Counted, bounds: Interval, by: tuple[Key, ...]) -> list[TotalRow]:
    rows = history.total(bounds.start_ms, bounds.end_ms, (*by, Key.PRESENCE))
    return [row for row in rows if row.presence is Presence.ACTIVE]


def _named(history: Counted, request: ReportRequest, bounds: Interval) -> dict[By, list[TotalRow]]:
    return {by: _active(history, bounds, _KEYS[by]) for by in request.tables if by in _KEYS}


def _categories(history: Counted, bounds: Interval) -> dict[int, int]:
    return {row.category_id or 0: row.ms for row in _active(history, bounds, (Key.CATEGORY,))}


def _focus(history: Counted, request: ReportRequest, tree: CategoryTree) -> tuple[Focus, Focus]:
    """Return the figures of the period, and of the one before without its longest stretches, which nobody shows."""
    before = _days_between(request.previous_start, request.start, request.rule)
    return (
        focus_of(history.focus_days(_days_of(request), focus_day), tree.weight, tree.path, history.labelled),
        focus_of(history.focus_days(before, focus_day), tree.weight, tree.path, None),
    )
