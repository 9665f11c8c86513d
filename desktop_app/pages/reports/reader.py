"""Asks the engine for reports and activities off the GUI thread; an answer nobody waits for any more is dropped."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.reports.day_range import DayRange
from engine.domain.categories import CategoryTree
from engine.domain.errors import KairosError
from engine.domain.periods import Period
from engine.domain.report import LabelledActivity, Report, ReportRequest, Selection

if TYPE_CHECKING:
    from collections.abc import Generator

    from desktop_app.background import Background
    from engine.api import Engine

MOST: Final = 2_000
_AT_ONCE: Final = 7  # days that are read whole; of more the totals come first
BY_ITSELF: Final = 31  # days whose focus is worked out unasked: those not kept are read, every activity of them


@dataclass(frozen=True, slots=True)
class Listed:
    """The first activities a figure counts. more: there are others. tree: the categories they are in."""

    selection: Selection
    activities: tuple[LabelledActivity, ...]
    more: bool
    tree: CategoryTree


class ReportReader(QObject):
    """Emits opened(today) once asked, loaded(Report), listed(Listed), and failed or list_failed(KairosError)."""

    opened = Signal(object)
    loaded = Signal(object)
    listed = Signal(object)
    failed = Signal(object)
    list_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._wanted = 0
        self._list_wanted = 0

    def attach(self, engine: Engine, background: Background) -> None:
        """Use this engine from now on, and ask it which day it is."""
        self._engine, self._background = engine, background
        self.ask_today()

    def ask_today(self) -> None:
        """Ask which day it is."""
        engine, background = self._engine, self._background
        if engine is not None and background is not None:
            background.ask(self, lambda: engine.reports.period(Period.DAY)[0], self.opened.emit, self.failed.emit)

    def load(self, days: DayRange, week_start: int, *, focus: bool = False) -> None:
        """Ask for a report; focus: its figures also where it takes long, as activities have to be read."""
        self._wanted += 1
        if days.length > _AT_ONCE:
            self._ask(days, week_start, self._wanted, focus=False)
        self._ask(days, week_start, self._wanted, focus=True, patient=focus)

    def _ask(self, days: DayRange, week_start: int, number: int, *, focus: bool, patient: bool = False) -> None:
        engine, background = self._engine, self._background
        if engine is None or background is None:
            return

        def question() -> Report | None:
            if number != self._wanted:
                return None
            request = replace(engine.reports.request(days.start, days.end), week_start=week_start)
            quick = patient or not focus or _quick(engine, request)
            return engine.reports.report(request, focus=focus) if quick else None

        def take(report: Report | None) -> None:
            if report is not None and number == self._wanted:
                self.loaded.emit(report)

        def refuse(error: KairosError) -> None:
            if number == self._wanted:
                self.failed.emit(error)

        background.ask(self, question, take, refuse)

    def list_activities(self, selection: Selection, request: ReportRequest) -> None:
        """Ask for the first activities a figure counts."""
        engine, background = self._engine, self._background
        if engine is None or background is None:
            return
        self._list_wanted += 1
        number = self._list_wanted

        def question() -> Listed:
            found = cast("Generator[LabelledActivity, None, None]", engine.reports.activities(selection, request))
            with closing(found):
                first = tuple(islice(found, MOST + 1))
            return Listed(selection, first[:MOST], len(first) > MOST, engine.rules.tree())

        def take(listed: Listed) -> None:
            if number == self._list_wanted:
                self.listed.emit(listed)

        background.ask(self, question, take, self.list_failed.emit)


def _quick(engine: Engine, request: ReportRequest) -> bool:
    return len(request.days) <= BY_ITSELF or engine.reports.few_to_read(request, BY_ITSELF)


def with_known_focus(report: Report, shown: Report | None) -> Report:
    """Return the report with the focus shown for the same days, where it was not worked out anew or not yet."""
    if report.focus is not None or shown is None or shown.focus is None or shown.request != report.request:
        return report
    return replace(report, focus=shown.focus, previous=replace(report.previous, focus=shown.previous.focus))
