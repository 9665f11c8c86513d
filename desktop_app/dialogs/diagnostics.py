"""Diagnostics, shown before they are copied: what is in the box is all that is passed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from desktop_app.background import Background

_SIZE: Final = (720, 460)


class DiagnosticsDialog(QDialog):
    """Gathers them beside the window, shows them, copies them where the person says so; nothing is ever sent."""

    def __init__(self, gather: Callable[[], str], background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diagnostics"))
        self.resize(*_SIZE)
        self.about = Paragraph(
            self.tr(
                "Numbers, versions and words of Kairos itself: no titles, no paths, no names. Read them, then pass "
                "them on where you want to; Kairos sends nothing."
            ),
            "muted",
            self,
        )
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Diagnostics"))
        self.text.setPlaceholderText(self.tr("Looking…"))
        self.told = Paragraph("", "secondary", self)
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._arrange()
        background.ask(self, gather, self._show, self._refuse)

    def _arrange(self) -> None:
        self.copy_button.setProperty("kind", "primary")
        self.copy_button.setEnabled(False)
        self.copy_button.setDefault(True)
        press_by_return(self.close_button)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.about)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _show(self, text: str) -> None:
        self.text.setPlainText(text)
        self.copy_button.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.told.setText(self.tr("Copied."))

    def _refuse(self, error: KairosError) -> None:
        self.told.setText(f"⚠ {error_sentence(error)}")
