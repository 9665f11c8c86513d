"""The command palette: every action by a few typed letters, by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.actions.matching import best_first
from desktop_app.item_models.action_list import LINE, ActionLine, ActionList
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.action_delegate import ROW, ActionDelegate
from desktop_app.widgets.announce import announce
from desktop_app.widgets.plain_text import plain_label

_WIDEST: Final = 680
_MOST_ROWS: Final = 10
_TOP: Final = 72
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QFrame):
    """Floats over its window until an action is chosen or the keyboard goes elsewhere; then it is gone.

    Emits closed, and chosen(Action) after it has closed and the keyboard is back where it was. An action that cannot
    be done now says why and stays.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: ThemeHolder, lines: Sequence[ActionLine], window: QWidget) -> None:
        super().__init__(window)
        self._lines = tuple(lines)
        self._before: QWidget | None = window.focusWidget()
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("All actions"))
        self.field, self.view, self.model = QLineEdit(self), QListView(self), ActionList()
        self.none = plain_label(self.tr("No action is called that."), "muted", self)
        self._fill(theme)
        self._arrange()
        window.installEventFilter(self)
        for part in (self.field, self.view):
            part.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.view.clicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._announce())
        self._find("")

    def _fill(self, theme: ThemeHolder) -> None:
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.field.setMaxLength(100)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Actions"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setItemDelegate(ActionDelegate(theme, LINE, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QFrame.Shape.NoFrame)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.M, spacing.M, spacing.M, spacing.M)
        column.setSpacing(spacing.S)
        column.addWidget(self.field)
        column.addWidget(self.none)
        column.addWidget(self.view)

    def open(self) -> None:
        """Show it with the keyboard in its field."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, typed: str) -> None:
        found = best_first(typed, self._lines, _names)
        self.model.show_lines(found)
        self.none.setVisible(not found)
        self.view.setVisible(bool(found))
        self._place()
        self.view.setCurrentIndex(self.model.index(0))

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        rows = min(_MOST_ROWS, self.model.rowCount(), max(1, (window.height() - _TOP - 80) // ROW))
        self.view.setFixedHeight(max(1, rows) * ROW + 2 * self.view.frameWidth() + 2)
        width = min(_WIDEST, window.width() - 2 * spacing.L)
        self.setGeometry((window.width() - width) // 2, _TOP, width, 0)
        self.setFixedWidth(width)
        self.adjustSize()

    def _announce(self) -> None:
        """Have a screen reader say the line chosen while the keyboard stays in the field."""
        line = self.model.line(self.view.currentIndex().row())
        if line is not None:
            announce(self.field, line.spoken)

    def _take(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is None:
            return
        if line.enabled:
            self.close_down()
            self.chosen.emit(line.action)
        else:
            self._announce()

    def close_down(self) -> None:
        """Go, and give the keyboard back to where it was."""
        window, before = self.parentWidget(), self._before
        self._before = None
        self.hide()
        self.closed.emit()
        self.deleteLater()
        if window is None:
            return
        window.removeEventFilter(self)
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            window.setFocus()

    # ---------------------------------------------------------------- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field; stay in the middle of the window; go when the keyboard has gone elsewhere."""
        if watched is self.parentWidget():
            self._heed_window(event)
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.modifiers() == Qt.KeyboardModifier.NoModifier)
            return event.isAccepted()  # nothing typed here is a shortcut of the page below
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._heed_focus)
        return False

    def _heed_window(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._heed_press(event)

    def _heed_press(self, event: QMouseEvent) -> None:
        if not self.geometry().contains(event.position().toPoint()):
            self.close_down()  # pressed where nothing takes the keyboard

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_down()
        elif key in _ENTER:
            self._take(self.view.currentIndex())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            other = self.view if watched is self.field and self.view.isVisible() else self.field
            other.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _STEPS and watched is self.field:
            self._step(Qt.Key(key))
        else:
            return False
        return True

    def _step(self, key: Qt.Key) -> None:
        last = self.model.rowCount() - 1
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_MOST_ROWS, Qt.Key.Key_PageDown: _MOST_ROWS}[
            key
        ]
        row = self.view.currentIndex().row() + by
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = row % (last + 1) if last >= 0 else 0  # round the end, as in any palette
        self.view.setCurrentIndex(self.model.index(max(0, min(last, row))))

    def _heed_focus(self) -> None:
        window = self.window()
        focused = window.focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        if self.isVisible() and window.isActiveWindow() and not inside:
            self._before = focused  # the keyboard is where the person put it
            self.close_down()


def _names(line: ActionLine) -> tuple[str, ...]:
    entry = line.action.entry
    return entry.title, line.place, f"{entry.page} {entry.name}".replace("_", " ")
