"""A section that shows how something stands, and looks anew whenever that may have changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section


class LookingSection(Section):
    """Looks when the page comes up, when the data is opened meanwhile, and when a dialog opened here closes."""

    def __init__(self, choices: Choices, title: str, parent: QWidget | None = None) -> None:
        super().__init__(choices, title, parent)
        choices.ready.connect(lambda: self.look() if self.isVisible() else None)

    def look(self) -> None:
        """Look how it stands, and show it; sections override it."""

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog that may change how it stands."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self.look())
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Look when the page comes up."""
        super().showEvent(event)
        self.look()
