"""An assistant over a history in memory, and the reports of the very same history to compare it with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helpers.counted_history import CATEGORIES, CountedHistory

from engine.assistant.beyond import Elsewhere
from engine.assistant.evidence import Evidence
from engine.assistant.names import Named
from engine.assistant.service import Assistant, Sources
from engine.domain.adherence import Adherence
from engine.domain.categories import Category, CategoryTree
from engine.domain.days import DayRule, day_start_ms
from engine.domain.documents import SearchHit
from engine.domain.intervals import Interval
from engine.domain.offers import SlotForecast
from engine.domain.recommended import Advice
from engine.domain.report import Focus, LabelledActivity, Report
from engine.reports.focus import focus_of
from engine.reports.focus_slots import focus_day


@dataclass
class AskedHistory:
    """Activities, what is planned and what documents say; asked at noon of today."""

    activities: Iterable[LabelledActivity]
    today: date
    rule: DayRule = field(default_factory=lambda: DayRule("UTC"))
    categories: Sequence[Category] = CATEGORIES
    apps: dict[str, str] = field(default_factory=dict)
    hits: Sequence[SearchHit] = ()
    busy: Sequence[Interval] = ()
    forecasts: Sequence[SlotForecast] = ()
    texts: dict[int, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.history = CountedHistory(self.activities)
        self.tree = CategoryTree(self.categories)
        self.reports = self.history.reports(self.rule)
        self._made: dict[tuple[date, date], Report] = {}
        self.now_ms = day_start_ms(self.today, self.rule) + 12 * 3_600_000

    def report(self, start: date, end: date) -> Report:
        """Return the report on some days, with focus figures; made once."""
        if (start, end) not in self._made:
            self._made[start, end] = self.reports.report(self.reports.request(start, end), focus=True)
        return self._made[start, end]

    def assistant(self) -> Assistant:
        """Return what answers."""
        return Assistant(self.sources())

    def sources(self) -> Sources:
        """Return where its answers come from."""
        apps = self.apps or {one.app: "" for one in self.history.activities if one.app}
        projects = tuple({one.labels.project for one in self.history.activities if one.labels.project})
        elsewhere = Elsewhere(
            lambda _words, most: list(self.hits)[:most],
            lambda _start, _end: Adherence(Interval(0, 0), (), None, 0, 0),
            lambda: Advice(self.now_ms),
            lambda start, end: [one for one in self.busy if one.clip(Interval(start, end))],
            lambda: self.rule,
            lambda: self.now_ms,
            lambda start, end: [one for one in self.forecasts if start <= one.start_ms < end],
            lambda document: self.texts.get(document, []),
        )
        evidence = Evidence(
            lambda: nullcontext(self.history), lambda: self.tree, lambda: self.rule, lambda: 0, self._focus
        )
        named = Named(self.tree, apps, projects)
        return Sources(evidence, lambda: named, lambda: self.now_ms, self._reach, elsewhere)

    def _reach(self) -> Interval | None:
        found = self.history.activities
        return Interval(found[0].interval.start_ms, found[-1].interval.end_ms) if found else None

    def _focus(self, history: Any, spans: Sequence[Interval], *, whole: bool) -> Focus:
        del whole
        days = (focus_day(history.labelled(one.start_ms, one.end_ms)) for one in spans)
        return focus_of(days, self.tree.weight, self.tree.path, history.labelled)
