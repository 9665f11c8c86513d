"""Where the data lies, how much it is, and what is taken in from elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimeZone, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import plain_label


class DataSection(Section):
    """The data folder, its size, a way to open it, and the way in for history of other programs."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Data"))
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Data folder"))
        self.amount = plain_label("…", "", self)
        self.open_button = QPushButton(self.tr("Open folder"), self)
        self.open_button.clicked.connect(self._open)
        self.add_wide(self.folder)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_row(self.tr("Size on disk"), self.amount)
        self.add_hint(self.tr("Everything Kairos keeps is in this folder. Nothing of it leaves this computer."))
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.import_button = QPushButton(self.tr("Import history…"), self)
        self.import_button.clicked.connect(self._import)
        self.add_hint(self.tr("History that ActivityWatch, RescueTime, Toggl and others recorded can be taken in."))
        self.imports_button = QPushButton(self.tr("Imports made…"), self)
        self.imports_button.clicked.connect(self._show_imports)
        self.body.addLayout(_side_by_side(self.import_button, self.imports_button))
        self.corrections_button = QPushButton(self.tr("Corrections made…"), self)
        self.corrections_button.clicked.connect(self._show_corrections)
        self.add_hint(self.tr("Everything you put right on Today and the Timeline, to look at and take back."))
        self.body.addLayout(_side_by_side(self.corrections_button))
        self.finish()
        choices.ready.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        self.open_button.setEnabled(engine is not None)
        for button in (self.import_button, self.imports_button, self.corrections_button):
            button.setEnabled(engine is not None)
        if engine is None or background is None:
            return
        folder = engine.paths.folder
        self.folder.setText(str(folder))
        background.ask(self, lambda: folder_size(folder), self._show_size)

    def _show_size(self, size: int) -> None:
        self.amount.setText(QLocale().formattedDataSize(size))

    def _import(self) -> None:
        engine = self._choices.engine
        if engine is None:
            return
        from desktop_app.dialogs.import_data import ImportData  # noqa: PLC0415  (seldom needed)

        dialog = ImportData(engine.imports, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._measure)
        dialog.open()

    def _show_imports(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        from desktop_app.dialogs.imports_made import ImportsMade  # noqa: PLC0415  (seldom needed)

        dialog = ImportsMade(engine.imports, background, Wording(_zone()), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._measure)
        dialog.open()

    def _show_corrections(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        from desktop_app.dialogs.corrections_made import CorrectionsMade  # noqa: PLC0415  (seldom needed)

        dialog = CorrectionsMade(engine.corrections, background, Wording(_zone()), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))


def _side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _zone() -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def folder_size(folder: Path) -> int:
    """Return the bytes of all files below the folder; one that vanishes meanwhile counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.lstat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
