"""Team rounds: figures of a whole team by files, of nobody alone; those there are, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QMessageBox, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.dialogs.team_words import TeamWords
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.team import TeamRound, TeamState

_ROWS = 5
_EDGE = 4
_NAME = 60
_OVER = frozenset({TeamState.FORGOTTEN})


class TeamSection(LookingSection):
    """A line a round, and buttons that open a dialog each."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Team rounds"))
        self._words = TeamWords(self)
        self.box: QMessageBox | None = None
        self.add_hint(
            self.tr(
                "A team adds up its hours by files that people hand each other: the lead sees the sums, and nobody's "
                "own figures."
            )
        )
        self.table = LineTable(self.tr("Team rounds"), self)
        self.table.hide()
        self.body.addWidget(self.table)
        self._make_buttons()
        self.finish()
        self._enable()

    def _make_buttons(self) -> None:
        self.sums_button = QPushButton(self.tr("Show the sums…"), self)
        self.forget_button = QPushButton(self.tr("Forget the round…"), self)
        self.open_button = QPushButton(self.tr("Open a team file…"), self)
        self.begin_button = QPushButton(self.tr("Begin a round…"), self)
        self.combine_button = QPushButton(self.tr("Combine files…"), self)
        self.sums_button.clicked.connect(self._show_sums)
        self.forget_button.clicked.connect(self._ask_forget)
        self.open_button.clicked.connect(self._open_file)
        self.begin_button.clicked.connect(self._begin)
        self.combine_button.clicked.connect(self._combine)
        for group in (
            (self.sums_button, self.forget_button),
            (self.open_button, self.begin_button, self.combine_button),
        ):
            self.add_buttons(*group)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.item_model.modelReset.connect(self._enable)

    def look(self) -> None:
        """Read the rounds anew."""
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:

            def read() -> tuple[TeamRound, ...]:
                return engine.team.rounds()  # its parts are loaded when first asked for

            background.ask(self, read, self._show, self.refuse)

    def _show(self, rounds: tuple[TeamRound, ...]) -> None:
        headers = [self.tr("Round"), self.tr("Week"), self.tr("You are"), self.tr("State")]
        self.table.item_model.show_rows(headers, [self._row(one) for one in rounds])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(header.sizeHint().height() + ROW * min(len(rounds), _ROWS) + _EDGE)
        self.table.setVisible(bool(rounds))
        for button in (self.sums_button, self.forget_button):
            button.setVisible(bool(rounds))
        self._enable()

    def _row(self, one: TeamRound) -> TextRow:
        name, role, state = isolated(foreign(one.name, _NAME)), self._words.role(one.role), self._words.state(one)
        week = self._words.share.day(one.first_day)
        return TextRow(
            (
                TextCell(name, name),
                TextCell(week, one.first_day.toordinal()),
                TextCell(role, role),
                TextCell(state, state),
            ),
            one,
        )

    def _enable(self) -> None:
        chosen = self.table.chosen()
        one = chosen if isinstance(chosen, TeamRound) else None
        self.sums_button.setEnabled(one is not None and one.result is not None)
        self.forget_button.setEnabled(one is not None and one.state not in _OVER)

    def _ask_forget(self) -> None:
        chosen = self.table.chosen()
        if not isinstance(chosen, TeamRound):
            return
        box = self.box = QMessageBox(QMessageBox.Icon.Question, "Kairos", "", parent=self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Forget the round “%1”?").replace("%1", foreign(chosen.name, _NAME)))
        box.setInformativeText(
            self.tr(
                "Its keys are wiped, so that you can no longer take part. That this week was given once stays known, "
                "so that it is not given twice."
            )
        )
        forget = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda: self._forget(chosen.id) if box.clickedButton() is forget else None)
        box.open()

    def _forget(self, number: str) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            background.ask(self, lambda: engine.team.forget(number), lambda _none: self.look(), self.refuse)

    # ---------------------------------------------------------------- dialogs

    def _open_file(self) -> None:
        from desktop_app.dialogs.team_file import TeamFileDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None:
            self.open_dialog(TeamFileDialog(self._choices.engine, self._choices, self.window()))

    def _begin(self) -> None:
        from desktop_app.dialogs.team_begin import TeamBeginDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None:
            self.open_dialog(TeamBeginDialog(self._choices.engine, self._choices, self.window()))

    def _combine(self) -> None:
        from desktop_app.dialogs.team_combine import TeamCombineDialog  # noqa: PLC0415  (seldom needed)

        if self._choices.engine is not None:
            self.open_dialog(TeamCombineDialog(self._choices.engine, self._choices, self.window()))

    def _show_sums(self) -> None:
        from desktop_app.dialogs.team_sums import TeamSums  # noqa: PLC0415  (seldom needed)

        chosen = self.table.chosen()
        if isinstance(chosen, TeamRound) and chosen.result is not None:
            dialog = TeamSums(chosen.result, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
