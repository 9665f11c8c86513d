"""A dialog that looks first, is confirmed, and then has something long done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.working_dialog import WorkingDialog
from desktop_app.theme import spacing
from desktop_app.widgets.return_key import press_by_return

_SIZE: Final = (600, 480)


class LongWork(WorkingDialog):
    """Shows what is told, and a box to be ticked; what replaces the data goes through the choices it is given.

    Whoever derives from it fills head, names the buttons, and says when ready holds.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: Choices | None = None
        self.resize(*_SIZE)
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.sure = QCheckBox(self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.act_button = QPushButton(self)
        self.act_button.setProperty("kind", "primary")
        for button in (self.close_button, self.act_button):
            press_by_return(button)
        self.close_button.clicked.connect(self.reject)
        self.sure.toggled.connect(lambda _on: self.enable())
        self.head, self.foot = QVBoxLayout(), QHBoxLayout()
        self._arrange()

    def _arrange(self) -> None:
        self.foot.setSpacing(spacing.S)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.act_button)
        self.head.setSpacing(spacing.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addLayout(self.head)
        for part in (self.told, self.sure, self.bar, self.error):
            column.addWidget(part, int(part is self.told))
        column.addLayout(self.foot)

    def tab_through(self, *first: QWidget) -> None:
        """Let Tab go through these first, then down the dialog; Qt's own order is that of making."""
        for before, after in pairwise((*first, self.told, self.sure, self.close_button, self.act_button)):
            self.setTabOrder(before, after)

    def ready(self) -> bool:
        """Return whether there is something to do."""
        return True

    def enable(self) -> None:
        """Enable what can be done now."""
        works = self.works
        self.sure.setEnabled(self.ready() and not works)
        self.act_button.setEnabled(self.ready() and self.sure.isChecked() and not works)
        self.close_button.setEnabled(not works)

    def replace(self, act: Callable[[], Any], answer: Callable[[Any], object]) -> None:
        """Have the data put in another's place, with nothing asked of it meanwhile."""
        if self.choices is not None:
            self.choices.replace(self, act, self.begun(answer), self.refuse)
