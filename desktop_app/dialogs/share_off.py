"""What is said where something to give away is wanted while sharing is off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.choices import Choices
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.settings import Settings


class SharingOff(Card):
    """Shown while sharing is off, with a way to turn it on.

    Emits refused with why that could not be saved, and turned_on once it is: its button is gone then, and with it the
    keys.
    """

    refused = Signal(KairosError)
    turned_on = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._choices = choices
        self.set_title(self.tr("Sharing is off"))
        about = self.tr(
            "Turning it on sends nothing and starts nothing by itself. It only lets you make files to give away, each "
            "of which you see before it is saved."
        )
        self.body.addWidget(Paragraph(about, "", self))
        self.button = QPushButton(self.tr("Turn sharing on"), self)
        press_by_return(self.button)
        self.button.setAccessibleDescription(about)
        self.button.clicked.connect(self._turn_on)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _show(self, settings: Settings) -> None:
        self.setVisible(not settings.sharing.on)

    def _turn_on(self) -> None:
        self._choices.change(
            lambda now: replace(now, sharing=replace(now.sharing, on=True)), self.refused.emit, self._tell
        )

    def _tell(self) -> None:
        if isValid(self):  # its dialog may be closed by now
            self.turned_on.emit()
