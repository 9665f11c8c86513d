"""One suggestion in a list: what it is called, why, where it lies, and a small menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.icons import icon_pixmap
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import for_tooltip

_ICON: Final = 18
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PickRow(QPushButton):
    """Clicked, or Enter pressed on it, it emits clicked; stepped(-1 or 1) for the arrow keys.

    menu: filled by whoever owns the row, opened by its button, a right click or the menu key.
    """

    stepped = Signal(int)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "row")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture = QLabel(self)
        self.title = ElidedLabel("", "", self)
        self.reason = ElidedLabel("", "secondary", self)
        self.more = QToolButton(self)
        self.more.setText("⋯")
        self.more.setProperty("role", "plain")
        self.more.setFixedSize(spacing.TARGET, spacing.TARGET)
        self.menu_shown = QMenu(self)
        self.more.clicked.connect(lambda: self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self._arrange()
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _arrange(self) -> None:
        for part in (self._picture, self.title, self.reason):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.S, spacing.XS, spacing.XS, spacing.XS)
        row.setSpacing(spacing.S)
        row.addWidget(self._picture)
        row.addLayout(column, 1)
        row.addWidget(self.more)

    def show_pick(self, title: str, reason: str, folder: str, path: str) -> None:
        """Show another suggestion; all four may be foreign text, cut already. path: said on hover, and by readers."""
        self.title.setText(title)
        self.reason.setText("  ·  ".join(part for part in (reason, folder) if part))
        self.setAccessibleName(title)
        self.more.setAccessibleDescription(title)
        self.setAccessibleDescription(". ".join(part for part in (reason, path) if part))
        self.setToolTip(for_tooltip(path))

    def _open_menu(self, place: QPoint) -> None:
        self.menu_shown.popup(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where it was asked for."""
        self._open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, walk with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _ENTER:
            self.click()
        elif step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room its lines take."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the screen's density may have changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        colour = self._theme.palette.colour("muted")
        self._picture.setPixmap(icon_pixmap("documents", colour, _ICON, self.devicePixelRatioF()))
