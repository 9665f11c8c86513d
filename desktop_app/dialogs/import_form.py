"""Which file, whose, and how its times are meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop_app.dialogs.import_words import NAMES, order_name
from desktop_app.theme import spacing
from desktop_app.widgets.return_key import press_by_return
from engine.domain.imports import DateOrder, ForeignKind, ImportRequest


class ImportForm(QWidget):
    """The questions an import begins with; asked says that a file was named or an answer changed."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = QLineEdit(self)
        self.file.setPlaceholderText(self.tr("The file that the other program exported"))
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        press_by_return(self.choose_button)
        self.kind = QComboBox(self)
        self.kind.addItem(self.tr("Find out from the file"), None)
        for kind in ForeignKind:
            self.kind.addItem(NAMES[kind], kind)
        self.zone = QLineEdit(self)
        self.zone.setPlaceholderText(self.tr("This computer's"))
        self.zone.setToolTip(self.tr("The time zone the history was recorded in, such as Europe/Berlin"))
        self.order = QComboBox(self)
        self.order.addItem(self.tr("As the file shows"), None)
        for order in DateOrder:
            self.order.addItem(order_name(order), order)
        self._arrange()
        self.choose_button.clicked.connect(self._choose)
        self.file.editingFinished.connect(self._edited)
        self.zone.editingFinished.connect(self._edited)
        self.kind.activated.connect(self._edited)
        self.order.activated.connect(self._edited)
        self._last: ImportRequest | None = None

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose_button)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("File"), line)
        rows.addRow(self.tr("Written by"), self.kind)
        rows.addRow(self.tr("Time zone"), self.zone)
        rows.addRow(self.tr("Dates"), self.order)
        for label, field in ((self.tr("File"), self.file), (self.tr("Time zone"), self.zone)):
            field.setAccessibleName(label)

    def request(self) -> ImportRequest | None:
        """Return what is asked for, None while no file is named."""
        name = self.file.text().strip()
        if not name:
            return None
        zone = self.zone.text().strip() or None
        return ImportRequest(Path(name).expanduser(), self.kind.currentData(), zone, self.order.currentData())

    def take_file(self, path: Path) -> None:
        """Name a file, as choosing one does."""
        self.file.setText(str(path))
        self._edited()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the exported file"), self.file.text())
        if name:
            self.take_file(Path(name))

    def _edited(self) -> None:
        request = self.request()
        if request != self._last:
            self._last = request
            self.asked.emit()
