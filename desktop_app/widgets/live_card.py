"""What is being seen at this moment, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label


class Tone(StrEnum):
    """How good the news is; the value is the palette token that says so, never without words beside it."""

    GOOD = "meeting"
    WAITING = "communication"
    BAD = "distraction"
    OFF = "idle"


@dataclass(frozen=True, slots=True)
class LiveState:
    """What the card says. note: what is missing or wrong; action: text of the one button; both may be empty.

    name: what is in front, foreign text on one line. verdict: our own words in its place, never shortened.
    """

    tone: Tone
    state: str
    name: str = ""
    verdict: str = ""
    detail: str = ""
    since: str = ""
    sign: str = ""
    note: str = ""
    action: str = ""


class LiveCard(Card):
    """Shows a LiveState; emits acted when its button is pressed."""

    acted = Signal()

    def __init__(self, theme: ThemeHolder, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.heading.setProperty("role", "accentHeading")
        self._offered = True
        self._state = StateLine(theme, self)
        self.corner.addWidget(self._state)
        self._name = ElidedLabel("", "figure", self)
        self._verdict = Paragraph("", "figure", self)
        self._detail = ElidedLabel("", "muted", self)
        self._note = Paragraph("", "", self)
        self._since = Paragraph("", "secondary", self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.acted)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, spacing.XS, 0, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.setSpacing(spacing.XS)
        self.body.addWidget(self._name)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self._detail)
        self.body.addWidget(self._note)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.body.addWidget(self._since)

    def show_state(self, state: LiveState) -> None:
        """Say something else."""
        self._state.show_state(state.tone, state.state)
        since = "  ·  ".join(part for part in (state.since, state.sign) if part)
        lines = (
            (self._name, state.name),
            (self._verdict, state.verdict),
            (self._detail, state.detail),
            (self._note, state.note),
            (self._since, since),
        )
        for label, text in lines:
            label.setText(text)
            label.setVisible(bool(text))
        self.button.setText(state.action)
        self.offer_action(offered=self._offered)
        self.setAccessibleDescription(". ".join(part for part in (state.state, state.note) if part))

    def offer_action(self, *, offered: bool) -> None:
        """Show the button of a state that has one, or keep it away where it stands elsewhere."""
        self._offered = offered
        self.button.setVisible(offered and bool(self.button.text()))


class StateLine(QWidget):
    """A dot in the colour of the news, and the news in a word."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._dot = Dot(theme, self)
        self._text = plain_label("", "secondary", self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing.S)
        line.addWidget(self._dot)
        line.addWidget(self._text)

    def show_state(self, tone: Tone, text: str) -> None:
        """Show other news."""
        self._dot.show_tone(tone)
        self._text.setText(text)
        self.setAccessibleName(text)


class Dot(QWidget):
    """A round spot: filled while all is well, a ring while it is not running."""

    _SIDE: Final = 10

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.OFF
        self.setFixedSize(self._SIDE, self._SIDE)
        theme.changed.connect(self.update)

    def show_tone(self, tone: Tone) -> None:
        """Take another tone."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the spot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.palette.colour(self._tone.value)
        area = QRectF(self.rect())
        if self._tone is Tone.OFF:
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidthF(2)
            painter.setPen(pen)
            area.adjust(1, 1, -1, -1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        painter.drawEllipse(area)
        painter.end()
