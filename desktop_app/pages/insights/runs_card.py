"""How well each model did from training to training, and the trainings themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.insights.learned import history_of
from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.chart_legend import ChartLegend
from desktop_app.widgets.chart_values import LegendEntry
from desktop_app.widgets.curve_chart import Curve, CurveChart
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.sentences import labelled
from engine.domain.model_status import Head, MindStatus, RunState, TrainingRun

_LINES: Final = 6
_LEAST: Final = 2
_MOST: Final = 60


class RunsCard(Card):
    """A curve of one model's quality, chosen by name, above the list of trainings."""

    def __init__(self, theme: ThemeHolder, words: InsightWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self._status: MindStatus | None = None
        self.set_title(self.tr("From training to training"))
        self.choice = QComboBox(self)
        name_box(self.choice, self.tr("Model whose quality is shown"))
        self.corner.addWidget(self.choice)
        self.chart = CurveChart(theme, words.number, self)
        self.chart.setAccessibleName(self.tr("Quality from training to training"))
        self.legend = ChartLegend(theme, self)
        self.table = LineTable(self.tr("Trainings"), self)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)  # its long cells are lists, no paths
        for part in (self.chart, self.legend, self.table):
            self.body.addWidget(part)
        self.choice.currentIndexChanged.connect(lambda _index: self._draw())

    def show_status(self, status: MindStatus) -> None:
        """Show other trainings."""
        if status == self._status:
            return
        self._status = status
        chosen = self._head()
        heads = [head for head in Head if len(history_of(status, head)) >= _LEAST]
        self.choice.blockSignals(True)
        self.choice.clear()
        for head in heads:
            self.choice.addItem(self._words.head(head), head)
        place = heads.index(chosen) if chosen is not None and chosen in heads else 0
        self.choice.setCurrentIndex(place)
        self.choice.blockSignals(False)
        for part in (self.choice, self.chart, self.legend):
            part.setVisible(bool(heads))
        self._draw()
        self._list(status)

    def _head(self) -> Head | None:
        chosen = self.choice.currentData()
        return None if chosen is None else Head(chosen)

    def _draw(self) -> None:
        head = self._head()
        if self._status is None or head is None:
            return
        history = history_of(self._status, head)[-_MOST:]
        places = [(self._words.day(run.finished_ms), self._words.moment(run.finished_ms)) for run, _ in history]
        ours, rule = self.tr("Learned model"), self._words.rule(history[-1][1].baseline_name)
        self.chart.show_curves(
            places,
            (
                Curve(rule, tuple(one.baseline for _, one in history), "muted", dashed=True),
                Curve(ours, tuple(one.ours for _, one in history), "accent"),
            ),
        )
        self.legend.show_entries((LegendEntry(ours, "accent"), LegendEntry(rule, "muted")))

    def _list(self, status: MindStatus) -> None:
        headers = (
            self.tr("When"),
            self.tr("How it went"),
            self.tr("History"),
            self.tr("Processor time"),
            self.tr("Better than the rule"),
        )
        runs = sorted(status.runs, key=lambda run: -run.started_ms)
        self.table.item_model.show_rows(headers, [self._row(run, status) for run in runs])
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setStretchLastSection(True)
        lines = min(max(1, len(runs)), _LINES)
        self.table.setFixedHeight(lines * ROW + columns.sizeHint().height() + 18)

    def _row(self, run: TrainingRun, status: MindStatus) -> TextRow:
        broken_off = run.state is RunState.RUNNING and not status.training
        state = self._words.state(RunState.STOPPED if broken_off else run.state)
        if status.in_use is not None and status.in_use.id == run.id:
            state = self.tr("%1, in use").replace("%1", state)
        days = max(0, run.data_to_ms - run.data_from_ms) // 86_400_000 if run.data_from_ms else 0  # not known yet
        live = ", ".join(self._words.head(one.head) for one in run.heads if one.live)
        note = self._words.note(run.note)
        return TextRow(
            (
                TextCell(self._words.moment(run.started_ms), run.started_ms),
                TextCell(labelled(state, note) if note else state, state),
                TextCell(self.tr("%n days", "", days) if run.data_from_ms else "–", days),
                TextCell(self._words.wording.length(round(run.cpu_s * 1_000)), run.cpu_s),
                TextCell(live or "–", live, hint=live),
            ),
            run,
        )
