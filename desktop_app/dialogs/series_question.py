"""Which times of a repeated block are meant: this one, this and all later ones, or all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import isolated
from desktop_app.widgets.return_key import press_by_return
from engine.domain.blocks import Scope

_WIDTH: Final = 400


class SeriesQuestion(QDialog):
    """Emits chosen(Scope); closing it means that nothing is to be done. act: what is about to be done, as a title."""

    chosen = Signal(object)

    def __init__(self, act: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(act)
        words = self.tr("%1 repeats. Which of its times do you mean?").replace("%1", isolated(name))
        self.buttons = {
            Scope.ONE: QPushButton(self.tr("Only this one"), self),
            Scope.FOLLOWING: QPushButton(self.tr("This and all later ones"), self),
            Scope.ALL: QPushButton(self.tr("All of them"), self),
        }
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.S)
        column.addWidget(Paragraph(words, "", self))
        column.addSpacing(spacing.XS)
        for scope, button in self.buttons.items():
            button.setAutoDefault(scope is Scope.ONE)
            button.setDefault(scope is Scope.ONE)
            button.clicked.connect(lambda _checked=False, scope=scope: self._choose(scope))
            column.addWidget(button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        press_by_return(self.cancel_button)
        self.cancel_button.clicked.connect(self.reject)
        column.addLayout(foot)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))

    def _choose(self, scope: Scope) -> None:
        self.chosen.emit(scope)
        self.accept()
