"""The contract: the person's own word, for a while, that windows which distract may be closed."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return

_LENGTHS = (30, 60, 120, 240)
_WIDTH = 480


class ContractDialog(QDialog):
    """Says plainly what is agreed to; emits made(minutes) only once that was ticked."""

    made = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a contract with yourself"))
        self.setMinimumWidth(_WIDTH)
        self.lengths = QComboBox(self)
        for minutes in _LENGTHS:
            words = self.tr("%1 minutes").replace("%1", QLocale().toString(minutes))
            self.lengths.addItem(words, minutes)
        self.lengths.setCurrentIndex(1)
        name_box(self.lengths, self.tr("How long it holds"))
        self.agreed = QCheckBox(self.tr("Yes, windows that distract me may be closed until then"), self)
        self.make_button = QPushButton(self.tr("Make the contract"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.make_button.setEnabled(False)
        self.make_button.setDefault(True)
        press_by_return(self.cancel_button)
        self.agreed.toggled.connect(self.make_button.setEnabled)
        self.make_button.clicked.connect(self._make)
        self.cancel_button.clicked.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for text in (
            self.tr(
                "During a focus session, a window of a distracting category that stays in front longer than you allow "
                "is asked to close, as if you had pressed its close button. Programs may still ask about unsaved work; "
                "nothing is ever ended by force."
            ),
            self.tr("Only in sessions whose level is “Close it, by contract”, and only as long as you say here."),
            self.tr("You can leave the contract at any time: here, and on everything that it shows."),
        ):
            column.addWidget(Paragraph(text, "", self))
        column.addWidget(self.lengths)
        column.addWidget(self.agreed)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.make_button)
        column.addLayout(foot)

    def _make(self) -> None:
        self.made.emit(self.lengths.currentData())
        self.accept()
