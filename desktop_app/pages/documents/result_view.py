"""The list of what was found, led by keys as well as by the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desktop_app.pages.documents.result_list import ResultList
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.hit_delegate import HitDelegate
from desktop_app.widgets.hit_row import HitRow
from engine.domain.documents import Document, SearchHit

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultView(QListView):
    """Emits open_wanted, reveal_wanted and copy_wanted(Document), chosen_changed, and left for Up on the first row."""

    open_wanted = Signal(object)
    reveal_wanted = Signal(object)
    copy_wanted = Signal(object)
    chosen_changed = Signal()
    left = Signal()

    def __init__(self, theme: ThemeHolder, words: Callable[[SearchHit], HitRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultList(words, self)
        self.setModel(self.results)
        self.setItemDelegate(HitDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents found"))
        self.setAccessibleDescription(
            self.tr("Enter opens a document, Ctrl+Enter shows it in its folder, Ctrl+C copies its path.")
        )
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda _index: self._tell(self.open_wanted))
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.results.modelReset.connect(self.chosen_changed)

    @property
    def chosen(self) -> Document | None:
        """The document chosen, None where none is."""
        return self.results.document(self.currentIndex().row())

    @property
    def is_touched(self) -> bool:
        """Whether someone points at a row, has chosen one or has scrolled: then no row may move."""
        pointed = self.isVisible() and self.viewport().underMouse()
        return pointed or self.currentIndex().isValid() or self.verticalScrollBar().value() > 0

    def choose(self, row: int) -> None:
        """Choose a row, and go to it with the keys."""
        self.setCurrentIndex(self.results.index(row))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_anew(self, hits: Sequence[SearchHit]) -> None:
        """Show these hits in their order; the document chosen stays chosen."""
        chosen = self.chosen
        self.results.show_hits(hits)
        keys = self.results.keys
        if chosen is not None and chosen.id in keys:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.results.index(keys.index(chosen.id)), flag)
        else:
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, show in the folder, copy, or go back to where the words are typed."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER:
            self._tell(self.reveal_wanted if control else self.open_wanted)
        elif control and event.key() == Qt.Key.Key_C:
            self._tell(self.copy_wanted)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, signal: SignalInstance) -> None:
        document = self.chosen
        if document is not None:
            signal.emit(document)

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, signal in (
            (self.tr("Open"), self.open_wanted),
            (self.tr("Show in folder"), self.reveal_wanted),
            (self.tr("Copy path"), self.copy_wanted),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, wanted=signal: self._tell(wanted))
            menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(point))
