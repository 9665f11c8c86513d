"""What the plan page says while nothing is planned: how to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.icons import icon_pixmap
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label

_ICON = 32


class EmptyHint(QWidget):
    """A line above the grid, which stays free to be drawn in; emits suggestion_wanted."""

    suggestion_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._title, self._sentence = plain_label("", "heading", self), Paragraph("", "muted", self)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.suggestion_wanted)
        words = QVBoxLayout()
        words.setSpacing(spacing.XS)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.L, spacing.L, spacing.L, spacing.M)
        row.setSpacing(spacing.L)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()
        self.hide()

    def speak(self) -> None:
        """Write everything in the window's language."""
        self._title.setText(self.tr("Nothing is planned here yet"))
        self._sentence.setText(
            self.tr("Draw a block over free time with the mouse, press N, or let Kairos find good times for focus.")
        )
        self.button.setText(self.tr("Suggest my week"))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the screen's density may have changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        colour = self._theme.palette.colour("muted")
        self._picture.setPixmap(icon_pixmap("plan", colour, _ICON, self.devicePixelRatioF()))
