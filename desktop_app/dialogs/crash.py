"""The dialog for our own mistakes: says what happened, shows the report, and the window goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.plain_text import plain_label


class CrashDialog(QDialog):
    """Shows one report; it is copied or saved only where the person says so, and never sent."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Kairos"))
        self.resize(720, 480)
        sentence = self.tr(
            "This is a mistake in Kairos, not yours. The window goes on, and recording is not affected. "
            "Below is everything the report holds; nothing is sent unless you pass it on yourself."
        )
        self._sentence = plain_label(sentence, "", self, wrap=True)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setTabChangesFocus(True)
        self.notice = plain_label("", "secondary", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for widget in (self._sentence, self.report, self.notice, self._buttons()):
            column.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.copy_button = QPushButton(self.tr("Copy"), box)
        self.save_button = QPushButton(self.tr("Save…"), box)
        self.go_on_button = QPushButton(self.tr("Go on"), box)
        box.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.go_on_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on_button.setDefault(True)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_where)
        box.accepted.connect(self.accept)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.notice.setText(self.tr("Copied."))

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "kairos-report.txt")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the report to a file and say how that went."""
        try:
            path.write_text(self.report.toPlainText() + "\n", encoding="utf-8")
        except OSError as cause:
            self.notice.setText(self.tr("It could not be saved: %1").replace("%1", cause.strerror or str(cause)))
            return
        self.notice.setText(self.tr("Saved to %1").replace("%1", str(path)))
