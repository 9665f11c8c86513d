"""What is stored, how much, since when, how long; connections; a way to pass on diagnostics and to erase."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.pages.settings.stored_words import TierWords, file_word, kind_word
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.sentences import joined
from engine.domain.egress import NetworkCount
from engine.domain.stored import Stored, StoredFiles, StoredRows
from engine.settings import RetentionSettings, Settings

_EDGE = 4


class StoredSection(LookingSection):
    """Two tables that a person understands, the count of connections, and what can be done about all that.

    erased: something is gone, and backups with it.
    """

    erased = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self._kept: RetentionSettings | None = None
        self.set_title(self.tr("What is stored"))
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._tiers = TierWords(self)
        self.summary = Paragraph(self.tr("Counting…"), "", self)
        self.rows = LineTable(self.tr("What is stored"), self)
        self.files = LineTable(self.tr("Files"), self)
        self.network = Paragraph("", "strong", self)
        self.network.setObjectName("network")
        self.erase_button = QPushButton(self.tr("Erase…"), self)
        self.diagnostics_button = QPushButton(self.tr("Copy diagnostics…"), self)
        self.erase_button.clicked.connect(self._erase)
        self.diagnostics_button.clicked.connect(self._show_diagnostics)
        for part in (self.summary, self.rows, self.files, self.network):
            self.body.addWidget(part)
        self.add_hint(
            self.tr(
                "Every process of Kairos refuses connections before they are made and counts the attempts; it needs "
                "none."
            )
        )
        self.add_buttons(self.erase_button, self.diagnostics_button)
        self.finish()
        for table in (self.rows, self.files):
            _still(table)
            table.hide()

    def show_settings(self, settings: Settings) -> None:
        """Say anew how long things are kept."""
        if self._kept is not None and self._kept != settings.retention:
            self.look()
        self._kept = settings.retention

    def look(self) -> None:
        """Count anew."""
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            background.ask(self, engine.privacy.stored, self._show, self.refuse)

    def _show(self, stored: Stored) -> None:
        size = QLocale().formattedDataSize(stored.bytes)
        whole = self.tr("%1 altogether, on this computer only.").replace("%1", size)
        self.summary.setText(joined(whole, self._lock(stored)))
        there = [one for one in stored.rows if one.rows]
        headers = [self.tr("What"), self.tr("How many"), self.tr("Since"), self.tr("Kept")]
        self.rows.item_model.show_rows(headers, [self._row(one) for one in there])
        headers = [self.tr("Files"), self.tr("How many"), self.tr("Size"), self.tr("Readable by")]
        self.files.item_model.show_rows(headers, [self._file(one) for one in stored.files if one.files])
        for table in (self.rows, self.files):
            _fit(table)
        self.network.setText(self._network(stored.network))

    def _lock(self, stored: Stored) -> str:
        if stored.encrypted:
            return self.tr("The database is encrypted.")
        return self.tr("The database is not encrypted: whoever can read your files can read it.")

    def _row(self, one: StoredRows) -> TextRow:
        word, tier = kind_word(one.kind), self._tiers.word(one.tier, self._choices.settings.retention)
        since = "" if one.oldest_ms is None else self._day(one.oldest_ms)
        return TextRow(
            (
                TextCell(word, word),
                TextCell(QLocale().toString(one.rows), one.rows, to_the_end=True),
                TextCell(since, one.oldest_ms or 0),
                TextCell(tier, tier),
            ),
            one,
        )

    def _file(self, one: StoredFiles) -> TextRow:
        word = file_word(one.kind)
        who = self.tr("%n by others, too", "", one.open_to_others) if one.open_to_others else self.tr("you alone")
        return TextRow(
            (
                TextCell(word, word),
                TextCell(QLocale().toString(one.files), one.files, to_the_end=True),
                TextCell(QLocale().formattedDataSize(one.bytes), one.bytes, to_the_end=True),
                TextCell(who, who),
            ),
            one,
        )

    def _network(self, count: NetworkCount) -> str:
        opened = str(count.opened)
        if count.since_ms is None:
            told = self.tr("Network connections opened by Kairos: %1.").replace("%1", opened)
        else:
            told = self.tr("Network connections opened by Kairos: %1 since %2.").replace("%1", opened)
            told = told.replace("%2", self._day(count.since_ms))
        if not count.refused:
            return told
        refused = self.tr("%n attempt(s) refused.", "", count.refused)
        return joined(f"⚠ {told}", refused)

    def _day(self, moment_ms: int) -> str:
        local = self._wording.local(moment_ms)
        return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)

    def _erase(self) -> None:
        engine = self._choices.engine
        if engine is None:
            return
        from desktop_app.dialogs.erase_data import EraseData  # noqa: PLC0415  (seldom needed)

        dialog = EraseData(engine.erasing, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.erased.connect(self.look)
        dialog.erased.connect(self.erased)
        dialog.open()

    def _show_diagnostics(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        from desktop_app.dialogs.diagnostics import DiagnosticsDialog  # noqa: PLC0415  (seldom needed)

        dialog = DiagnosticsDialog(engine.privacy.diagnostics, background, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _still(table: LineTable) -> None:
    """Have the page scroll, not the table in it."""
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _fit(table: LineTable) -> None:
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setFixedHeight(header.sizeHint().height() + ROW * table.item_model.rowCount() + _EDGE)
    table.setVisible(table.item_model.rowCount() > 0)
