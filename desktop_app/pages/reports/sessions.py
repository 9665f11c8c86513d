"""The focus sessions of the days shown, the last first: started ones, and those seen afterwards in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.focus.words import FocusWords
from desktop_app.item_models.text_table import TextCell, TextRow
from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.pages.reports.tables import ReportTableView
from desktop_app.pages.reports.words import ReportWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.days import day_of
from engine.domain.focus_session import SessionReport
from engine.domain.intervals import Interval
from engine.domain.report import Report, Selection

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine
    from engine.domain.errors import KairosError

BY_ITSELF: Final = 31  # days of which sessions are listed unasked: every activity of them is read
_FEWEST, _MOST = 2, 10
_NONE = "–"


class SessionsCard(Card):
    """A table of sessions, asked for off the GUI thread; emits chosen(name, Selection)."""

    chosen = Signal(str, object)

    def __init__(
        self, theme: ThemeHolder, words: ReportWords, ranges: RangeWords, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._words, self._ranges = words, ranges
        self._named = FocusWords(self)
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._report: Report | None = None
        self._asked = 0
        self.table = ReportTableView(theme, self)
        self.note = Paragraph("", "muted", self)
        self.button = QPushButton(self)
        self.body.addWidget(self.table)
        self.body.addWidget(self.note)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.table.opened.connect(self._opened)
        self.button.clicked.connect(self.refresh)
        self.table.hide()
        self.button.hide()

    def attach(self, engine: Engine, background: Background) -> None:
        """Use this engine from now on."""
        self._engine, self._background = engine, background

    def write_headings(self) -> None:
        """Write what stands on the card, in the window's language."""
        self.set_title(self.tr("Focus sessions"))
        self.table.setAccessibleName(self.tr("Focus sessions"))
        self.button.setText(self.tr("List them"))

    def show_report(self, report: Report) -> None:
        """List the sessions of the report's days, of many days once that is asked for."""
        self._report = report
        self.write_headings()
        if len(report.days) <= BY_ITSELF:
            self.refresh()
            return
        self._asked += 1
        self._say(self.tr("The sessions of so many days take a moment: all activities are read."))
        self.button.show()

    def refresh(self) -> None:
        """Ask anew; only the last answer asked for is shown."""
        engine, background, report = self._engine, self._background, self._report
        if engine is None or background is None or report is None:
            return
        self._asked += 1
        number, bounds = self._asked, report.bounds

        def take(found: list[SessionReport]) -> None:
            if number == self._asked:
                self._show(found, report)

        background.ask(self, lambda: engine.focus.sessions(bounds.start_ms, bounds.end_ms), take, self._fail)

    def _show(self, found: list[SessionReport], report: Report) -> None:
        self.button.hide()
        if not found:
            self._say(self.tr("No session was started in this time, nor seen in what was recorded."))
            return
        self.note.hide()
        headers = (
            self.tr("When"), self.tr("Work"), self.tr("Focused"), self.tr("Score"), self.tr("Rating"), self.tr("How"),
            self.tr("What for"),
        )  # fmt: skip
        rows = [self._row(one, report) for one in reversed(found)]
        self.table.show_rows(headers, rows, {0: 150, 1: 74, 2: 74, 3: 64, 4: 64, 5: 120}, 6)
        self.table.fit_rows(_FEWEST, _MOST)
        self.table.show()

    def _row(self, one: SessionReport, report: Report) -> TextRow:
        session, length = one.session, self._words.length
        end_ms = _end(one)
        when = self._words.wording.span(session.start_ms, end_ms)
        if len(report.days) > 1:
            when = f"{self._ranges.short(day_of(session.start_ms, report.request.rule))}  {when}"
        cells = (
            TextCell(when, session.start_ms),
            TextCell(length(one.work_ms), one.work_ms, to_the_end=True),
            TextCell(length(one.focused_ms), one.focused_ms, to_the_end=True),
            TextCell(_number(one.score), -1 if one.score is None else one.score, to_the_end=True),
            TextCell(_number(session.rating), session.rating or 0, to_the_end=True),
            TextCell(self._named.started(session.started), str(session.started)),
            TextCell(foreign(session.intention), session.intention),
        )
        return TextRow(cells, one)

    def _say(self, text: str) -> None:
        self.table.hide()
        self.note.setText(text)
        self.note.show()

    def _fail(self, error: KairosError) -> None:
        self.button.hide()
        self._say(f"⚠ {error_message(error)}")

    def _opened(self, one: SessionReport) -> None:
        span = Interval(one.session.start_ms, _end(one))
        name = foreign(one.session.intention) or self.tr("Session")
        self.chosen.emit(f"{name}  {self._words.wording.span(span.start_ms, span.end_ms)}", Selection(span))


def _end(one: SessionReport) -> int:
    """Return the end of a session, of one that runs the end of what it went through so far."""
    ended = one.session.end_ms or (one.phases[-1].interval.end_ms if one.phases else 0)
    return max(one.session.start_ms + 1, ended)


def _number(value: int | None) -> str:
    return _NONE if value is None else QLocale().toString(value)
