"""A team file: what it is, what its next step does and holds, and the file that answers it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.dialogs.team_dialog import TeamDialog
from desktop_app.theme import spacing
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.domain.team import LONGEST_NAME, TeamFile, TeamStep, TeamTaken

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from engine.api import Engine

_LONGEST: Final = 4_000


class TeamFileDialog(TeamDialog):
    """Looking writes nothing; what the next step would write is told before it is."""

    def __init__(self, engine: Engine, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(engine, choices, parent)
        self._step: TeamStep | None = None
        self.setWindowTitle(self.tr("Team file"))
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setMaxLength(_LONGEST)
        self.file.setAccessibleName(self.tr("File"))
        self.file.setPlaceholderText(self.tr("No file is open"))
        self.choose_button = QPushButton(self.tr("Open a file…"), self)
        press_by_return(self.choose_button)
        self.choose_button.clicked.connect(self._choose)
        self.act_button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.file, 1)
        row.addWidget(self.choose_button)
        self.head.addLayout(row)
        self._make_name()
        self.told.say(
            self.tr(
                "Open a file that somebody of your team gave you: an invitation, a list, a request or the sums. "
                "Nothing is written before you say so."
            )
        )
        self.choose_button.setFocus()
        self.enable()

    def _make_name(self) -> None:
        """Ask below what is told how the person wants to be called, where they are about to join."""
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Your name in this round"))
        self.name.setPlaceholderText(self.tr("Your name, as the others will see it; empty: one is made up"))
        self.foot.insertWidget(0, self.name)
        self.name.hide()
        before: QWidget = self.file
        for after in (self.choose_button, self.told, self.name, self.off.button):
            self.setTabOrder(before, after)
            before = after

    def enable(self) -> None:
        """Enable what can be done now."""
        super().enable()
        makes = self._step is not None and self._step.makes is not None
        self.choose_button.setEnabled(not self.works)
        self.act_button.setVisible(makes)
        self.act_button.setEnabled(makes and self.on and not self.works)
        self.off.setVisible(makes and not self.on)
        self.name.setVisible(self._step is not None and self._step.makes is TeamFile.JOIN)
        self.name.setEnabled(not self.works)

    def look(self, file: Path) -> None:
        """Show what a file is."""
        self._step = None
        self.file.setText(str(file))
        self.told.say(self.tr("Looking…"))
        self.ask(lambda: self.team.look(file), self._show)

    def _show(self, step: TeamStep) -> None:
        self._step = step
        self.act_button.setText(self.words.action(step))
        self.told.show_step(step)
        self.enable()
        (self.act_button if self.act_button.isEnabled() else self.choose_button).setFocus()

    def refuse(self, error: KairosError) -> None:
        """Say why, and nothing else of the file."""
        if self._step is None:
            self.told.say("")
        super().refuse(error)
        self.choose_button.setFocus()

    def _choose(self) -> None:
        mode = QFileDialog.FileMode.ExistingFile
        self.choose_files(self.tr("Open a team file"), mode, lambda files: self.look(files[0]))

    def _take(self) -> None:
        step = self._step
        if step is not None and step.makes is not None:
            name = f"team-{step.rules.first_day.isoformat()}-{step.makes}.kairos-team"
            self.choose_place(name, lambda out: self.take(step, out))

    def take(self, step: TeamStep, out: Path) -> None:
        """Write the file that answers."""
        name = self.name.text().strip()
        self.ask(lambda: self.team.take(step, out, name), self._tell)

    def _tell(self, taken: TeamTaken) -> None:
        self._step = None
        self.told.show_taken(taken)
        self.show_written(taken.file)
