"""A short word on what was just done, with the way back; it goes by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel

SHOWN_MS: Final = 6_000
_WIDEST: Final = 640


class Toast(QFrame):
    """Floats over the bottom of its parent and takes no keys; emits clicked for its button."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._label = ElidedLabel("", "", self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z does the same
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.L, spacing.S, spacing.S, spacing.S)
        row.setSpacing(spacing.S)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.button.clicked.connect(self.clicked)
        self.button.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, way_back: str = "") -> None:
        """Show a text for a while; way_back: what stands on the button, "" for none."""
        self._label.setText(text)
        self.button.setText(way_back)
        self.button.setVisible(bool(way_back))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(SHOWN_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the parent changes its size; rest when it is hidden."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
            self.hide()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        button = self.button.sizeHint().width() + spacing.S if self.button.text() else 0
        wanted = self._label.sizeHint().width() + button + 3 * spacing.L
        width = min(_WIDEST, parent.width() - 2 * spacing.L, wanted)
        height = self.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - spacing.L, width, height)
