"""The sums of a round that is over, looked at again."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.team_told import TeamTold
from desktop_app.dialogs.team_words import TeamWords
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from engine.domain.team import TeamResult

_SIZE: Final = (640, 520)


class TeamSums(QDialog):
    """Shows one result."""

    def __init__(self, result: TeamResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The sums of a team"))
        resize_on_screen(self, _SIZE)
        self.told = TeamTold(TeamWords(self), self)
        self.told.setAccessibleName(self.windowTitle())
        self.told.show_result(result)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.told, 1)
        column.addLayout(foot)
