"""A short word on what was just done, with the way back; it goes by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.announce import announce
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.free_place import free_place
from desktop_app.widgets.key_binding import on_keys

SHOWN_MS: Final = 6_000
_WIDEST: Final = 640


class Toast(QFrame):
    """Floats low over its parent, on no other control, and takes no keys.

    clicked: the button was pressed that is not the way back.
    """

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
        self._undo: Callable[[], object] | None = None
        self._offers = False  # whether the button is the way back of what can be undone
        self.button.clicked.connect(self._press)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, way_back: str = "") -> None:
        """Show a text for a while; way_back: what stands on the button, "" for none."""
        self._offers = False
        self._label.setText(text)
        self.button.setText(way_back)
        self.button.setVisible(bool(way_back))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, text)
        self._timer.start(SHOWN_MS)

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with the way back: the button, and undo for as long as nothing else was done."""
        self._undo = undo
        self.say(text, self.tr("Undo"))
        self._offers = True

    def tell(self, text: str, undo: Callable[[], object] | None) -> None:
        """Say what was done, with the way back where there is one."""
        if undo is None:
            self.say(text)
        else:
            self.offer(text, undo)

    @property
    def can_undo(self) -> bool:
        """Whether what was offered last can be taken back still, seen or not."""
        return self._undo is not None

    def undo(self) -> None:
        """Take back what was offered last, once."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self.hide()
            undo()

    def _press(self) -> None:
        self.hide()
        if self._offers:
            self.undo()
        else:
            self.clicked.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Find its place anew when the parent changes its size; rest when it is hidden."""
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
        size = QSize(width, self.sizeHint().height())
        self.setGeometry(QRect(free_place(parent, size, self), size))


def toast_over(widget: QWidget) -> Toast:
    """Make a toast over the page a widget stands on, its way back bound to the keys for undoing there."""
    page, above = widget, widget.parentWidget()
    while page.property("role") != "page" and above is not None:
        page, above = above, above.parentWidget()
    toast = Toast(page)
    on_keys(page, QKeySequence.StandardKey.Undo, toast.undo)
    return toast
