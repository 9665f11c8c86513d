"""Opens "Is Kairos seeing everything?" and what is new, and does what their buttons say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop_app.choices import Choices
from desktop_app.main_window import MainWindow
from desktop_app.notifications.presence import service_answers
from desktop_app.recorder.control import RecorderControl
from desktop_app.theme import ThemeHolder
from engine.domain.sources import Beside, Remedy, SourceReport, Standing, Told

if TYPE_CHECKING:
    from desktop_app.dialogs.doctor import DoctorDialog, Looked
    from desktop_app.dialogs.whats_new import WhatsNewDialog
    from engine.domain.news import Release

_PATIENCE_MS: Final = 2_000

# Where a remedy leads: a page, and its part to show.
_PLACES: Final = {
    Remedy.EXTENSION: ("settings", "tracking"),
    Remedy.TITLES: ("settings", "tracking"),
    Remedy.FOLDER: ("documents", ""),
    Remedy.CALENDAR: ("settings", "calendar"),
    Remedy.NOTIFICATIONS: ("settings", "notifications"),
    Remedy.ENCRYPT: ("settings", "keys"),
    Remedy.TRAIN: ("insights", ""),
}


class Checkup(QObject):
    """Emits page_wanted(name) for what a page can do; the rest is done here. has_tray: whether there is one."""

    page_wanted = Signal(str)

    def __init__(
        self,
        theme: ThemeHolder,
        choices: Choices,
        control: RecorderControl,
        window: MainWindow,
        has_tray: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._choices, self._control, self._window = theme, choices, control, window
        self._has_tray = has_tray
        self.patience_ms = _PATIENCE_MS
        self._untold: tuple[Release, ...] = ()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._tell_calmly)
        self.doctor: DoctorDialog | None = None
        self.news: WhatsNewDialog | None = None
        choices.checkup_wanted.connect(self.open)
        choices.news_wanted.connect(self.open_news)
        control.checkup_wanted.connect(self.open)

    def open(self) -> None:
        """Show how each source does, or bring to the front what shows it already."""
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        if self.doctor is not None:
            self.doctor.raise_()
            self.doctor.activateWindow()
            return
        from desktop_app.dialogs.doctor import DoctorDialog  # noqa: PLC0415  (seldom needed)

        sources, has_tray, sample = engine.sources, self._has_tray(), self._control.sample

        def look() -> Looked:
            reports = sources.look(Beside(tray=has_tray, notifications=service_answers()))
            return tuple(map(_unstarted, reports)) if sample else reports, sources.now_ms()

        dialog = self.doctor = DoctorDialog(self._theme, look, background, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.remedied.connect(self._do)
        dialog.diagnostics_wanted.connect(self._show_diagnostics)
        dialog.finished.connect(self._doctor_closed)
        dialog.show()

    def _doctor_closed(self) -> None:
        self.doctor = None

    def _do(self, remedy: Remedy) -> None:
        if remedy is Remedy.START:
            self._control.start_now()
        elif remedy is Remedy.RESUME:
            self._control.resume_now()
        elif remedy is Remedy.OPEN_FOLDER and self._choices.engine is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._choices.engine.paths.folder)))
        elif remedy in _PLACES and self.doctor is not None:
            self.doctor.accept()
            self._lead(*_PLACES[remedy])

    def _lead(self, page: str, part: str) -> None:
        """Show a page, and the part of it that helps."""
        from desktop_app.pages.settings import SettingsPage  # noqa: PLC0415  (most never press such a button)

        self.page_wanted.emit(page)
        shown = self._window.page
        if isinstance(shown, SettingsPage):
            shown.show_section(part)

    def _show_diagnostics(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        from desktop_app.dialogs.diagnostics import DiagnosticsDialog  # noqa: PLC0415  (seldom needed)

        dialog = DiagnosticsDialog(engine.privacy.diagnostics, background, self.doctor or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_news(self) -> None:
        """Show what is new, of every version there are news of."""
        engine, background, language = self._choices.engine, self._choices.background, QLocale().name()
        if engine is not None and background is not None:
            news = engine.news
            background.ask(self, lambda: news.all(language), lambda releases: self._show_news(releases, calm=False))

    def tell_news(self) -> None:
        """Tell once what is new since this profile was opened last, without taking the keys; note this version."""
        engine, background, language = self._choices.engine, self._choices.background, QLocale().name()
        if engine is None or background is None:
            return
        news, seen = engine.news, self._choices.settings.seen_version
        if seen == news.version:
            return
        self._choices.note_version(news.version)
        background.ask(self, lambda: news.since(seen, language), self._tell_later)

    def _tell_later(self, releases: tuple[Release, ...]) -> None:
        """Show the news once nothing else asks for an answer, such as the recovery code."""
        if releases:
            self._untold = releases
            self._patience.start(self.patience_ms)

    def _tell_calmly(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._show_news(self._untold, calm=True)
        else:
            self._patience.start(self.patience_ms)

    def _show_news(self, releases: tuple[Release, ...], *, calm: bool) -> None:
        if not releases:
            return
        from desktop_app.dialogs.whats_new import WhatsNewDialog  # noqa: PLC0415  (seldom needed)

        if self.news is not None:
            self.news.close()
        dialog = self.news = WhatsNewDialog(releases, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, calm)
        dialog.finished.connect(self._news_closed)
        dialog.show()

    def _news_closed(self) -> None:
        if self.sender() is self.news:
            self.news = None


def _unstarted(report: SourceReport) -> SourceReport:
    """Return a report of made-up days: that no recorder runs is no trouble there, and none can be started."""
    if report.remedy is not Remedy.START:
        return report
    return replace(report, standing=Standing.OFF, told=Told.SAMPLE, remedy=Remedy.NONE)
