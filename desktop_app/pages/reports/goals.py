"""The goals over the days shown: how each day or week stands, and what the one under way will come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.edit_goal import EditGoal
from desktop_app.dialogs.error_words import error_message
from desktop_app.dialogs.goal_form import GoalChoices
from desktop_app.pages.reports.goal_row import GoalRow
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.choosing import choose_below
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.toast import Toast, toast_over
from engine.domain.goals import Direction, Goal, GoalProgress, Measure, Per, Streak
from engine.domain.report import By, Report

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine
    from engine.domain.categories import CategoryTree
    from engine.domain.errors import KairosError

_FIRST: Final = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 120, Per.DAY)


class GoalsCard(Card):
    """Shows the goals of the report, asked for anew once one is edited; emits chosen(name, Selection)."""

    chosen = Signal(str, object)

    def __init__(self, theme: ThemeHolder, words: ReportWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._words = theme, words
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._report: Report | None = None
        self._asked = 0
        self.rows: list[GoalRow] = []
        self.dialog: EditGoal | None = None
        self.toast: Toast | None = None  # made when there is something to take back
        self.add_button = QPushButton(self)
        self.add_button.setProperty("kind", "quiet")
        self.add_button.clicked.connect(lambda: self.edit(_FIRST))
        self.corner.addWidget(self.add_button)
        self.note = Paragraph("", "muted", self)
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing.M)
        self.body.addWidget(self.note)
        self.body.addLayout(self._column)

    def attach(self, engine: Engine, background: Background) -> None:
        """Use this engine from now on."""
        self._engine, self._background = engine, background

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(self.tr("Goals"))
        self.add_button.setText(self.tr("Add a goal"))

    def show_report(self, report: Report) -> None:
        """Show the goals over the report's days."""
        self._report = report
        self.write_headings()
        self._show(report.goals)
        if report.goals:
            self._ask_streaks()

    def refresh(self) -> None:
        """Ask anew; only the last answer asked for is shown."""
        engine, background, report = self._engine, self._background, self._report
        if engine is None or background is None or report is None:
            return
        self._asked += 1
        number = self._asked

        def take(found: tuple[GoalProgress, ...]) -> None:
            if number == self._asked:
                self._show(found)
                self._ask_streaks()

        request = report.request
        background.ask(self, lambda: engine.goals.progress(request.start, request.end), take, self._fail)

    def _ask_streaks(self) -> None:
        engine, background = self._engine, self._background
        if engine is not None and background is not None:
            background.ask(self, engine.goals.streaks, self._show_streaks, lambda _error: None)

    def _show_streaks(self, streaks: dict[int, Streak]) -> None:
        for row in self.rows:
            row.show_streak(streaks.get(row.goal_id))

    def _show(self, found: tuple[GoalProgress, ...]) -> None:
        while len(self.rows) < len(found):
            row = GoalRow(self._theme, self._words, self)
            row.edit_wanted.connect(self.edit)
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(found) :]:
            row.deleteLater()
        del self.rows[len(found) :]
        for row, progress in zip(self.rows, found, strict=True):
            row.show_progress(progress, None if self._report is None else self._report.request.rule)
        self.note.setVisible(not found)
        self.note.setText(
            self.tr("Say how much deep work you mean to do, or how much of an app is enough: per day or week.")
        )

    def _fail(self, error: KairosError) -> None:
        self._show(())
        self.note.setText(f"⚠ {error_message(error)}")

    def edit(self, goal: Goal) -> None:
        """Open the dialog for a goal, one that is not stored yet for a new one."""
        engine, background = self._engine, self._background
        if engine is None or background is None:
            return

        def open_with(tree: CategoryTree) -> None:
            report = self._report
            week_start = 0 if report is None else report.request.week_start
            choices = GoalChoices(tree, self._known(By.APP), self._known(By.PROJECT), self._words.names, week_start)
            dialog = EditGoal(goal, choices, engine.goals, background, self._theme, self._words.wording, self)
            dialog.stored.connect(self.refresh)
            dialog.undoable.connect(self._offer)
            dialog.finished.connect(dialog.deleteLater)
            self.dialog = dialog
            dialog.open()

        background.ask(self, engine.rules.tree, open_with, self._fail)

    def choose(self) -> None:
        """Open a menu of the goals; the one chosen is opened, to be changed or removed."""
        choose_below(self.add_button, [(row.button.accessibleName(), row.button.click) for row in self.rows])

    @property
    def can_undo(self) -> bool:
        """Whether the last change of a goal can be taken back."""
        return self.toast is not None and self.toast.can_undo

    def undo(self) -> None:
        """Take back the last change of a goal."""
        if self.toast is not None:
            self.toast.undo()

    def _offer(self, told: str, back: Callable[[], object]) -> None:
        """Say what was done to a goal, with the way back."""
        background = self._background
        if background is None:
            return
        if self.toast is None:
            self.toast = toast_over(self)
        self.toast.offer(told, lambda: background.ask(self, back, lambda _done: self.refresh(), self._fail))

    def _known(self, by: By) -> tuple[str, ...]:
        table = None if self._report is None else self._report.table(by)
        rows = () if table is None else table.rows
        return tuple(row.key for row in rows if row.key and not row.withheld)
