"""Which week: turned a week at a time, never to one that is not over."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.periods import Period, period_around


class WeekChoice(QWidget):
    """Emits changed for another week. week_start: the day it starts on, 0 for Monday."""

    changed = Signal()

    def __init__(self, words: ShareWords, week_start: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._week_start = words, week_start
        self._day: date | None = None
        self._today: date | None = None
        self.earlier, self.later = QPushButton("‹", self), QPushButton("›", self)
        names = self.tr("The week before"), self.tr("The week after")
        for button, name in zip((self.earlier, self.later), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(spacing.TARGET + spacing.S)
            press_by_return(button)
            button.setEnabled(False)
        self.week = ElidedLabel("…", "strong", self)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(plain_label(self.tr("Week"), "muted", self))
        for part in (self.earlier, self.later):
            row.addWidget(part)
        row.addWidget(self.week, 1)

    @property
    def day(self) -> date | None:
        """A day of the week shown, None before one is."""
        return self._day

    def open_on(self, day: date | None, today: date) -> None:
        """Show the week of this day, where it is over, else the last that is."""
        self._today = today
        last = self._week_of(today)[0] - timedelta(days=1)
        self._show(last if day is None or self._week_of(day)[1] > today else day)

    def _turn(self, weeks: int) -> None:
        if self._day is not None:
            self._show(self._day + timedelta(weeks=weeks))

    def _show(self, day: date) -> None:
        self._day = day
        first, end = self._week_of(day)
        self.week.setText(self._words.week(first, end - timedelta(days=1)))
        self.earlier.setEnabled(True)
        self.later.setEnabled(self._today is not None and end + timedelta(weeks=1) <= self._today)
        self.changed.emit()

    def _week_of(self, day: date) -> tuple[date, date]:
        """Return the first day of the day's week, and the first one after it."""
        return period_around(Period.WEEK, day, self._week_start)
