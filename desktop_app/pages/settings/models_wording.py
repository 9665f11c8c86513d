"""Which language model may word answers of the assistant anew: none, until the person names one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import for_tooltip, plain_label
from engine.settings import Settings


class WordingField(QWidget):
    """A file chosen or none; emits edited(Edit)."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dialog: QFileDialog | None = None
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(self.tr("None: Kairos words its answers itself"))
        self.file.setAccessibleName(self.tr("File of the language model for answers"))
        self.choose_button = QPushButton(self.tr("Choose a file…"), self)
        self.none_button = QPushButton(self.tr("Use none"), self)
        self.choose_button.setAccessibleName(self.tr("Choose the language model for answers…"))
        self.none_button.setAccessibleName(self.tr("Use no language model for answers"))
        self.choose_button.clicked.connect(self._ask)
        self.none_button.clicked.connect(lambda: self.choose(""))
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.choose_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.S, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(plain_label(self.tr("Wording of the assistant's answers (optional)"), "strong", self))
        column.addWidget(self.file)
        column.addLayout(row)
        hint = self.tr(
            "A language model in a GGUF file may word answers anew; figures and dates stay those Kairos worked out. It "
            "runs on this computer alone and needs the add-on llama-cpp-python; without that nothing changes."
        )
        column.addWidget(Paragraph(hint, "secondary", self))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        path = settings.assistant.language_model
        self.file.setText(QDir.toNativeSeparators(path))
        self.file.setToolTip(for_tooltip(path))
        self.none_button.setVisible(bool(path))

    def _ask(self) -> None:
        dialog = self.dialog = QFileDialog(self, self.tr("Choose a language model"), self.file.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Language models (*.gguf)"))
        dialog.accepted.connect(lambda: self.choose(dialog.selectedFiles()[0]))
        dialog.open()

    def choose(self, path: str) -> None:
        """Use the model in this file from now on, none for an empty one."""
        self.edited.emit(lambda settings: replace(settings, assistant=replace(settings.assistant, language_model=path)))
