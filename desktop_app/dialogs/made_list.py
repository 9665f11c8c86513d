"""What a list of things done shares: a table, a line that says what went wrong, and buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.line_table import LineTable
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background

_SIZE: Final = (720, 460)
Act = Callable[[], object]


class MadeList(QDialog):
    """Emits changed once something was taken back or made again. A list says how it is read and shown."""

    changed = Signal()

    def __init__(self, title: str, about: str, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.about = Paragraph(about, "muted", self)
        self.table = LineTable(title, self)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(spacing.S)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for part in (self.about, self.table, self.error):
            column.addWidget(part, int(part is self.table))
        column.addLayout(self.foot)
        self.table.selectionModel().selectionChanged.connect(self.enable)

    def read(self) -> Any:
        """Return what the list shows; asked beside the window."""
        raise NotImplementedError

    def show_read(self, found: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def enable(self) -> None:
        """Enable what can be done with the line chosen."""
        raise NotImplementedError

    def add_button(self, text: str, prepare: Callable[[], Act | None]) -> QPushButton:
        """Put a button at the left of the foot; prepare returns what is then done beside the window."""
        button = QPushButton(text, self)
        press_by_return(button)
        button.clicked.connect(lambda: self._do(prepare()))
        self.foot.insertWidget(self.foot.count() - 2, button)
        return button

    def stretch(self, column: int) -> None:
        """Let a column take the room that the others leave."""
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def refresh(self) -> None:
        """Read the list anew."""
        self._background.ask(self, self.read, self._show, self._refuse)

    def _show(self, found: Any) -> None:
        self.show_read(found)
        self.enable()

    def _do(self, act: Act | None) -> None:
        if act is None:
            return
        self.error.hide()
        self._background.ask(self, act, self._done, self._refuse)

    def _done(self, _done: object) -> None:
        self.changed.emit()
        self.refresh()

    def _refuse(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list when it comes up."""
        super().showEvent(event)
        self.refresh()
