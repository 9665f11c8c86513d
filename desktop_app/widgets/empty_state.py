"""What a page shows while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.icons import icon_pixmap
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label

_ICON = 48


class EmptyState(QWidget):
    """An icon, a title, one sentence and at most two buttons; emits clicked and second_clicked."""

    clicked = Signal()
    second_clicked = Signal()

    def __init__(
        self,
        theme: ThemeHolder,
        icon: str,
        title: str,
        sentence: str,
        button_text: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = plain_label(title, "figure", self, wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = Paragraph(sentence, "muted", self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMaximumWidth(460)
        self.button = _button(button_text, "primary", self)
        self.second_button = _button(None, "", self)
        self.button.clicked.connect(self.clicked)
        self.second_button.clicked.connect(self.second_clicked)
        self._arrange()
        self.set_texts(title, sentence)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def set_texts(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def offer_second(self, text: str) -> None:
        """Offer a second way out."""
        self.second_button.setText(text)
        self.second_button.setVisible(bool(text))

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.S)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.second_button)
        buttons.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(spacing.M)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addLayout(middle)
        column.addSpacing(spacing.XS)
        column.addLayout(buttons)
        column.addStretch(2)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the screen's density may have changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        colour = self._theme.palette.colour("muted")
        self._picture.setPixmap(icon_pixmap(self._icon, colour, _ICON, self.devicePixelRatioF()))


def _button(text: str | None, kind: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text or "", parent)
    if kind:
        button.setProperty("kind", kind)
    button.setVisible(bool(text))
    return button
