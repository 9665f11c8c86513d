"""Search: the words, the filters, how far the answer is, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.pages.documents.filter_bar import FilterBar
from desktop_app.pages.documents.hit_words import HitWords
from desktop_app.pages.documents.library import Library
from desktop_app.pages.documents.result_foot import ResultFoot
from desktop_app.pages.documents.result_view import ResultView
from desktop_app.pages.documents.search_start import SearchStart
from desktop_app.pages.documents.searcher import LONGEST, MOST, Searcher, Stage
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.icons import icon_pixmap
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.document_status import DocumentsOverview
from engine.domain.documents import SearchHit
from engine.domain.errors import KairosError

_ICON: Final = 16
_LONGEST_SHOWN: Final = 60


class SearchPanel(QWidget):
    """Emits settings_requested where meaning could be had by a setting."""

    settings_requested = Signal()

    def __init__(
        self,
        theme: ThemeHolder,
        library: Library,
        words: HitWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.searcher = Searcher(library, self)
        self.field = QLineEdit(self)
        self.filters = FilterBar(self)
        self.view = ResultView(theme, words.row, self)
        self.start = SearchStart(library, self)
        self.none = EmptyState(theme, "search", self.tr("Nothing found"), "", self.tr("Clear filters"), self)
        self.refusal = Paragraph("", "muted", self)
        self.refusal.hide()
        self.foot = ResultFoot(self)
        self._whole: Sequence[SearchHit] = ()
        self._arrange()
        self._dress()
        self._connect()
        theme.changed.connect(self._dress)
        self._tell(self.searcher.stage)

    def _arrange(self) -> None:
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search in your documents"))
        self.field.setAccessibleName(self.tr("Search in your documents"))
        self.field.installEventFilter(self)
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        found = QWidget(self)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self._stack = QStackedWidget(self)
        for part in (self.start, found, self.none):
            self._stack.addWidget(part)
        self._found = found
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.field)
        column.addWidget(self.filters)
        column.addWidget(self.refusal)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.field)

    def _dress(self) -> None:
        colour = self._theme.palette.colour("muted")
        self._glass.setIcon(QIcon(icon_pixmap("search", colour, _ICON, self.devicePixelRatioF())))

    def _connect(self) -> None:
        searcher, view = self.searcher, self.view
        self.field.textEdited.connect(lambda _text: self._ask())
        self.field.textChanged.connect(lambda text: None if text else self._ask())
        self.filters.changed.connect(lambda: self._ask(at_once=True))
        self.start.taken.connect(self.search)
        self.start.settings_requested.connect(self.settings_requested)
        self.none.clicked.connect(self.filters.clear)
        self.foot.reorder.clicked.connect(self._sort_anew)
        self.foot.lack.clicked.connect(self.settings_requested)
        searcher.found.connect(self._show_words)
        searcher.blended.connect(self._blend)
        searcher.refused.connect(self._refuse)
        searcher.stage_changed.connect(self._tell)
        view.left.connect(self.field.setFocus)
        view.chosen_changed.connect(lambda: self.foot.enable(enabled=view.chosen is not None))
        for button, signal in (
            (self.foot.open_button, view.open_wanted),
            (self.foot.reveal_button, view.reveal_wanted),
            (self.foot.copy_button, view.copy_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=signal: wanted.emit(view.chosen))

    # ---------------------------------------------------------------- asking

    def search(self, text: str) -> None:
        """Put words into the field and look for them at once."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask(at_once=True)

    def show_overview(self, overview: DocumentsOverview) -> None:
        """Offer the folders as filters, and say how much can be found and in which way."""
        self.filters.show_folders([one.folder for one in overview.folders])
        count = self.tr("%Ln document(s) can be found", "", overview.indexed)
        self.start.show_summary(count, by_meaning=overview.embedded is not None)
        if overview.embedded is not None and self.searcher.meaning_lacks is not None:
            self.searcher.again()

    def _ask(self, *, at_once: bool = False) -> None:
        # The words come last: only what is last may be unfinished, or be cut where the whole is too long.
        parts = (self.filters.query, self.field.text().strip())
        self.searcher.ask(" ".join(part for part in parts if part), at_once=at_once)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field to the results with Down or Enter; Escape clears the field."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._stack.currentWidget() is self._found and self.view.results.rowCount():
                self.view.choose(max(0, self.view.currentIndex().row()))
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more for a panel that nobody sees."""
        self.searcher.rest()
        super().hideEvent(event)

    # ---------------------------------------------------------------- answers

    def _show_words(self, hits: Sequence[SearchHit]) -> None:
        self.refusal.hide()
        self.foot.reorder.hide()
        self._whole = ()
        self.view.setCurrentIndex(QModelIndex())
        self.view.show_anew(hits)
        self._show_part()

    def _blend(self, hits: Sequence[SearchHit]) -> None:
        """Bring in what meaning found; while someone points at the list its rows stay and the others follow below."""
        if self.view.is_touched:
            self.view.results.take_in(hits)
            wanted = tuple(hit.document.id for hit in hits)
            self._whole = hits
            self.foot.reorder.setVisible(self.view.results.keys[: len(wanted)] != wanted)
        else:
            self.view.show_anew(hits)
        self._show_part()
        self._tell(self.searcher.stage)

    def _sort_anew(self) -> None:
        self.view.show_anew(self._whole)
        self.foot.reorder.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        if self.view.results.rowCount() or self.searcher.stage not in {Stage.WHOLE, Stage.WORDS_ONLY}:
            self._stack.setCurrentWidget(self._found)  # what has none of the words may still mean it
            return
        words = foreign(self.field.text(), _LONGEST_SHOWN)
        title = self.tr("Nothing found for “%1”").replace("%1", words) if words else self.tr("Nothing found")
        self.none.set_texts(
            title,
            self.tr("Look at the spelling, use fewer words, or look at which folders are read and what could not be."),
        )
        self.none.button.setVisible(bool(self.filters.query))
        self._stack.setCurrentWidget(self.none)

    def _refuse(self, error: KairosError) -> None:
        self.refusal.setText(error_message(error))
        self.refusal.show()

    def _tell(self, stage: Stage) -> None:
        if stage is Stage.NOTHING:
            self.refusal.hide()
            self._stack.setCurrentWidget(self.start)
        elif stage in {Stage.WHOLE, Stage.WORDS_ONLY}:
            self._show_part()
        lacks = self.searcher.meaning_lacks
        self.foot.tell_lack(None if lacks is None else error_message(lacks))
        self.filters.told.setText(self._state(stage))

    def _state(self, stage: Stage) -> str:
        count = self.view.results.rowCount()
        number = (
            self.tr("%Ln document(s)", "", count) if count < MOST else self.tr("the best %Ln document(s)", "", count)
        )
        return {
            Stage.NOTHING: "",
            Stage.WORDS: self.tr("Looking…"),
            Stage.MEANING: self.tr("%1 by words · looking by meaning…").replace("%1", number),
            Stage.WHOLE: self.tr("%1 by words and meaning").replace("%1", number),
            Stage.WORDS_ONLY: self.tr("%1 by words").replace("%1", number),
            Stage.REFUSED: "",
        }[stage]
