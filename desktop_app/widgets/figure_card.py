"""A few figures of the day beside a ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.ring import Ring


@dataclass(frozen=True, slots=True)
class Share:
    """The ring: a share from 0 to 1, its text, and what it is a share of."""

    fraction: float
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, its value in words, and a word on it, which may be empty."""

    name: str
    value: str
    note: str = ""


class FigureCard(Card):
    """A ring, the chief figure large beside it, the others under it."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._ring = Ring(theme, self)
        self._chief_name = plain_label("", "strong", self)
        self._chief_value = plain_label("", "figure", self)
        self._chief_note = ElidedLabel("", "secondary", self)
        self._others: list[tuple[Paragraph, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.M)
        self._grid.setVerticalSpacing(spacing.XS)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        for label in (self._chief_name, self._chief_value, self._chief_note):
            column.addWidget(label)
        column.addSpacing(spacing.S)
        column.addLayout(self._grid)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(spacing.XL)
        line.addWidget(self._ring)
        line.addLayout(column, 1)
        self.body.addLayout(line, 1)

    def show_figures(self, share: Share, chief: Figure, others: Sequence[Figure]) -> None:
        """Show other figures; always as many others as the first time."""
        self._ring.show_share(share.fraction, share.text, share.meaning)
        self._chief_name.setText(chief.name)
        self._chief_value.setText(chief.value)
        self._chief_note.setText(chief.note)
        while len(self._others) < len(others):
            self._add_line()
        for (name, value), figure in zip(self._others, others, strict=True):
            name.setText(figure.name)
            value.setText(figure.value)
            value.setToolTip(figure.note)

    def _add_line(self) -> None:
        place = len(self._others)
        name, value = Paragraph("", "muted", self), plain_label("", "strong", self)
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        self._others.append((name, value))
