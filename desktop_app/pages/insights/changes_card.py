"""Since when which measure of a day is another, with a figure of the weeks before and after."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.pages.insights.finding_row import FindingCard, FindingRow, day_text
from desktop_app.pages.insights.letter_findings import FindingWords
from desktop_app.pages.insights.letter_words import filled
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.curve_chart import Curve, CurveChart
from desktop_app.widgets.format import Wording
from desktop_app.widgets.sentences import joined
from engine.domain.findings import Findings
from engine.domain.routines import Change

_MOST: Final = 4
LEAST_DAYS: Final = 30
"""With fewer days nothing is said."""


class ChangesCard(FindingCard):
    """Shows each change in a sentence, its weeks as two curves, and the days before and since."""

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._words = theme, FindingWords(wording, self)
        self.set_title(self.tr("What changed"))
        self.charts: list[CurveChart] = []

    def show_found(self, found: Findings) -> None:
        """Show other findings."""
        self.charts = []
        self.show_rows(self._lead(found), [self._row(one) for one in found.changes[:_MOST]])

    def _lead(self, found: Findings) -> str:
        if found.changes:
            return self.tr("Counted against the same weekdays. It is told what is another since when, not why.")
        if found.days < LEAST_DAYS:
            return self.tr("Too little history to tell: it takes 30 days with an hour of activity.")
        return self.tr("No change stands out from chance.")

    def _row(self, change: Change) -> FindingRow:
        began = filled(self.tr("It began between %1 and %2."), day_text(change.earliest), day_text(change.latest))
        row = FindingRow(self._words.change(change), joined(began, self._words.change_rests(change)), self)
        chart = CurveChart(self._theme, lambda value: self._words.value(change.measure, value), row)
        chart.setAccessibleName(self.tr("Means of the weeks, before and since"))
        weeks = sorted({_monday(day) for day, _ in change.values})
        places = [(day_text(week), day_text(week)) for week in weeks]
        means = [_means(change, since=side) for side in (False, True)]
        before, since = (tuple(mean.get(week) for week in weeks) for mean in means)
        chart.show_curves(places, (Curve(self.tr("Before"), before, "muted"), Curve(self.tr("Since"), since, "accent")))
        row.column.insertWidget(2, chart)
        self.charts.append(chart)
        days = [day for day, _ in change.values]
        row.link(self.tr("Days before"), days[0], change.since - timedelta(days=1))
        row.link(self.tr("Days since"), change.since, days[-1])
        return row


def _means(change: Change, *, since: bool) -> dict[date, float]:
    """Return the mean of each week's days on one side of the change, by its Monday."""
    values: defaultdict[date, list[float]] = defaultdict(list)
    for day, value in change.values:
        if (day >= change.since) is since:
            values[_monday(day)].append(value)
    return {week: sum(each) / len(each) for week, each in values.items()}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
