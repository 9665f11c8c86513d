"""Writing a report to a file: as what, how much of it, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLocale, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background import Background
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.domain.report import Redaction, Report, ReportFormat, ReportLanguage, ReportRequest

if TYPE_CHECKING:
    from engine.api import Reports

_WIDTH = 540
_LONGEST = 600


class ExportDialog(QDialog):
    """Writes through the engine off the GUI thread, and says where the file is or why there is none.

    choose_file: asks for a path, given the one proposed; "" where the person thinks better of it.
    """

    def __init__(
        self,
        reports: Reports,
        background: Background,
        request: ReportRequest,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports, self._background, self._request = reports, background, request
        self.choose_file: Callable[[str], str] = self._ask_file
        self.setWindowTitle(self.tr("Export a report"))
        self.setMinimumWidth(_WIDTH)
        self.heading = Paragraph(title, "heading", self)
        self._make_fields()
        self._make_buttons()
        self._arrange()
        self._form_changed()

    def _make_fields(self) -> None:
        self.format = QComboBox(self)
        names = self._formats()
        for form in self._reports.formats():
            self.format.addItem(names[form], form)
        self.redactions = {how: QRadioButton(text, self) for how, text in self._redactions().items()}
        self._group = QButtonGroup(self)
        for button in self.redactions.values():
            self._group.addButton(button)
        self.redactions[Redaction.FULL].setChecked(True)
        self.file = QLineEdit(str(self._folder() / self._name(ReportFormat.HTML)), self)
        self.file.setMaxLength(4_000)
        self.said = Paragraph("", "strong", self)
        self.said.setObjectName("said")
        self.said.hide()

    def _make_buttons(self) -> None:
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.save_button = QPushButton(self.tr("Export"), self)
        self.folder_button = QPushButton(self.tr("Open the folder"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.save_button.setDefault(True)
        for button in (self.choose_button, self.folder_button, self.close_button):
            press_by_return(button)
        self.folder_button.hide()
        self.choose_button.clicked.connect(self._choose)
        self.save_button.clicked.connect(self._save)
        self.folder_button.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)
        self.format.currentIndexChanged.connect(self._form_changed)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        redactions = QVBoxLayout()
        for button in self.redactions.values():
            redactions.addWidget(button)
        file = QHBoxLayout()
        file.setSpacing(spacing.S)
        file.addWidget(self.file, 1)
        file.addWidget(self.choose_button)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("What it names"), redactions)
        form.addRow(self.tr("File"), file)
        self.format.setAccessibleName(self.tr("Format"))
        self.file.setAccessibleName(self.tr("File"))
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.heading)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addLayout(foot)

    def _formats(self) -> dict[ReportFormat, str]:
        return {
            ReportFormat.HTML: self.tr("Web page (HTML), one file"),
            ReportFormat.PDF: self.tr("PDF document"),
            ReportFormat.XLSX: self.tr("Spreadsheet (XLSX)"),
            ReportFormat.CSV: self.tr("Table of totals (CSV)"),
            ReportFormat.JSON: self.tr("For programs (JSON)"),
            ReportFormat.ICS: self.tr("Calendar (ICS)"),
            ReportFormat.PARQUET: self.tr("For data tools (Parquet)"),
        }

    def _redactions(self) -> dict[Redaction, str]:
        return {
            Redaction.FULL: self.tr("Everything, window titles too"),
            Redaction.NO_TITLES: self.tr("Apps, projects and tags, but no titles"),
            Redaction.CATEGORIES_ONLY: self.tr("Categories only"),
        }

    def _folder(self) -> Path:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(place if place and Path(place).is_dir() else QDir.homePath())

    def _name(self, form: ReportFormat) -> str:
        first, last = self._request.days[0], self._request.days[-1]
        days = first.isoformat() if first == last else f"{first.isoformat()}_{last.isoformat()}"
        return f"kairos-{days}.{form.value}"

    def _form(self) -> ReportFormat:
        return ReportFormat(self.format.currentData())

    def _form_changed(self) -> None:
        """Give the file the format's ending, where it has that of another format."""
        path = Path(self.file.text())
        if path.suffix.lstrip(".").lower() in set(ReportFormat):
            self.file.setText(str(path.with_suffix(f".{self._form().value}")))

    def _choose(self) -> None:
        chosen = self.choose_file(self.file.text())
        if chosen:
            path = Path(chosen)
            self.file.setText(str(path if path.suffix else path.with_suffix(f".{self._form().value}")))

    def _ask_file(self, proposed: str) -> str:
        found, _ = QFileDialog.getSaveFileName(self, self.tr("Export a report"), proposed)
        return found

    def _save(self) -> None:
        text = self.file.text().strip()
        if not text:
            self._say(self.tr("Name a file to write."))
            return
        path = Path(text).expanduser()
        if not path.is_absolute():
            path = self._folder() / path
        how = next(how for how, button in self.redactions.items() if button.isChecked())
        request = replace(self._request, redact=how, language=_language())
        form, reports = self._form(), self._reports
        self._enable(enabled=False)
        self.folder_button.hide()
        self._say(self.tr("Writing…"))
        self._background.ask(
            self, lambda: reports.write(request, form, path), lambda report: self._written(report, path), self._refused
        )

    def _written(self, _report: Report, path: Path) -> None:
        self.file.setText(str(path))
        self._say(self.tr("✓ Written: %1").replace("%1", foreign(str(path), _LONGEST)))
        self.folder_button.show()
        self._enable(enabled=True)

    def _refused(self, error: KairosError) -> None:
        self._say(f"⚠ {error_sentence(error)}")
        self._enable(enabled=True)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.file.text()).parent)))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.save_button, self.choose_button, self.format, self.file, *self.redactions.values()):
            widget.setEnabled(enabled)


def _language() -> ReportLanguage:
    """Return the language of the window, as far as files have it."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return ReportLanguage.CHINESE if chinese else ReportLanguage.ENGLISH
