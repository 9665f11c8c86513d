"""The main window: navigation, header and one page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.header import Header
from desktop_app.pages.titles import page_title
from desktop_app.sidebar import Sidebar
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.plain_text import plain_label

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.pages.away_questions import AwayQuestions
    from desktop_app.pages.reports import ReportsPage
    from desktop_app.pages.rules import RulesPage
    from desktop_app.pages.timeline import TimelinePage
    from desktop_app.pages.today import TodayPage
    from desktop_app.recorder.control import RecorderControl
    from engine.domain.app_names import AppNames
    from engine.domain.health import RecorderHealth
    from engine.domain.intervals import Interval
    from engine.domain.summary import DaySummary

NARROW_BELOW = 900
SIZE = (1280, 800)
SMALLEST = (560, 420)
FRAME = (16, 48)  # what a window manager may draw around it


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What the window is given to work with once it is on screen."""

    control: RecorderControl
    choices: Choices


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when first shown and made anew in another language.

    It comes up as a frame alone, so that there is something to see at once; furnish fills it.
    painted: once, after the first paint. sample_requested: show the sample days. closing: the close button was
    pressed (the application decides whether that hides, minimises or quits). visible_changed: someone can see it.
    """

    painted = Signal()
    sample_requested = Signal()
    closing = Signal()
    visible_changed = Signal(bool)

    def __init__(self, theme: ThemeHolder) -> None:
        super().__init__()
        self._theme = theme
        self._parts: WindowParts | None = None
        self._today: TodayPage | None = None
        self._timeline: TimelinePage | None = None
        self._reports: ReportsPage | None = None
        self._rules: RulesPage | None = None
        self._page = "today"
        self._summary: DaySummary | None = None
        self._names: AppNames | None = None
        self._away: AwayQuestions | None = None
        self._was_painted = False
        self.may_close = False
        self.setWindowTitle("Kairos")
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(*FRAME)))
        QShortcut(QKeySequence.StandardKey.Quit, self, self.close_for_good)
        self._build()

    def furnish(self, parts: WindowParts) -> None:
        """Fill the frame with the recorder's state and the page shown."""
        self._parts = parts
        parts.control.health_shown.connect(self._show_health)
        self.header.add_pill(parts.control)
        self.sidebar.draw_icons()
        self.show_page(self._page)

    def _build(self) -> None:
        self._pages: dict[str, QWidget] = {}
        self._today = self._timeline = self._reports = self._rules = None
        body = QWidget(self)
        self.sidebar = Sidebar(self._theme, body)
        self.header = Header(self._theme, body)
        if self._parts is not None:
            self.header.add_pill(self._parts.control)
            self.sidebar.draw_icons()
        self._stack = QStackedWidget(body)
        self._promise = plain_label(self.tr("All data stays on this computer"), "secondary", body)
        self._promise.setObjectName("promise_below")
        self._promise.setContentsMargins(spacing.XXL, 0, spacing.XXL, spacing.S)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self._promise)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(body)
        self.sidebar.chosen.connect(self.show_page)
        self._fit()
        self.show_page(self._page)
        self.setFocus()  # no focus ring before anyone has pressed a key

    def speak(self) -> None:
        """Make everything anew in the language now in force; the page stays the same."""
        if self._parts is not None:
            self._parts.control.speak()
        self._build()

    @property
    def page_name(self) -> str:
        """The name of the page shown."""
        return self._page

    @property
    def page(self) -> QWidget:
        """The page shown."""
        return self._pages[self._page]

    def show_page(self, name: str) -> None:
        """Show a page of options.PAGES."""
        self._page = name
        if self._parts is not None:
            if name not in self._pages:
                self._pages[name] = self._make(name, self._parts)
                self._stack.addWidget(self._pages[name])
            self._stack.setCurrentWidget(self._pages[name])
        self.sidebar.mark(name)
        self._show_titles()

    def _make(self, name: str, parts: WindowParts) -> QWidget:
        from desktop_app.pages.coming import ComingPage  # noqa: PLC0415  (no page is part of the first paint)

        if name == "today":
            self._today = self._make_today(parts.control)
            return self._today
        if name == "settings":
            from desktop_app.pages.settings import SettingsPage  # noqa: PLC0415

            return SettingsPage(parts.choices)
        if name == "timeline":
            return self._make_timeline(parts.choices)
        if name == "reports":
            return self._make_reports(parts.choices)
        if name == "rules":
            return self._make_rules(parts.choices)
        page = ComingPage(name, self._theme)
        page.today_requested.connect(lambda: self.show_page("today"))
        return page

    def _make_today(self, control: RecorderControl) -> TodayPage:
        from desktop_app.pages.today import TodayPage  # noqa: PLC0415

        page = TodayPage(self._theme)
        page.start_recorder.connect(control.start_now)
        page.resume_requested.connect(control.resume_now)
        page.load_sample.connect(self.sample_requested)
        page.settings_requested.connect(lambda: self.show_page("settings"))
        page.show_sample(sample=control.sample)
        if control.health is not None:
            page.show_health(control.health)
        if self._away is not None:
            self._away.serve(page.away)
        if self._names is not None:
            page.show_names(self._names)
        if self._summary is not None:
            page.show_day(self._summary)
        return page

    def _make_timeline(self, choices: Choices) -> TimelinePage:
        from desktop_app.pages.timeline import TimelinePage  # noqa: PLC0415

        page = TimelinePage(self._theme, choices)
        if self._names is not None:
            page.show_names(self._names)
        self._timeline = page
        return page

    def _make_reports(self, choices: Choices) -> ReportsPage:
        from desktop_app.pages.reports import ReportsPage  # noqa: PLC0415

        page = self._reports = ReportsPage(self._theme, choices)
        page.moment_wanted.connect(self._show_moment)
        if self._names is not None:
            page.show_names(self._names)
        return page

    def _show_moment(self, span: Interval) -> None:
        self.show_page("timeline")
        if self._timeline is not None:
            self._timeline.navigator.show_moment(span.start_ms, span.end_ms)

    def _make_rules(self, choices: Choices) -> RulesPage:
        from desktop_app.pages.rules import RulesPage  # noqa: PLC0415

        self._rules = RulesPage(self._theme, choices)
        if self._names is not None:
            self._rules.show_names(self._names)
        return self._rules

    def show_day(self, summary: DaySummary) -> None:
        """Show what today holds."""
        self._summary = summary
        if self._today is not None:
            self._today.show_day(summary)
        if self._timeline is not None:
            self._timeline.history_grew()
        if self._reports is not None:
            self._reports.history_grew()
        self._show_titles()

    def ask_away(self, questions: AwayQuestions) -> None:
        """Let Today ask about time away."""
        self._away = questions
        if self._today is not None:
            questions.serve(self._today.away)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._names = names
        if self._today is not None:
            self._today.show_names(names)
        if self._timeline is not None:
            self._timeline.show_names(names)
        if self._reports is not None:
            self._reports.show_names(names)
        if self._rules is not None:
            self._rules.show_names(names)

    def _show_health(self, health: RecorderHealth) -> None:
        if self._today is not None:
            self._today.show_health(health)

    def _show_titles(self) -> None:
        day = ""
        if self._page == "today" and self._summary is not None:
            day = QLocale().toString(
                QDate(self._summary.day.year, self._summary.day.month, self._summary.day.day), self.tr("dddd, d MMMM")
            )
        self.header.show_titles(page_title(self._page), day)

    def _fit(self) -> None:
        narrow = self.width() < NARROW_BELOW
        self.sidebar.set_narrow(narrow)
        self._promise.setVisible(narrow)

    def come_forward(self) -> None:
        """Show the window in front of all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Close the window and let the application end."""
        self.may_close = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the window can be seen."""
        super().showEvent(event)
        self.visible_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the window cannot be seen."""
        super().hideEvent(event)
        self.visible_changed.emit(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave to the application what the close button means."""
        event.setAccepted(self.may_close)
        self.closing.emit()
