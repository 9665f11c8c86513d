"""A countdown over the screen before one may go on with a distraction. It never traps: Escape is always there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.focus.screens import screen_of_pointer
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.ring import Ring
from engine.domain.focus_session import NudgeAnswer

_STEP_MS: Final = 200
_WIDEST: Final = 560
_OPACITY: Final = 0.95
GUARD_MS: Final = 800
"""So long keys press nothing: who was typing did not mean to."""


class FrictionWindow(QWidget):
    """Covers the screen of the pointer; emits answered(NudgeAnswer) and is to be closed then.

    text: what has been in front; intention: what the person wanted to do; seconds: of the countdown.
    """

    answered = Signal(object)

    def __init__(self, theme: ThemeHolder, text: str, intention: str, seconds: int) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self._seconds = seconds
        self._said = False
        self._since = QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowOpacity(_OPACITY)
        self.setWindowTitle(self.tr("A moment"))
        self.setAccessibleName(text)
        self.ring = Ring(theme, self)
        room = self.ring.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # no button moves under the pointer when the countdown is over
        self.ring.setSizePolicy(room)
        self.text = Paragraph(text, "heading", self)
        self.meant = Paragraph(self.tr("You wanted to: %1").replace("%1", intention), "title", self)
        self.meant.setVisible(bool(intention))
        self.back_button = QPushButton(self.tr("Back to work"), self)
        self.back_button.setProperty("kind", "primary")
        self.more_button = QPushButton(self.tr("Go on for 5 minutes"), self)
        self.work_button = QPushButton(self.tr("This is work"), self)
        self.hint = Paragraph(self.tr("Escape closes this at any time."), "secondary", self)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._count)
        self._arrange()
        for button, answer in (
            (self.back_button, NudgeAnswer.BACK),
            (self.more_button, NudgeAnswer.MORE),
            (self.work_button, NudgeAnswer.WORK),
        ):
            button.clicked.connect(lambda _checked=False, answer=answer: self._say(answer))
        self._count()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.M)
        row.addStretch(1)
        for button in (self.back_button, self.more_button, self.work_button):
            row.addWidget(button)
        row.addStretch(1)
        middle = QWidget(self)
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setSpacing(spacing.XL)
        column.addStretch(1)
        for words in (self.text, self.meant, self.hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.meant)
        column.addWidget(self.text)
        column.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(middle, 4)
        whole.addStretch(1)

    def come_up(self) -> None:
        """Cover the screen of the pointer and begin to count."""
        self._since.start()
        self._timer.start()
        self.setGeometry(screen_of_pointer().geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()  # no button: Tab leads to them
        self._count()

    @property
    def left_s(self) -> int:
        """Seconds until one may go on."""
        gone_ms = self._since.elapsed() if self._since.isValid() else 0
        return max(0, -(-(self._seconds * 1_000 - gone_ms) // 1_000))

    def _count(self) -> None:
        left = self.left_s
        share = left / self._seconds if self._seconds else 0.0
        self.ring.show_share(share, QLocale().toString(left), self.tr("Seconds left"))
        self.ring.setVisible(left > 0)
        for button in (self.more_button, self.work_button):
            button.setVisible(left == 0)
        if left == 0:
            self._timer.stop()

    def _say(self, answer: NudgeAnswer) -> None:
        if not self._said and (not self._since.isValid() or self._since.hasExpired(GUARD_MS)):
            self._said = True
            self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, at any time; go back to work with Enter."""
        if event.key() == Qt.Key.Key_Escape and not self._said:
            self._said = True
            self.answered.emit(NudgeAnswer.MORE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            (button if isinstance(button, QPushButton) else self.back_button).click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Count no more."""
        self._timer.stop()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a calm ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.colour("bg"))
        painter.end()
