"""All shortcuts by page, to look at, to copy and to print."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from desktop_app.actions.shortcut_text import Section, as_text
from desktop_app.dialogs.line_table import LineTable
from desktop_app.dialogs.printing import can_print, print_text
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.return_key import press_by_return

_SIZE: Final = (720, 560)


class ShortcutSheet(QDialog):
    """Shows the sections as one table that is walked by keys; single_keys: whether letters alone act."""

    def __init__(
        self, sections: tuple[Section, ...], parent: QWidget | None = None, *, single_keys: bool = True
    ) -> None:
        super().__init__(parent)
        self._sections = sections
        self.setWindowTitle(self.tr("Shortcuts"))
        resize_on_screen(self, _SIZE)
        on = self.tr("Keys of one letter do nothing while you type. Settings > Shortcuts switches them off.")
        off = self.tr("Keys of one letter, ?, / and Space are switched off in Settings > Shortcuts.")
        self.about = Paragraph(on if single_keys else off, "muted", self)
        self.table = LineTable(self.tr("Shortcuts"), self)
        self.told = Paragraph("", "secondary", self)
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.copy_button = QPushButton(self.tr("Copy as text"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._fill()
        self._arrange()

    def _fill(self) -> None:
        headers = (self.tr("Page"), self.tr("Keys"), self.tr("What they do"))
        rows = [
            TextRow((TextCell(section.title, place), TextCell(one.keys, one.keys), TextCell(one.title, one.title)))
            for place, section in enumerate(self._sections)
            for one in section.shortcuts
        ]
        self.table.item_model.show_rows(headers, rows)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.told, 1)
        for button, act in (
            (self.print_button, self._print),
            (self.copy_button, self._copy),
            (self.close_button, self.accept),
        ):
            press_by_return(button)
            button.clicked.connect(act)
            foot.addWidget(button)
        self.print_button.setVisible(can_print())
        self.close_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.setFocus()

    def text(self) -> str:
        """Return all of it as text."""
        return as_text(self._sections)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.told.setText(self.tr("Copied."))

    def _print(self) -> None:
        if print_text(self.text(), self):
            self.told.setText(self.tr("Printed."))
