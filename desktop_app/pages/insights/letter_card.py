"""The weekly letter as a card: every number leads to the days it rests on."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.pages.insights.letter_findings import FindingWords
from desktop_app.pages.insights.letter_words import LetterWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.sentences import joined, labelled
from engine.domain.app_names import AppNames
from engine.domain.goals import Measure
from engine.domain.letters import Letter, LetterAnswer, StoredLetter, SuggestionKind
from engine.domain.routines import Habit


class LetterCard(Card):
    """Emits days_wanted(first, last) for a number, and accepted, refused, stopped(first day of the letter's week).

    category_wanted(first, last, path, whether with what lies below it) for a category's number, counted_wanted(Habit)
    and basis_wanted(Suggestion) for what was counted.
    """

    days_wanted = Signal(object, object)
    category_wanted = Signal(object, object, object, bool)
    counted_wanted = Signal(object)
    basis_wanted = Signal(object)
    accepted = Signal(object)
    refused = Signal(object)
    stopped = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words, self._findings = LetterWords(wording, self), FindingWords(wording, self)
        self.stored: StoredLetter | None = None
        self.numbers: list[QPushButton] = []
        self._figures = QWidget(self)
        self.outcome = Paragraph("", "muted", self)
        self.suggestion = Paragraph("", "strong", self)
        self.trial = Paragraph("", "secondary", self)
        self.accept_button = QPushButton(self.tr("Accept"), self)
        self.accept_button.setProperty("kind", "primary")
        self.refuse_button = QPushButton(self.tr("Not now"), self)
        self.stop_button = QPushButton(self.tr("Stop trying wordings"), self)
        self.stop_button.setProperty("kind", "quiet")
        self.basis_button = QPushButton(self.tr("What was counted"), self)
        self.basis_button.setProperty("kind", "quiet")
        self._foot = QWidget(self)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, spacing.XS, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.accept_button)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        row.addWidget(self.basis_button)
        row.addWidget(self.stop_button)
        for part in (self._figures, self.outcome, self.suggestion, self._foot, self.trial):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.basis_button.clicked.connect(self._show_basis)
        self.accept_button.clicked.connect(lambda: self.accepted.emit(self._week()))
        self.refuse_button.clicked.connect(lambda: self.refused.emit(self._week()))
        self.stop_button.clicked.connect(lambda: self.stopped.emit(self._week()))
        self.stop_button.clicked.connect(self.stop_button.hide)

    def _week(self) -> date | None:
        return None if self.stored is None else self.stored.letter.start

    def _show_basis(self) -> None:
        suggestion = None if self.stored is None else self.stored.letter.suggestion
        if suggestion is None:
            return
        if suggestion.kind is SuggestionKind.CAP:
            last = suggestion.basis_end - timedelta(days=1)
            self.category_wanted.emit(suggestion.basis_start, last, suggestion.path, True)
        else:
            self.basis_wanted.emit(suggestion)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._findings.names = names
        if self.stored is not None:
            self._draw(self.stored.letter)

    def show_letter(self, stored: StoredLetter | None) -> None:
        """Show a letter; without one the card takes no room."""
        if stored == self.stored:
            return
        self.stored = stored
        self.setVisible(stored is not None)
        if stored is None:
            return
        letter = stored.letter
        self.set_title(self.tr("Your letter, %1").replace("%1", self._words.span(letter.start, letter.end)))
        self._draw(letter)
        self.outcome.setText("" if letter.last is None else self._words.outcome(letter.last))
        self.outcome.setVisible(letter.last is not None)
        self._show_suggestion(stored)

    def _show_suggestion(self, stored: StoredLetter) -> None:
        letter, open_still = stored.letter, stored.answer is LetterAnswer.NONE
        text = self.tr("There is nothing to suggest this week.")
        if letter.suggestion is not None:
            text = self._words.suggestion(letter.suggestion, letter.trial.framing)
            text = text if open_still else joined(text, self._words.answer(stored.answer))
        self.suggestion.setText(text)
        tried = letter.trial.tried and letter.suggestion is not None
        self._foot.setVisible(letter.suggestion is not None)
        for button in (self.accept_button, self.refuse_button):
            button.setVisible(open_still and letter.suggestion is not None)
        self.stop_button.setVisible(tried and stored.trying)
        self.trial.setText(self._words.trial(letter, trying=stored.trying) if tried else "")
        self.trial.setVisible(tried)

    def _draw(self, letter: Letter) -> None:
        fresh = QWidget(self)
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing.M)
        grid.setVerticalSpacing(spacing.XS)
        grid.setColumnStretch(2, 1)
        self.numbers = []
        words, days = self._words, (letter.start, letter.end)
        self._row(grid, self.tr("Active"), letter.active.ms, words.beside(letter.active.compared), days)
        self._row(grid, self.tr("Deep work"), letter.deep.ms, words.beside(letter.deep.compared), days)
        if letter.best_day is not None:
            day = letter.best_day.day
            best = (day, day + timedelta(days=1))
            self._row(grid, self.tr("Best day"), letter.best_day.deep_ms, words.weekday(day), best)
        for one in letter.categories:
            beside = self.tr("; ").join(filter(None, (words.beside(one.compared), words.whole(one))))
            self._row(grid, words.path(one.path), one.ms, beside, days, one.path)
        for goal in letter.goals:
            below = goal.path if goal.goal.measure is Measure.CATEGORY else ()
            self._row(grid, words.goal(goal), goal.done_ms, words.met(goal), days, below, below=True)
        if letter.plan is not None:
            self._row(grid, self.tr("As planned"), letter.plan.matching_ms, words.plan(letter), days)
        self._tell_findings(grid, letter)
        self.body.replaceWidget(self._figures, fresh)
        self._figures.deleteLater()
        self._figures = fresh

    def _row(  # noqa: PLR0913  (one line of the letter)
        self,
        grid: QGridLayout,
        name: str,
        ms: int,
        beside: str,
        days: tuple[date, date],
        path: tuple[str, ...] = (),
        *,
        below: bool = False,
    ) -> None:
        at = grid.rowCount()
        grid.addWidget(Paragraph(name, "muted", self), at, 0, Qt.AlignmentFlag.AlignVCenter)
        button = self._button(self._words.length(ms), days, path, below=below)
        button.setAccessibleName(labelled(name, button.text()))
        grid.addWidget(button, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Paragraph(beside, "secondary", self), at, 2, Qt.AlignmentFlag.AlignVCenter)

    def _tell_findings(self, grid: QGridLayout, letter: Letter) -> None:
        for change in letter.changes:
            days = [day for day, _ in change.values]
            span = (min(days), max(days) + timedelta(days=1))
            said = joined(self._findings.change(change), self._findings.change_rests(change))
            self._finding(grid, said, self._button(self.tr("Show the days"), span))
        for habit in letter.habits:
            span = (min(habit.days), max(habit.days) + timedelta(days=1))
            button = self._counted(habit) if habit.when else self._button(self.tr("Show the days"), span)
            self._finding(grid, f"{self._findings.habit(habit)} {self._findings.habit_rests(habit)}", button)

    def _finding(self, grid: QGridLayout, text: str, button: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.M)
        row.addWidget(Paragraph(text, "", self), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(row, grid.rowCount(), 0, 1, 3)

    def _counted(self, habit: Habit) -> QPushButton:
        button = self._quiet(self.tr("What was counted"))
        button.clicked.connect(lambda: self.counted_wanted.emit(habit))
        return button

    def _button(
        self, text: str, days: tuple[date, date], path: tuple[str, ...] = (), *, below: bool = False
    ) -> QPushButton:
        button = self._quiet(text)
        button.setToolTip(self.tr("Show in Reports"))
        last = days[1] - timedelta(days=1)
        if path:
            button.clicked.connect(lambda: self.category_wanted.emit(days[0], last, path, below))
        else:
            button.clicked.connect(lambda: self.days_wanted.emit(days[0], last))
        return button

    def _quiet(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "quiet")
        self.numbers.append(button)
        return button
