"""What came of recommendations: by week, by policy, and how ratings agree with the score."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.dialogs.reason_words import ReasonWords, policy_name
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.insights.learned import WeekUse, used_of, weeks_of
from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.curve_chart import Curve, CurveChart
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.model_status import Effect, PolicyEffect

_LAST_WEEKS: Final = 26
_LEAST: Final = 2


class EffectCard(Card):
    """Counts in words, the share used week by week, and a table of policies."""

    def __init__(self, theme: ThemeHolder, words: InsightWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words, self._reasons = words, ReasonWords(self)
        self.set_title(self.tr("What came of suggestions"))
        self.whole = Paragraph("", "", self)
        self.kept = Paragraph("", "muted", self)
        self.chart = CurveChart(theme, self._reasons.percent, self)
        self.chart.setAccessibleName(self.tr("Share of suggestions used, week by week"))
        self.table = LineTable(self.tr("Suggestions by policy"), self)
        self.value_note = Paragraph(
            self.tr(
                "Expected share: how much would have been used had this policy chosen alone, worked out from the "
                "probabilities with which everything was shown, with its 95 % interval."
            ),
            "secondary",
            self,
        )
        for part in (self.whole, self.kept, self.chart, self.table, self.value_note):
            self.body.addWidget(part)

    def show_effect(self, effect: Effect) -> None:
        """Show what came of it."""
        shown = sum(one.shown for one in effect.policies)
        weeks = weeks_of(effect)[-_LAST_WEEKS:]
        self.whole.setText(self._whole(effect) if shown else self.tr("Nothing has been suggested yet."))
        self.kept.setText(self._retention(weeks))
        self.kept.setVisible(bool(self.kept.text()))
        self.chart.setVisible(len(weeks) >= _LEAST)
        self._draw(weeks)
        self._list(effect)
        self.table.setVisible(bool(effect.policies))
        self.value_note.setVisible(any(one.value is not None for one in effect.policies))

    def _whole(self, effect: Effect) -> str:
        shown = sum(one.shown for one in effect.policies)
        counts = (
            self.tr("%n suggestions were shown", "", shown),
            self.tr("%n accepted", "", sum(one.accepted for one in effect.policies)),
            self.tr("%n opened", "", sum(one.opened for one in effect.policies)),
            self.tr("%n dismissed", "", sum(one.dismissed for one in effect.policies)),
        )
        text = self.tr(", ").join(counts)
        share = self._reasons.percent(min(1.0, sum(used_of(one) for one in effect.policies) / shown))
        return self.tr("%1: %2 of them were used.").replace("%1", text).replace("%2", share)

    def _retention(self, weeks: list[WeekUse]) -> str:
        """Say in how many weeks anything suggested was used, and whether that is so of late."""
        with_any = [week for week in weeks if week.shown]
        if len(with_any) < _LEAST:
            return ""
        used = sum(1 for week in with_any if week.used)
        text = self.tr("You used suggestions in %1 of %n weeks in which there were any.", "", len(with_any))
        return text.replace("%1", str(used))

    def _draw(self, weeks: list[WeekUse]) -> None:
        places = [(self._words.week(week.first), self._place(week)) for week in weeks]
        curve = Curve(self.tr("Share used"), tuple(week.share for week in weeks), "accent")
        self.chart.show_curves(places, (curve,), lowest=0.0)

    def _place(self, week: WeekUse) -> str:
        text = self.tr("Week from %1: %2 of %n used", "", week.shown)
        return text.replace("%1", self._words.week(week.first)).replace("%2", str(week.used))

    def _list(self, effect: Effect) -> None:
        headers = (
            self.tr("Policy"),
            self.tr("Shown"),
            self.tr("Accepted"),
            self.tr("Opened"),
            self.tr("Dismissed"),
            self.tr("Read for"),
            self.tr("Expected share"),
        )
        self.table.item_model.show_rows(headers, [self._row(one) for one in effect.policies])
        for at in (4, 5, 6):  # what nobody did, what took no time or cannot be told yet: such columns take room only
            self.table.setColumnHidden(at, all(self._is_bare(one, at) for one in effect.policies))
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setStretchLastSection(True)
        self.table.setFixedHeight(max(1, len(effect.policies)) * ROW + columns.sizeHint().height() + 18)

    @staticmethod
    def _is_bare(one: PolicyEffect, column: int) -> bool:
        return not {4: one.dismissed, 5: one.dwell_ms, 6: one.value is not None}[column]

    def _row(self, one: PolicyEffect) -> TextRow:
        counts = (one.shown, one.accepted, one.opened, one.dismissed)
        dwell = self._words.wording.length(one.dwell_ms) if one.dwell_ms else "–"
        return TextRow(
            (
                TextCell(policy_name(one.policy), one.policy),
                *(TextCell(str(count) if one.shown else "–", count) for count in counts),
                TextCell(dwell, one.dwell_ms),
                TextCell(self._expected(one), -1.0 if one.value is None else one.value),
            ),
            one,
        )

    def _expected(self, one: PolicyEffect) -> str:
        if one.value is None:
            return "–"
        value = self._reasons.percent(one.value)
        if one.low is None or one.high is None:
            return value
        text = self.tr("%1 (%2 to %3)").replace("%1", value).replace("%2", self._reasons.percent(one.low))
        return text.replace("%3", self._reasons.percent(one.high))
