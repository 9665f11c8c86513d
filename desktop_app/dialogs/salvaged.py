"""Tells once what became of a database that was damaged: what was read, what a backup gave, what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.dialogs.restore_backup import BackupWords
from desktop_app.widgets.format import Wording
from engine.domain.backups import Salvaged

if TYPE_CHECKING:
    from desktop_app.background import Background


class Tells(Protocol):
    """What is asked of the engine's backups."""

    def untold(self) -> Salvaged | None:
        """Return what nobody was told yet."""
        ...

    def told(self) -> None:
        """Note that somebody was."""
        ...


def tell_salvaged(backups: Tells, background: Background, window: QWidget) -> None:
    """Show what became of a damaged database, where that was not told yet."""

    def show(found: Salvaged | None) -> None:
        if found is None:
            return
        box = SalvagedBox(found, window)
        box.finished.connect(lambda _result: background.ask(window, backups.told))
        box.finished.connect(box.deleteLater)
        box.open()

    background.ask(window, backups.untold, show)


class SalvagedBox(QMessageBox):
    """What became of a damaged database, in plain words."""

    def __init__(self, found: Salvaged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self.setIcon(QMessageBox.Icon.Information)
        self.setWindowTitle("Kairos")
        self.setTextFormat(Qt.TextFormat.PlainText)
        damaged = self.tr("The database was damaged, and was put right")
        self.setText(damaged if found.aside.name else self.tr("The database was gone or empty, and is back"))
        self.setInformativeText("\n".join(self._lines()))
        self.setStandardButtons(QMessageBox.StandardButton.Ok)

    def _lines(self) -> Iterator[str]:
        found = self._found
        made = "" if found.backup_ms is None else self._wording.moment(found.backup_ms, 0)
        if found.only_backup and made:
            yield self.tr("Nothing could be read from it; the backup of %1 was put in its place.").replace("%1", made)
        elif found.only_backup:
            yield self.tr("Nothing could be read from it, and there is no backup: your history begins anew.")
        else:
            yield self.tr("%n row(s) were read from it.", "", found.rows)
        if made and not found.only_backup:
            yield self.tr("%n row(s) came from the backup of %1.", "", found.returned).replace("%1", made)
        if found.lost:
            words = BackupWords(self)
            lost = "; ".join(words.share(one, self._wording) for one in found.lost)
            yield self.tr("Lost: %1.").replace("%1", lost)
        elif not found.only_backup:
            yield self.tr("Nothing is known to be lost.")
        if found.aside.name:
            yield self.tr("The damaged file is kept in %1").replace("%1", str(found.aside.parent))
