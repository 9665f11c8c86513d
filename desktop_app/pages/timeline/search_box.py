"""The search over titles: a field, and a list under it that leads to the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.found import Found

MOST: Final = 100
_PAUSE_MS: Final = 180
_SHORTEST: Final = 2
_LIST_WIDTH: Final = 460
_ROW: Final = 30
_MOST_ROWS: Final = 10
_LONGEST: Final = 140


class SearchBox(QLineEdit):
    """Emits asked(words) once typing rests, and opened(Found) for the result chosen; the list is a child of host."""

    asked = Signal(str)
    opened = Signal(object)

    def __init__(self, when: Callable[[int], str], app: Callable[[str], str], host: QWidget) -> None:
        super().__init__(host)
        self._when, self._app, self._host = when, app, host
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)
        self.setFixedHeight(spacing.TARGET)  # its frame grows with the keyboard in it
        self.results = QListWidget(host)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.setUniformItemSizes(True)
        self.results.hide()
        self._found: tuple[Found, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(self._edited)
        self.results.itemClicked.connect(lambda _item: self._open())
        host.installEventFilter(self)
        self.speak()

    def speak(self) -> None:
        """Write what it is for in the window's language."""
        self.setPlaceholderText(self.tr("Search titles and apps  ( / )"))
        self.setAccessibleName(self.tr("Search titles and apps"))
        self.results.setAccessibleName(self.tr("Search results"))

    def show_found(self, words: str, found: Sequence[Found]) -> None:
        """Show what was found for the words, unless others stand there by now."""
        if words != self.text().strip() or not self.hasFocus():
            return
        self._found = tuple(found)
        self.results.clear()
        for one in self._found:
            words_of = isolated(foreign(self._app(one.app))), isolated(foreign(one.title))
            parts = (self._when(one.interval.start_ms), *words_of)
            item = QListWidgetItem("  ·  ".join(part for part in parts if part)[:_LONGEST], self.results)
            item.setSizeHint(QSize(0, _ROW))
        if not self._found:
            nothing = QListWidgetItem(self.tr("Nothing found"), self.results)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.setCurrentRow(0 if self._found else -1)
        self._place()
        self.results.show()
        self.results.raise_()

    def close_results(self) -> None:
        """Put the list away."""
        self._timer.stop()
        self.results.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list with the arrows, open with Enter, leave with Escape."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_results()
            self.clear()
            self.clearFocus()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            last = len(self._found) - 1
            row = self.results.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.results.setCurrentRow(max(0, min(last, row)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open() if self.results.isVisible() else self._edited(self.text())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the list under the field when the page changes its size, away when it is hidden."""
        if event.type() == QEvent.Type.Hide:
            self.close_results()
        elif event.type() == QEvent.Type.Resize and self.results.isVisible():
            self._place()
        return False

    def _edited(self, text: str) -> None:
        a_word = len(text.strip()) >= _SHORTEST or any(letter > "\u2e80" for letter in text)  # one Chinese sign is
        if not a_word:
            self.close_results()
        else:
            self._timer.start()

    def _open(self) -> None:
        row = self.results.currentRow()
        if 0 <= row < len(self._found):
            self.close_results()
            self.opened.emit(self._found[row])

    def _place(self) -> None:
        corner = self.mapTo(self._host, QPoint(self.width(), self.height() + 4))
        width = min(max(self.width(), _LIST_WIDTH), self._host.width() - 16)
        rows = max(1, min(_MOST_ROWS, self.results.count()))
        height = min(rows * _ROW + 8, self._host.height() - corner.y() - 8)
        self.results.setGeometry(max(8, corner.x() - width), corner.y(), width, height)
