"""A nudge in a corner of the screen: seen, not in the way, and gone when the distraction is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.focus.screens import lower_corner, screen_of_pointer
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.focus_session import NudgeAnswer

_WIDTH = 400


class CornerNudge(QWidget):
    """Never takes the keyboard by itself; emits answered(NudgeAnswer), or left where a contract is left."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, theme: ThemeHolder, text: str, *, contract: bool = False) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A nudge"))
        self.setAccessibleName(text)
        self.text = Paragraph(text, "strong", self)
        self.back_button = QPushButton(self.tr("Back to work"), self)
        self.more_button = QPushButton(self.tr("5 more minutes"), self)
        self.work_button = QPushButton(self.tr("This is work"), self)
        self.leave_button = QPushButton(self.tr("Leave the contract"), self)
        self.back_button.setProperty("kind", "primary")
        self.leave_button.setVisible(contract)
        self.more_button.setVisible(not contract)
        self._arrange()
        for button, answer in (
            (self.back_button, NudgeAnswer.BACK),
            (self.more_button, NudgeAnswer.MORE),
            (self.work_button, NudgeAnswer.WORK),
        ):
            button.clicked.connect(lambda _checked=False, answer=answer: self.answered.emit(answer))
        self.leave_button.clicked.connect(self.left)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in (self.back_button, self.more_button, self.work_button, self.leave_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.L, spacing.L, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.text)
        column.addLayout(row)

    def come_up(self) -> None:
        """Come up on the screen of the pointer."""
        room = screen_of_pointer().availableGeometry()
        self.setFixedWidth(max(_WIDTH, self.sizeHint().width()))
        self.adjustSize()
        self.move(lower_corner(room, self.size(), spacing.XL))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_after(self, milliseconds: int) -> None:
        """Go by itself after so long."""
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.close)
        timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card with an edge of its own, as there is no frame."""
        painter = QPainter(self)
        palette = self._theme.palette
        painter.fillRect(self.rect(), palette.colour("surface"))
        painter.setPen(QPen(palette.colour("accent"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(NudgeAnswer.BACK)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Wear another theme at once."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
