"""Going back to a backup: what that takes and gives back, confirmed, and done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.long_work import LongWork
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.backups import Backup, Kind, RestorePreview, Share

if TYPE_CHECKING:
    from engine.api import Backups


class RestoreBackup(LongWork):
    """Emits restored once the data is the backup's; the window then has to open it anew."""

    restored = Signal()

    def __init__(self, backups: Backups, backup: Backup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups, self._backup = backups, backup
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._looked = False
        self.setWindowTitle(self.tr("Go back to a backup"))
        made = self._wording.moment(backup.made_ms, 0)
        about = self.tr(
            "Everything goes back to how it was on %1. The present state is kept as a backup before, so that this can "
            "be undone. Kairos opens anew afterwards."
        )
        self.head.addWidget(Paragraph(about.replace("%1", made), "", self))
        self.told.setAccessibleName(self.tr("What would change"))
        self.told.setPlaceholderText(self.tr("Comparing…"))
        self.sure.setText(self.tr("Go back to this state."))
        self.act_button.setText(self.tr("Go back"))
        self.act_button.clicked.connect(self._restore)
        self.enable()
        self.ask(lambda: self._backups.preview(backup), self._show)

    def ready(self) -> bool:
        """Return whether the change was looked at."""
        return self._looked

    def _show(self, found: RestorePreview) -> None:
        self._looked = True
        lines: list[str] = []
        words = BackupWords(self)
        for head, shares in ((self.tr("Would be gone:"), found.loses), (self.tr("Would be there again:"), found.gains)):
            if shares:
                lines += [head, *(f"    {words.share(one, self._wording)}" for one in shares), ""]
        self.told.setPlainText(
            "\n".join(lines).rstrip() or self.tr("Nothing would change: it holds what is there now.")
        )

    def _restore(self) -> None:
        self.replace(lambda: self._backups.restore(self._backup), lambda _before: self._tell())

    def _tell(self) -> None:
        self.restored.emit()
        self.accept()


def kind_word(kind: Kind) -> str:
    """Return what is counted."""
    translate = QCoreApplication.translate
    return {
        Kind.ACTIVITY: translate("BackupWords", "stretches of recorded time"),
        Kind.CORRECTION: translate("BackupWords", "corrections"),
        Kind.RULE: translate("BackupWords", "rules"),
        Kind.CATEGORY: translate("BackupWords", "categories"),
        Kind.BLOCK: translate("BackupWords", "planned blocks"),
        Kind.GOAL: translate("BackupWords", "goals"),
        Kind.SESSION: translate("BackupWords", "focus sessions"),
        Kind.SKILL: translate("BackupWords", "skills"),
        Kind.CARD: translate("BackupWords", "cards"),
        Kind.DOCUMENT: translate("BackupWords", "documents of the index"),
        Kind.LETTER: translate("BackupWords", "letters"),
        Kind.DIALOGUE: translate("BackupWords", "questions and answers"),
        Kind.NAME: translate("BackupWords", "names of activities"),
        Kind.OTHER: translate("BackupWords", "other rows"),
    }[kind]


class BackupWords(QObject):
    """How many of what there are: "1 correction", "12 corrections, from 3 May to 8 May"."""

    def share(self, share: Share, wording: Wording) -> str:
        """Return how many there are, where that is known, and of which days."""
        text = self.counted(share) if share.count else self.tr("some %1").replace("%1", kind_word(share.kind))
        if share.first_ms is None or share.last_ms is None:
            return text
        first, last = (_day(wording.local(moment)) for moment in (share.first_ms, share.last_ms))
        return self.tr("%1, from %2 to %3").replace("%1", text).replace("%2", first).replace("%3", last)

    def counted(self, share: Share) -> str:
        """Return it in words."""
        many = share.count
        return {
            Kind.ACTIVITY: self.tr("%Ln stretches of recorded time", "", many),
            Kind.CORRECTION: self.tr("%Ln corrections", "", many),
            Kind.RULE: self.tr("%Ln rules", "", many),
            Kind.CATEGORY: self.tr("%Ln categories", "", many),
            Kind.BLOCK: self.tr("%Ln planned blocks", "", many),
            Kind.GOAL: self.tr("%Ln goals", "", many),
            Kind.SESSION: self.tr("%Ln focus sessions", "", many),
            Kind.SKILL: self.tr("%Ln skills", "", many),
            Kind.CARD: self.tr("%Ln cards", "", many),
            Kind.DOCUMENT: self.tr("%Ln documents of the index", "", many),
            Kind.LETTER: self.tr("%Ln letters", "", many),
            Kind.DIALOGUE: self.tr("%Ln questions and answers", "", many),
            Kind.NAME: self.tr("%Ln names of activities (app, title, site or document)", "", many),
            Kind.OTHER: self.tr("%Ln other rows", "", many),
        }[share.kind]


def _day(local: datetime) -> str:
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
