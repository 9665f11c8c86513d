"""The Documents page itself: which part of it is in sight, and what is read when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.documents.failures_panel import FailuresPanel
from desktop_app.pages.documents.folder_keeping import FolderKeeping
from desktop_app.pages.documents.folders_panel import FoldersPanel
from desktop_app.pages.documents.hit_words import HitWords
from desktop_app.pages.documents.library import Library
from desktop_app.pages.documents.opening import Opener
from desktop_app.pages.documents.part_bar import Part, PartBar
from desktop_app.pages.documents.search_panel import SearchPanel
from desktop_app.pages.documents.sheet import Sheet, read_sheet
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.format import Wording
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.toast import Toast
from desktop_app.widgets.waiting import Waiting
from engine.domain.clock import Clock, SystemClock
from engine.domain.documents import Document, IndexPhase, IndexStatus
from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from engine.api import Documents

_SETTLE_MS: Final = 150
_GROWING_MS: Final = 1_000  # while documents are being read their numbers are read this often


class DocumentsPage(QWidget):
    """Search, folders, and what could not be read; emits settings_requested, and what desktop_app.packs is to open."""

    settings_requested = Signal()
    packs_wanted = Signal(str)

    def __init__(
        self, theme: ThemeHolder, library: Library, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._clock = clock or SystemClock(lambda: "UTC")
        self._wording = Wording(library.zone, self)
        self._part = Part.SEARCH
        self._keys_wait = False  # for the folders to be known
        self.sheet: Sheet | None = None
        self.status = IndexStatus()
        self.setProperty("role", "page")
        words = self._words = HitWords(self._wording, lambda: self._clock.now().wall_ms, self)
        self.bar = PartBar(self)
        self.search = SearchPanel(theme, library, words, self)
        self.folders = FoldersPanel(self)
        self.failures = FailuresPanel(theme, self)
        self.empty = self._make_empty(theme)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.toast = Toast(self)
        self.opener = Opener(self)
        self.keeping = FolderKeeping(library, self)
        self._reread = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._arrange()
        self._connect()
        self._attach()

    def _make_empty(self, theme: ThemeHolder) -> EmptyState:
        return EmptyState(
            theme,
            "documents",
            self.tr("No folder yet"),
            self.tr(
                "Choose a folder, and Kairos reads the documents in it, so that you find them by their words and by "
                "what they are about. No folder is read that you do not name, and nothing leaves this computer."
            ),
            self.tr("Choose a folder…"),
            self,
        )

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        for part in (self.search, self.folders, self.failures, self.empty):
            self._stack.addWidget(part)
        self._nothing = Waiting(self)  # until it is known whether there are folders
        self._stack.addWidget(self._nothing)
        self._stack.setCurrentWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.M)
        for widget in (self.bar, self.error):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.bar.hide()

    def _connect(self) -> None:
        self._library.ready.connect(self._attach)
        self._library.status_shown.connect(self._show_status)
        self._reread.timeout.connect(self.refresh)
        self.bar.picked.connect(self.show_part)
        self.empty.clicked.connect(self.keeping.ask_add)
        self.search.settings_requested.connect(self.settings_requested)
        view, folders, keeping = self.search.view, self.folders, self.keeping
        view.open_wanted.connect(self.opener.open)
        self.search.start.digest.open_wanted.connect(self._open_path)
        self.search.start.digest.packs.wanted.connect(self.packs_wanted)
        view.reveal_wanted.connect(self.opener.reveal)
        view.copy_wanted.connect(self.opener.copy_path)
        folders.add_wanted.connect(keeping.ask_add)
        folders.change_wanted.connect(keeping.ask_change)
        folders.remove_wanted.connect(keeping.ask_remove)
        folders.look_wanted.connect(self._look_for_changes)
        self.failures.reveal_wanted.connect(self.opener.reveal)
        self.failures.again_wanted.connect(self._try_again)
        self.bar.strip.pause_wanted.connect(lambda: self._command(lambda documents: documents.pause()))
        self.bar.strip.resume_wanted.connect(lambda: self._command(lambda documents: documents.resume()))
        keeping.changed.connect(self._folders_changed)
        keeping.failed.connect(self._fail)
        keeping.undoable.connect(self.toast.offer)
        on_keys(self, QKeySequence.StandardKey.Undo, self.toast.undo)
        for teller in (self.opener.said, keeping.said):
            teller.connect(self.toast.say)
        for keys in ("/", "Ctrl+F"):
            on_keys(self, keys, self.focus_search)

    # ---------------------------------------------------------------- reading

    def _attach(self) -> None:
        if self._library.is_open:
            self._wording.set_zone(self._library.zone)
            self._library.tell_week(self._words.week)
            self._library.look()
            self.refresh()

    @property
    def at_rest(self) -> bool:
        """Whether nothing is to be read or asked by itself."""
        return not self._reread.isActive() and self.search.searcher.at_rest

    def refresh(self) -> None:
        """Read the folders and what could not be read anew."""
        self._library.ask(self, read_sheet, self._show_sheet, self._fail)

    def _show_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.folders.show_sums(sheet.sums)
        self.failures.show_failures(sheet.failures)
        self.search.show_overview(sheet.overview)
        self.bar.show_counts(len(sheet.sums), sheet.overview.failed)
        self._show_stack()
        if self._keys_wait:
            self.lead_keys()

    def _show_status(self, status: IndexStatus) -> None:
        before, self.status = self.status, status
        self.bar.strip.show_status(status)
        if (before.phase, before.done) == (status.phase, status.done) or self._reread.isActive():
            return
        self._reread.start(_SETTLE_MS if status.phase is IndexPhase.IDLE else _GROWING_MS)

    def show_part(self, part: Part) -> None:
        """Show the search, the folders, or what could not be read."""
        self._part = part
        self._show_stack()

    def _show_stack(self) -> None:
        if self.sheet is None:
            return
        named = bool(self.sheet.sums)
        self.bar.setVisible(named)
        self.bar.mark(self._part)
        parts = {Part.SEARCH: self.search, Part.FOLDERS: self.folders, Part.FAILURES: self.failures}
        self._stack.setCurrentWidget(parts[self._part] if named else self.empty)

    def focus_search(self) -> None:
        """Go to the search with the keys."""
        if self.sheet is None or not self.sheet.sums:
            return
        self.show_part(Part.SEARCH)
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def lead_keys(self) -> None:
        """Let typing search at once, for who opened the page with keys; another part that is in sight stays."""
        self._keys_wait = self.sheet is None
        if self._part is Part.SEARCH:
            self.focus_search()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since the page was last looked at."""
        super().showEvent(event)
        self._library.want_status(wanted=True)
        self._library.tell_week(self._words.week)
        if self.sheet is not None:
            self._reread.start(_SETTLE_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page that nobody sees."""
        self._library.want_status(wanted=False)
        self._reread.stop()
        self._keys_wait = False
        super().hideEvent(event)

    # ---------------------------------------------------------------- changing

    def _folders_changed(self) -> None:
        self.error.hide()
        self.refresh()
        self._library.start_indexing()

    def _open_path(self, path: str) -> None:
        self._library.ask(self, lambda engine: engine.find_document(path), self.opener.open, self._fail)

    def _look_for_changes(self) -> None:
        self._try_again(())
        self.toast.say(self.tr("Kairos looks for changes in your folders now."))

    def _try_again(self, documents: tuple[Document, ...]) -> None:
        ids = [one.id for one in documents]
        self._command(lambda engine: engine.read_again(ids))

    def _command(self, act: Callable[[Documents], object]) -> None:
        self._library.ask(self, act, lambda _done: self._commanded(), self._fail)

    def _commanded(self) -> None:
        self.error.hide()
        self._library.look()
        self._reread.start(_SETTLE_MS)

    def _fail(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
