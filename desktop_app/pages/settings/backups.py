"""Backups: which there are, one made now, one gone back to; and whether the database is whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_table import ROW, LineTable
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.backups import Backup, BackupReason, CheckReport, Salvaged
from engine.domain.errors import KairosError

_ROWS, _EDGE = 6, 4
Found = tuple[tuple[Backup, ...], CheckReport | None]


def reason_word(reason: BackupReason) -> str:
    """Return why a backup was made."""
    translate = QCoreApplication.translate
    return {
        BackupReason.SCHEDULED: translate("BackupWords", "by itself"),
        BackupReason.MIGRATION: translate("BackupWords", "before a new version"),
        BackupReason.BULK_EDIT: translate("BackupWords", "at a large change"),
        BackupReason.RESTORE: translate("BackupWords", "before going back"),
        BackupReason.BY_HAND: translate("BackupWords", "by you"),
    }[reason]


class BackupsSection(LookingSection):
    """The list, the last full check, and what can be done with both."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Backups"))
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self.state, self.whole = Paragraph("", "", self), Paragraph("", "", self)
        self._salvaged: Salvaged | None = None
        self.table = LineTable(self.tr("Backups"), self)
        self.make_button = QPushButton(self.tr("Back up now"), self)
        self.restore_button = QPushButton(self.tr("Go back to this one…"), self)
        self.check_button = QPushButton(self.tr("Check every byte now"), self)
        self.saved_button = QPushButton(self.tr("What was saved and lost…"), self)
        self.saved_button.clicked.connect(self._tell_saved)
        self.make_button.clicked.connect(self._make)
        self.restore_button.clicked.connect(self._restore)
        self.check_button.clicked.connect(self._check)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.item_model.modelReset.connect(self._enable)
        for part in (self.state, self.table, self.whole):
            self.body.addWidget(part)
        self.add_buttons(self.make_button, self.restore_button, self.check_button, self.saved_button)
        self.add_hint(
            self.tr(
                "Made by itself when something changed, every half hour at most, and thinned to 12 days, 10 weeks and "
                "9 months. Going back can itself be undone."
            )
        )
        self.finish()
        self.table.hide()
        self.saved_button.hide()

    def look(self) -> None:
        """Read the list anew."""
        engine = self._choices.engine
        if engine is not None:
            backups = engine.backups
            self._ask(lambda: (backups.list(), backups.last_check()))

    def _make(self) -> None:
        engine = self._choices.engine
        if engine is None:
            return
        backups = engine.backups

        def make() -> Found:
            backups.make(BackupReason.BY_HAND)
            return backups.list(), backups.last_check()

        self.state.setText(self.tr("Copying and verifying…"))
        self._ask(make)

    def _check(self) -> None:
        engine = self._choices.engine
        if engine is not None:
            backups = engine.backups
            self.whole.setText(self.tr("Reading every byte…"))
            self._ask(lambda: (backups.list(), backups.check()))

    def _ask(self, question: Callable[[], Found]) -> None:
        background = self._choices.background
        if background is None:
            return
        self.error.hide()
        for button in (self.make_button, self.check_button, self.restore_button):
            button.setEnabled(False)
        background.ask(self, question, lambda found: self._show(*found), self._give_up)

    def _give_up(self, error: KairosError) -> None:
        self.refuse(error)
        self.state.setText("")
        self._enable()

    def _show(self, backups: tuple[Backup, ...], check: CheckReport | None) -> None:
        headers = [self.tr("Made"), self.tr("Why"), self.tr("Activities"), self.tr("Size"), self.tr("Kept as")]
        self.table.item_model.show_rows(headers, [self._row(one) for one in backups])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        shown = min(len(backups), _ROWS)
        self.table.setFixedHeight(header.sizeHint().height() + ROW * shown + _EDGE)
        self.table.setVisible(bool(backups))
        self.state.setText(self._summary(backups))
        self.whole.setText(self._checked(check))
        self._salvaged = None if check is None else check.salvaged
        self.saved_button.setVisible(self._salvaged is not None)
        self._enable()

    def _summary(self, backups: tuple[Backup, ...]) -> str:
        if not backups:
            return self.tr("There is no backup yet. One is made by itself once something was recorded.")
        size = QLocale().formattedDataSize(sum(one.bytes for one in backups))
        return self.tr("%n verified backup(s), %1 altogether.", "", len(backups)).replace("%1", size)

    def _checked(self, check: CheckReport | None) -> str:
        if check is None:
            return self.tr("The database was not checked in full yet; that is done by itself once a day.")
        text = (
            self.tr("Checked in full on %1: whole.")
            if check.whole
            else self.tr("⚠ Checked in full on %1: damaged. Close Kairos and run: kairos check --repair")
        )
        return text.replace("%1", self._moment(check.at_ms))

    def _row(self, one: Backup) -> TextRow:
        reason = reason_word(one.reason)
        kept = self.tr("encrypted") if one.encrypted else self.tr("plain")
        return TextRow(
            (
                TextCell(self._moment(one.made_ms), one.made_ms),
                TextCell(reason, reason),
                TextCell(QLocale().toString(one.activities), one.activities, to_the_end=True),
                TextCell(QLocale().formattedDataSize(one.bytes), one.bytes, to_the_end=True),
                TextCell(kept, kept),
            ),
            one,
        )

    def _moment(self, moment_ms: int) -> str:
        return self._wording.moment(moment_ms, 0)

    def _enable(self) -> None:
        for button in (self.make_button, self.check_button):
            button.setEnabled(True)
        self.restore_button.setEnabled(self.table.chosen() is not None)

    def _restore(self) -> None:
        engine, chosen = self._choices.engine, self.table.chosen()
        if engine is None or not isinstance(chosen, Backup):
            return
        from desktop_app.dialogs.restore_backup import RestoreBackup  # noqa: PLC0415  (seldom needed)

        dialog = RestoreBackup(engine.backups, chosen, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.choices = self._choices
        dialog.restored.connect(self._choices.reopen)
        dialog.open()

    def _tell_saved(self) -> None:
        from desktop_app.dialogs.salvaged import SalvagedBox  # noqa: PLC0415  (seldom needed)

        if self._salvaged is not None:
            box = SalvagedBox(self._salvaged, self.window())
            box.finished.connect(box.deleteLater)
            box.open()
