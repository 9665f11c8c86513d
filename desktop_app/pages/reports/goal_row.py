"""One goal: what it is, a bar for each day or week, and how it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.goal_words import (
    aim,
    foretold,
    foretold_in_full,
    in_a_row,
    met_of,
    span_name,
    standing_name,
    streak_in_full,
    strip_bars,
    target_name,
)
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.goal_strip import GoalStrip
from engine.domain.days import DayRule, day_start_ms
from engine.domain.goals import EVERY_DAY, GoalProgress, Measure, Per, Streak
from engine.domain.intervals import Interval
from engine.domain.report import By, Selection

_NARROW: Final = 620
_BY: Final = {Measure.APP: By.APP, Measure.PROJECT: By.PROJECT}


class GoalRow(QWidget):
    """Emits edit_wanted(Goal) for its button, chosen(name, Selection) for a bar."""

    edit_wanted = Signal(object)
    chosen = Signal(str, object)

    def __init__(self, theme: ThemeHolder, words: ReportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._progress: GoalProgress | None = None
        self._rule: DayRule | None = None
        self._streak: Streak | None = None
        self.name, self.aim = ElidedLabel("", "strong", self), ElidedLabel("", "secondary", self)
        self.value, self.note = ElidedLabel("", "strong", self), ElidedLabel("", "secondary", self)
        self.strip = GoalStrip(theme, self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self._edit)
        self.strip.chosen.connect(self._choose)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.L)
        self._grid.setVerticalSpacing(spacing.XS)
        self._texts = _pair(self.name, self.aim)
        self._values = _pair(self.value, self.note)
        self._narrow: bool | None = None
        self._place(narrow=False)

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        grid = self._grid
        for part in (self._texts, self._values):
            grid.removeItem(part)
        for widget in (self.strip, self.button):
            grid.removeWidget(widget)
        for column, share in enumerate((1, 1, 0, 0) if narrow else (4, 4, 5, 0)):
            grid.setColumnStretch(column, share)
        grid.addLayout(self._texts, 0, 0)
        grid.addLayout(self._values, 0, 1 if narrow else 2)
        if narrow:
            grid.addWidget(self.strip, 1, 0, 1, 3)
        else:
            grid.addWidget(self.strip, 0, 1)
        grid.addWidget(self.button, 0, 2 if narrow else 3, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars below the words where there is no room beside them."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < _NARROW)

    @property
    def goal_id(self) -> int:
        """The number of the goal it shows, 0 for none."""
        return 0 if self._progress is None else self._progress.goal.id

    def show_progress(self, progress: GoalProgress, rule: DayRule | None) -> None:
        """Show another goal; rule: how its days are cut."""
        wording = self._words.wording
        if progress.goal.id != self.goal_id:
            self._streak = None
        self._progress, self._rule = progress, rule
        self.name.setText(target_name(progress, self._words.names))
        self.aim.setText(aim(progress.goal, wording))
        self.strip.show_bars(strip_bars(progress, wording), progress.goal.target_ms)
        self.strip.setAccessibleName(f"{self.name.text()}, {self.aim.text()}")
        self.button.setText(self.tr("Edit"))
        self.button.setAccessibleName(self.tr("Edit the goal %1").replace("%1", self.strip.accessibleName()))
        latest = progress.latest
        if latest is None:
            self.value.setText("–")
            self.note.setText(self.tr("Not in these days"))
            return
        text = self.tr("%1 of %2", "so much done of so much meant")
        length = text.replace("%1", wording.length(latest.done_ms)).replace(
            "%2", wording.length(progress.goal.target_ms)
        )
        self.value.setText(f"{length} · {standing_name(latest.standing)}")
        self._write_note()

    def show_streak(self, streak: Streak | None) -> None:
        """Say how many times in a row the goal was met; None where that is not known."""
        self._streak = streak
        self._write_note()

    def _write_note(self) -> None:
        progress, wording = self._progress, self._words.wording
        if progress is None or progress.latest is None:
            return
        met = met_of(progress) if len(progress.results) > 1 else ""
        parts = [met, in_a_row(self._streak, progress.goal), foretold(progress, wording)]
        self.note.setText(" · ".join(part for part in parts if part) or span_name(progress.latest))
        told = [foretold_in_full(progress, wording), streak_in_full(self._streak, progress.goal)]
        self.note.setToolTip("\n".join(part for part in told if part))

    def _edit(self) -> None:
        if self._progress is not None:
            self.edit_wanted.emit(self._progress.goal)

    def _choose(self, place: int, _part: int) -> None:
        """Ask for what a bar counts."""
        if self._progress is None or self._rule is None:
            return
        goal, result = self._progress.goal, self._progress.results[place]
        bounds = Interval(day_start_ms(result.span.start, self._rule), day_start_ms(result.span.end, self._rule))
        name = f"{self.name.text()}, {span_name(result)}"
        by = _BY.get(goal.measure)
        key, weekdays = str(goal.target) if by is not None else "", frozenset[int]()
        if goal.weekdays != EVERY_DAY and goal.per is Per.WEEK:
            weekdays = goal.weekdays
        categories = self._progress.categories
        self.chosen.emit(name, Selection(bounds, by, key, categories=categories, weekdays=weekdays))


def _pair(first: QWidget, second: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(first)
    column.addWidget(second)
    return column
