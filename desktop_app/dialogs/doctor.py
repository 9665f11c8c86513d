"""Is Kairos seeing everything? Each source, when it reported last, and what helps; kept up to date while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.doctor_row import SourceRow
from desktop_app.dialogs.error_words import error_message
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.reading_order import lead_on
from desktop_app.widgets.return_key import press_by_return
from desktop_app.widgets.scrolled_body import ScrolledBody
from engine.domain.errors import KairosError
from engine.domain.sources import WRONG, Source, SourceReport, Standing

if TYPE_CHECKING:
    from desktop_app.background import Background

_SIZE: Final = (680, 620)
_AGAIN_MS: Final = 4_000
_FIRST: Final = (Standing.BAD, Standing.PARTLY)

Looked = tuple[tuple[SourceReport, ...], int]


class DoctorDialog(QDialog):
    """Asks look, which returns the reports and the present moment, again and again while somebody can see it.

    remedied(Remedy): a button was pressed. diagnostics_wanted: show what can be passed on.
    """

    remedied = Signal(object)
    diagnostics_wanted = Signal()

    def __init__(
        self, theme: ThemeHolder, look: Callable[[], Looked], background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._look, self._background = theme, look, background
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._asking = False
        self.rows: dict[Source, SourceRow] = {}
        self._order: tuple[Source, ...] = ()
        self.setWindowTitle(self.tr("Is Kairos seeing everything?"))
        self.setMinimumSize(420, 360)
        resize_on_screen(self, _SIZE)
        self.title = plain_label(self.windowTitle(), "title", self, wrap=True)
        self.summary = Paragraph(self.tr("Looking…"), "", self)
        self.copy_button = QPushButton(self.tr("Diagnostics to pass on…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._arrange()
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    def _arrange(self) -> None:
        press_by_return(self.copy_button)
        self.close_button.setDefault(True)
        self.copy_button.clicked.connect(self.diagnostics_wanted)
        self.close_button.clicked.connect(self.accept)
        body = QWidget(self)
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(0, 0, spacing.M, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(ScrolledBody(self.tr("Sources"), body, self), 1)
        column.addLayout(foot)
        self.close_button.setFocus()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Lead Tab through the dialog as it is read."""
        return lead_on(self, forward=forwards)

    def refresh(self) -> None:
        """Look anew, unless the last look is still under way or nobody can see it."""
        if self._asking or self.isMinimized():
            return
        self._asking = True
        self._background.ask(self, self._look, lambda looked: self._show(*looked), self._fail)

    def _show(self, reports: tuple[SourceReport, ...], now_ms: int) -> None:
        self._asking = False
        for report in reports:
            if report.source not in self.rows:
                row = self.rows[report.source] = SourceRow(self._theme, self._wording, self)
                row.wanted.connect(self.remedied)
            self.rows[report.source].show_report(report, now_ms)
        self._put_in_order(reports)
        wrong = sum(report.standing in WRONG for report in reports)
        self.summary.setText(
            self.tr("%n of them need(s) a look; what helps stands beside it.", "", wrong)
            if wrong
            else self.tr("Everything that is set up reports.")
        )

    def _put_in_order(self, reports: tuple[SourceReport, ...]) -> None:
        """Put first what needs a look; rows stay where they are, with the keys' focus, unless that changed."""
        places = {standing: place for place, standing in enumerate(_FIRST)}
        order = tuple(one.source for one in sorted(reports, key=lambda one: places.get(one.standing, len(_FIRST))))
        if order == self._order:
            return
        self._order = order
        for place, source in enumerate(order):
            self._list.insertWidget(place, self.rows[source])

    def _fail(self, error: KairosError) -> None:
        self._asking = False
        self.summary.setText(f"⚠ {error_message(error)}")
