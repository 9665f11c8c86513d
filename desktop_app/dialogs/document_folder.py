"""What is read of a folder: patterns, the largest file, and whether ignore files are heeded."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.documents import Folder
from engine.domain.errors import KairosError

MEGABYTE: Final = 1024 * 1024
_LARGEST_MB: Final = 2_048
_LINES_PX: Final = 84
_WIDTH: Final = 520
_MOST_LINES: Final = 200


class EditDocumentFolder(QDialog):
    """Emits wanted(Folder) for Save; whoever opened it closes it once that is stored, or says why it was not."""

    wanted = Signal(object)

    def __init__(self, folder: Folder, shown_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("What is read of a folder"))
        self.include, self.exclude = QPlainTextEdit(self), QPlainTextEdit(self)
        self.largest = QSpinBox(self)
        self.largest.setRange(1, _LARGEST_MB)
        self.largest.setSuffix(self.tr(" MB"))
        self.largest.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.ignore_files = QCheckBox(self.tr("Leave out what .gitignore and the like leave out"), self)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._arrange(shown_path)
        self._fill(folder)
        self.buttons.accepted.connect(lambda: self.wanted.emit(self.folder))
        self.buttons.rejected.connect(self.reject)

    def _arrange(self, shown_path: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.S)
        column.addWidget(ElidedLabel(shown_path, "heading", self))
        self._add_lines(column, self.include, self.tr("Read only what matches (nothing here: everything)"), "*.pdf")
        self._add_lines(column, self.exclude, self.tr("Leave out what matches"), "archive/**")
        column.addWidget(
            Paragraph(self.tr("One pattern a line; * stands for any letters, ** for folders too."), "secondary", self)
        )
        row = QHBoxLayout()
        name = plain_label(self.tr("Largest file that is read"), "", self)
        name.setBuddy(self.largest)
        self.largest.setAccessibleName(name.text())
        self.largest.setMinimumWidth(120)
        row.addWidget(name, 1)
        row.addWidget(self.largest)
        column.addLayout(row)
        column.addWidget(self.ignore_files)
        column.addWidget(self.error)
        column.addSpacing(spacing.S)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    def _add_lines(self, column: QVBoxLayout, edit: QPlainTextEdit, caption: str, example: str) -> None:
        name = plain_label(caption, "", self)
        name.setBuddy(edit)
        edit.setAccessibleName(caption)
        edit.setPlaceholderText(example)
        edit.setFixedHeight(_LINES_PX)
        edit.setTabChangesFocus(True)
        column.addWidget(name)
        column.addWidget(edit)

    def _fill(self, folder: Folder) -> None:
        self.include.setPlainText("\n".join(folder.include))
        self.exclude.setPlainText("\n".join(folder.exclude))
        self.largest.setValue(max(1, round(folder.largest_bytes / MEGABYTE)))
        self.ignore_files.setChecked(folder.honour_ignore_files)

    @property
    def folder(self) -> Folder:
        """The folder with what is chosen here."""
        kept = self._folder.largest_bytes
        largest = self.largest.value() * MEGABYTE
        return replace(
            self._folder,
            include=_lines(self.include),
            exclude=_lines(self.exclude),
            largest_bytes=kept if max(1, round(kept / MEGABYTE)) == self.largest.value() else largest,
            honour_ignore_files=self.ignore_files.isChecked(),
        )

    def refuse(self, error: KairosError) -> None:
        """Say why it was not stored."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()


def _lines(edit: QPlainTextEdit) -> tuple[str, ...]:
    lines = (line.strip() for line in edit.toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))[:_MOST_LINES]
