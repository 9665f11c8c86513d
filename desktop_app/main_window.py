"""The main window: navigation, header and one page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop_app.actions import Action
from desktop_app.header import Header
from desktop_app.pages.stack import PageStack, Told, WindowParts
from desktop_app.pages.titles import page_title
from desktop_app.recorder.words import sample_word
from desktop_app.sidebar import Sidebar
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.reading_order import lead_on

if TYPE_CHECKING:
    from desktop_app.pages.away_questions import AwayQuestions
    from engine.domain.app_names import AppNames
    from engine.domain.health import RecorderHealth
    from engine.domain.summary import DaySummary

NARROW_BELOW = 900
SIZE = (1280, 800)
SMALLEST = (560, 420)


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when first shown and made anew in another language.

    It comes up as a frame alone, so that there is something to see at once; furnish fills it.
    painted: once, after the first paint. sample_requested: show the sample days. closing: the close button was
    pressed (the application decides whether that hides, minimises or quits). visible_changed: someone can see it.
    page_shown: a page is in sight, made by now.
    """

    painted = Signal()
    sample_requested = Signal()
    closing = Signal()
    visible_changed = Signal(bool)
    page_shown = Signal()

    def __init__(self, theme: ThemeHolder) -> None:
        super().__init__()
        self._theme = theme
        self._parts: WindowParts | None = None
        self._page = "today"
        self._told = Told()
        self._was_painted = False
        self.may_close = False
        self.setMinimumSize(*SMALLEST)
        resize_on_screen(self, SIZE)
        on_keys(self, "Ctrl+Q", self.close_for_good)  # the standard key for it is none on most desktops
        self._build()

    def furnish(self, parts: WindowParts) -> None:
        """Fill the frame with the recorder's state and the page shown."""
        self._parts = parts
        self._entitle()
        parts.control.health_shown.connect(self._show_health)
        self.header.add_pill(parts.control)
        self.header.add_focus(parts.focus, parts.choices)
        self.sidebar.draw_icons()
        self.show_page(self._page)

    def _entitle(self) -> None:
        sample = self._parts is not None and self._parts.control.sample
        # The desktop may put the app's name behind a title that does not end with it.
        self.setWindowTitle(f"{sample_word()} — Kairos" if sample else "Kairos")

    def _build(self) -> None:
        self._entitle()
        body = QWidget(self)
        self.sidebar = Sidebar(self._theme, body)
        self.header = Header(self._theme, body)
        if self._parts is not None:
            self.header.add_pill(self._parts.control)
            self.header.add_focus(self._parts.focus, self._parts.choices)
            self.sidebar.draw_icons()
        self._pages = PageStack(self._theme, self._told, body)
        self._pages.page_wanted.connect(self.show_page)
        self._pages.sample_requested.connect(self.sample_requested)
        self._promise = plain_label(self.tr("All data stays on this computer"), "secondary", body)
        self._promise.setObjectName("promise_below")
        self._promise.setContentsMargins(spacing.XXL, 0, spacing.XXL, spacing.S)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        column.addWidget(self._promise)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(body)
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.called.connect(self._lead_keys)
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
        return self._pages.page(self._page)

    def show_page(self, name: str) -> None:
        """Show a page of options.PAGES."""
        self._page = name
        if self._parts is not None:
            self._pages.show_page(name, self._parts)
        self.sidebar.mark(name)
        self._show_titles()
        self.page_shown.emit()

    def go(self, name: str) -> None:
        """Show a page for who works by keys, and lead them there."""
        self.show_page(name)
        self._lead_keys(name)

    def offered(self) -> tuple[Action, ...]:
        """Return what can be done on the page shown; nothing before the window is furnished."""
        return () if self._parts is None else self._pages.offered(self._page)

    def _lead_keys(self, name: str) -> None:
        """Lead the keys to a page opened by keys; no longer to another page's button, where Space would open that."""
        focused = self.focusWidget()
        if focused is not None and self.sidebar.isAncestorOf(focused):
            self.setFocus()
        self._pages.lead_keys(name)

    def show_day(self, summary: DaySummary) -> None:
        """Show what today holds."""
        self._told.summary = summary
        self._pages.show_day(summary)
        self._show_titles()

    def ask_away(self, questions: AwayQuestions) -> None:
        """Let Today ask about time away."""
        self._pages.ask_away(questions)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._pages.show_names(names)

    def _show_health(self, health: RecorderHealth) -> None:
        self._pages.show_health(health)

    def _show_titles(self) -> None:
        day = ""
        if self._page == "today" and self._told.summary is not None:
            day = QLocale().toString(
                QDate(self._told.summary.day.year, self._told.summary.day.month, self._told.summary.day.day),
                self.tr("dddd, d MMMM"),
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

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go through the window as it is read."""
        return lead_on(self, forward=forward)

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
