"""What is older than the person wants kept: shown, agreed to, dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTimeZone
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.long_work import LongWork
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.retention import RetentionDone, RetentionPreview

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from engine.api import RetentionApi


class RetentionDialog(LongWork):
    """Agreeing is stored with the settings; from then on it happens once a day by itself."""

    def __init__(self, retention: RetentionApi, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retention, self._choices = retention, choices
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._looked = False
        self.setWindowTitle(self.tr("What would be dropped"))
        about = self.tr(
            "With the days set now, this would be dropped, and from then on once a day what has become too old. "
            "Totals of days stay."
        )
        self.head.addWidget(Paragraph(about, "", self))
        self.told.setAccessibleName(self.windowTitle())
        self.told.setPlaceholderText(self.tr("Counting…"))
        self.sure.setText(self.tr("I agree. What was dropped is not kept anywhere but in backups."))
        self.act_button.setText(self.tr("Agree and drop"))
        self.act_button.clicked.connect(self._agree)
        self.enable()
        self.ask(retention.preview, self._show)

    def ready(self) -> bool:
        """Return whether it was looked at."""
        return self._looked

    def _show(self, found: RetentionPreview) -> None:
        self._looked = True
        self.told.setPlainText("\n".join(self.lines(found)))

    def lines(self, found: RetentionPreview) -> list[str]:
        """Return what would be dropped, line by line."""
        limits = found.limits
        lines = [
            self.tr("Titles, sites and names of files before %1").replace("%1", self._day(limits.titles_ms)),
            self.tr("Apps and hours before %1").replace("%1", self._day(limits.hours_ms)),
            "",
        ]
        if found.empty:
            return [*lines, self.tr("Nothing is that old yet.")]
        counts = (
            (self.tr("%Ln stretches lose their title, site and document", "", found.activities), found.activities),
            (self.tr("%Ln titles go with them", "", found.titles), found.titles),
            (self.tr("%Ln stretches come down to totals of days", "", found.gone), found.gone),
            (self.tr("%Ln corrections become part of the record", "", found.corrections), found.corrections),
            (self.tr("%Ln questions, changes of the plan and notifications", "", found.others), found.others),
        )
        return [*lines, *(what for what, many in counts if many), "", self._backups()]

    def _backups(self) -> str:
        return self.tr(
            "Backups made before keep it until they are thinned out, at the latest in about nine months; Erase removes "
            "it from backups, too."
        )

    def _day(self, moment_ms: int | None) -> str:
        if moment_ms is None:
            return self.tr("no day: they are kept for ever")
        local = self._wording.local(moment_ms)
        return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)

    def _agree(self) -> None:
        self._choices.change(
            lambda settings: replace(settings, retention=replace(settings.retention, agreed=True)),
            self.refuse,
            lambda: self.ask(self._retention.apply, self._tell),
        )

    def _tell(self, done: RetentionDone) -> None:
        self._looked = False
        self.sure.setChecked(False)
        lines = self.lines(done.dropped)[3:]
        rest = [] if done.whole else [self.tr("The rest goes with the next days.")]
        self.told.setPlainText("\n".join([self.tr("Dropped:"), *lines, *rest]))
