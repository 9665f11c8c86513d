"""The Reports page itself: which days, their report, and the activities behind a figure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, QTimeZone, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message, error_title
from desktop_app.pages.reports.activities import ActivitiesPanel
from desktop_app.pages.reports.asked import AskedCategory
from desktop_app.pages.reports.body import ReportBody
from desktop_app.pages.reports.day_range import DayRange, RangeKind, range_around
from desktop_app.pages.reports.range_bar import RangeBar
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.reader import Listed, ReportReader, with_known_focus
from desktop_app.pages.reports.sharing import share_week
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.format import Wording
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.waiting import Waiting
from engine.domain.app_names import AppNames
from engine.domain.days import day_of
from engine.domain.errors import KairosError
from engine.domain.report import Report, Selection

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.dialogs.export import ExportDialog

_PAUSE_MS: Final = 60_000


class ReportsPage(QWidget):
    """Reads what it shows by itself once the engine is open; moment_wanted(Interval): to see it in Timeline."""

    moment_wanted, today_requested = Signal(object), Signal()

    def __init__(self, theme: ThemeHolder, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._wording = wording
        self._words, self._ranges = ReportWords(wording, self), RangeWords(self)
        self._days: DayRange | None = None
        self._today: date | None = None
        self._report: Report | None = None
        self.asked = AskedCategory()
        self.export_dialog: ExportDialog | None = None
        self._build(theme)
        self._connect()
        self.speak()
        choices.ready.connect(self._attach)
        self._attach()

    # ---------------------------------------------------------------- parts

    def _build(self, theme: ThemeHolder) -> None:
        self.setProperty("role", "page")
        self.bar = RangeBar(self._ranges, self)
        self.body = ReportBody(theme, self._words, self._ranges, self)
        self.panel = ActivitiesPanel(theme, self._words, self._ranges, self)
        self.empty = EmptyState(theme, "reports", "", "", parent=self)
        self._stack = QStackedWidget(self)
        self._waiting = Waiting(self)
        for part in (self._waiting, self.body, self.empty):
            self._stack.addWidget(part)
        self.reader = ReportReader(self)
        self._grown = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        head, foot = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.S)
        head.addWidget(self.bar)
        foot.setContentsMargins(spacing.XXL, 0, spacing.XXL, 0)
        foot.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        bar = self.bar
        bar.kind_wanted.connect(self.show_kind)
        bar.turned.connect(self.turn)
        bar.today_wanted.connect(self.show_today)
        bar.dates_wanted.connect(self.show_dates)
        bar.compared.connect(lambda _on: self._write())
        bar.export_wanted.connect(self.export)
        bar.share_wanted.connect(lambda: share_week(self._choices, self._days, self))
        self.body.chosen.connect(self._list)
        self.body.whole_chosen.connect(self._list_whole)
        self.body.focus_wanted.connect(self._work_out_focus)
        self.panel.moment_wanted.connect(self.moment_wanted)
        self.empty.clicked.connect(self._act)
        self._grown.timeout.connect(self.refresh)
        self.reader.opened.connect(self._open)
        self.reader.loaded.connect(self._show)
        self.reader.listed.connect(self._show_listed)
        self.reader.failed.connect(self._fail)
        self.reader.list_failed.connect(lambda error: self.panel.say(f"⚠ {error_message(error)}"))
        for keys, act in (
            ("Alt+Left", lambda: self.turn(-1)),
            ("Alt+Right", lambda: self.turn(1)),
            ("T", self.show_today),
            ("Ctrl+E", self.export),
            ("Esc", self.panel.close_panel),
        ):
            on_keys(self, keys, act)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.bar.speak()
        self.body.speak()
        self.panel.speak()
        self._write()

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._words.names = names
        self._write()

    # ---------------------------------------------------------------- which days

    def _attach(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None and self._today is None:
            self.body.goals.attach(engine, background)
            self.body.sessions.attach(engine, background)
            self.reader.attach(engine, background)

    def _open(self, today: date) -> None:
        """Show the period that holds today, at first the week; days chosen before the engine was there stay."""
        first, days, self._today = self._today is None, self._days, today
        if first and days is not None:
            self._go(days)
        else:
            self._go(range_around(RangeKind.WEEK if days is None else days.kind, today, self._week_start()))

    @property
    def days(self) -> DayRange | None:
        """The days reported on, None before the engine is open."""
        return self._days

    def show_kind(self, kind: RangeKind) -> None:
        """Show the day, week, month or year that holds today, where what is shown does, else its first day."""
        days = self._days
        if days is None or self._today is None:
            return
        if kind is RangeKind.CUSTOM:
            self._go(DayRange(kind, days.start, days.end))
        else:
            self._go(range_around(kind, self._today if days.holds(self._today) else days.start, self._week_start()))

    def turn(self, pages: int) -> None:
        """Show the days one page later (1) or earlier (-1)."""
        if self._days is not None:
            self._go(self._days.moved(pages, self._week_start()))

    def show_today(self) -> None:
        """Show the period that holds today; of days of one's own, today alone."""
        if self._days is not None:
            self.reader.ask_today()  # another day may have begun since

    def show_dates(self, first: date, last: date) -> None:
        """Show the days from first to last, both included, whichever way round."""
        first, last = min(first, last), max(first, last)
        self._go(DayRange(RangeKind.CUSTOM, first, last + timedelta(days=1)))

    def show_category(self, first: date, last: date, path: tuple[str, ...], *, below: bool) -> None:
        """Show the days and what was done in the category of this path; below: with what lies below it."""
        self.asked.ask(first, path, below=below)
        self.show_dates(first, last)

    def refresh(self) -> None:
        """Read the days shown anew."""
        if self._days is not None:
            self.reader.load(self._days, self._week_start())

    def history_grew(self) -> None:
        """Heed that something was recorded: once in a while, and where today is among the days shown."""
        if self._holds_today() and self.isVisible() and not self._grown.isActive():
            self._grown.start()

    def _holds_today(self) -> bool:
        return self._days is not None and self._today is not None and self._days.holds(self._today)

    def _go(self, days: DayRange) -> None:
        self._days = days
        self.panel.hide()
        self.bar.show_range(days)
        self.refresh()

    def _week_start(self) -> int:
        return self._choices.settings.tracking.week_start.number

    # ---------------------------------------------------------------- the report

    def _show(self, report: Report) -> None:
        self._report = with_known_focus(report, self._report)
        self._today = day_of(report.made_ms, report.request.rule)
        self._wording.set_zone(report.request.zone)
        self._words.remember(report)
        self._write()
        self.asked.answer(report, self._list)

    def _write(self) -> None:
        report = self._report
        if report is None:
            return
        self.bar.export.setEnabled(report.active_ms > 0)
        if report.active_ms:
            self.body.show_report(report, compare=self.bar.compare.isChecked())
            self._stack.setCurrentWidget(self.body)
        else:
            self._show_empty(report)

    def _show_empty(self, report: Report) -> None:
        today, earlier = self._holds_today(), report.previous.active_ms > 0
        self.empty.set_texts(
            self.tr("Nothing recorded in this time"),
            self.tr("What you do from now on shows here.") if today else self.tr("Choose other days above."),
        )
        lead = self.tr("Show Today") if today else self.tr("Show today")
        self.empty.button.setText(self.tr("Earlier") if earlier else lead)
        self.empty.button.show()
        self._stack.setCurrentWidget(self.empty)

    def _act(self) -> None:
        """Do what the button of the empty page says."""
        report = self._report
        if self._days is None:
            self._attach()
        elif report is None:
            self.refresh()
        elif report.previous.active_ms:
            self.turn(-1)
        elif self._holds_today():
            self.today_requested.emit()
        else:
            self.show_today()

    def _fail(self, error: KairosError) -> None:
        self._report = None
        self.empty.set_texts(error_title(error), error_message(error))
        self.empty.button.setText(self.tr("Try again"))
        self.empty.button.show()
        self._stack.setCurrentWidget(self.empty)

    def _work_out_focus(self) -> None:
        if self._days is not None:
            self.reader.load(self._days, self._week_start(), focus=True)

    # ---------------------------------------------------------------- behind a figure

    def _list_whole(self) -> None:
        if self._report is not None and self._days is not None:
            self._list(self._ranges.title(self._days), Selection(self._report.bounds))

    def _list(self, name: str, selection: Selection) -> None:
        if self._report is not None:
            clicked = QApplication.focusWidget()
            self.panel.wait_for(name)
            if clicked is not None and self.body.isAncestorOf(clicked):
                QTimer.singleShot(0, clicked, lambda: self.body.ensureWidgetVisible(clicked))
            self.reader.list_activities(selection, self._report.request)

    def _show_listed(self, listed: Listed) -> None:
        if self._report is not None:
            self.panel.show_listed(listed, self._report.request.rule)

    def export(self) -> None:
        """Ask how and where to write the report shown."""
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None or self._report is None or self._days is None:
            return
        from desktop_app.dialogs.export import ExportDialog  # noqa: PLC0415  (seldom needed)

        title = self._ranges.title(self._days)
        dialog = ExportDialog(engine.reports, background, self._report.request, title, self)
        dialog.finished.connect(dialog.deleteLater)
        self.export_dialog = dialog
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what other pages may have changed."""
        super().showEvent(event)
        if self._report is not None:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(event)
