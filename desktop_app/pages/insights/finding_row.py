"""One finding: what was counted, what it rests on, and the days, one press away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.sentences import labelled
from engine.domain.routines import Habit
from engine.domain.topics import Topic

_DAYS: Final = 3


class FindingRow(QWidget):
    """Emits days_wanted(first, last) for the days behind it, counted_wanted(Finding) for what was counted."""

    days_wanted = Signal(object, object)
    counted_wanted = Signal(object)

    def __init__(self, text: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.note = Paragraph(text, "", self), Paragraph(note, "secondary", self)
        self.buttons: list[QPushButton] = []
        self._links = QHBoxLayout()
        self._links.setSpacing(spacing.S)
        self._links.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, spacing.S)
        self.column.setSpacing(spacing.XS)
        self.column.addWidget(self.text)
        self.column.addWidget(self.note)
        self.column.addLayout(self._links)
        self.note.setVisible(bool(note))

    def link(self, text: str, first: date, last: date) -> None:
        """Let a button lead to days."""
        self._button(text).clicked.connect(lambda: self.days_wanted.emit(first, last))

    def link_counted(self, text: str, found: Topic | Habit) -> None:
        """Let a button lead to what was counted."""
        self._button(text).clicked.connect(lambda: self.counted_wanted.emit(found))

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(labelled(text, self.text.text()))
        self._links.insertWidget(len(self.buttons), button)
        self.buttons.append(button)
        return button

    def link_days(self, days: Sequence[date]) -> None:
        """Let a button lead to each of the last days; no more than fit beside each other in a narrow window."""
        for day in days[: len(self.buttons) - _DAYS - 1 : -1]:
            self.link(day_text(day), day, day)


class FindingCard(Card):
    """A card of findings; takes no room without a word to say."""

    days_wanted = Signal(object, object)
    counted_wanted = Signal(object)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.lead = Paragraph("", "secondary", self)
        self.body.addWidget(self.lead)
        self.rows: list[FindingRow] = []

    def show_rows(self, lead: str, rows: Sequence[FindingRow]) -> None:
        """Show other findings under a sentence on all of them."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self.lead.setText(lead)
        self.rows = list(rows)
        for row in rows:
            row.days_wanted.connect(self.days_wanted)
            row.counted_wanted.connect(self.counted_wanted)
            self.body.addWidget(row)


def day_text(day: date) -> str:
    """Return a day as the person's language writes it."""
    form = QCoreApplication.translate("FindingRow", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def percent(share: float) -> str:
    """Return a share as a whole percentage."""
    text = QCoreApplication.translate("Wording", "%1 %").replace("\u0020", "\u00a0")
    return text.replace("%1", QLocale().toString(round(share * 100)))
