"""Puts the history right for the page: asks the engine beside the window, says what was done, takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.edit_activity import EditActivity, Subject
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.timeline.action_words import ActionWords
from desktop_app.pages.timeline.shown_document import ShownDocumentDialog
from desktop_app.pages.timeline.shown_words import changed_words
from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.widgets.format import Wording
from engine.domain.corrections import Changed, Said
from engine.domain.document_use import UseCorrected
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.stretches import LabelOverride

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine


class TimelineCorrector(QObject):
    """Emits changed once the history is another one, and said(text, can be undone)."""

    changed = Signal()
    said = Signal(str, bool)

    def __init__(self, wording: Wording, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._wording = wording
        self._words = ActionWords(wording, self)
        self._engine: Engine | None = None
        self._background: Background | None = None
        self.dialog: EditActivity | None = None
        self.shown_dialog: ShownDocumentDialog | None = None

    def attach(self, engine: Engine, background: Background) -> None:
        """Give it the engine that stores corrections."""
        self._engine, self._background = engine, background

    def edit(self, span: Interval, history: LabelledHistory) -> None:
        """Open the dialog on a stretch of time."""
        stretches = tuple(one for one in history.stretches if one.interval.clip(span) is not None)
        self._open(Subject(span, stretches), history)

    def add(self, span: Interval, history: LabelledHistory) -> None:
        """Open the dialog for time that the machine did not see."""
        self._open(Subject(span, ()), history)

    def _open(self, subject: Subject, history: LabelledHistory) -> None:
        if self._engine is None or self._background is None:
            return
        dialog = EditActivity(
            subject, self._engine.corrections, self._background, history.tree, self._wording, self._page
        )
        dialog.stored.connect(self._done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def show_document(self, span: Interval, history: LabelledHistory) -> None:
        """Ask which document is shown by what fills most of the time."""
        engine, background = self._engine, self._background
        titled = tuple(one for one in history.stretches if one.what.title and one.interval.clip(span) is not None)
        subject = Subject(span, titled).fullest
        if engine is None or background is None:
            return
        if subject is None:
            self.said.emit(self.tr("No window with a title was in front then"), False)
            return
        at_ms = max(span.start_ms, subject.interval.start_ms)
        dialog = ShownDocumentDialog(at_ms, subject.what.title, engine.document_use, background, self._page)
        dialog.changed.connect(self._document_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        self.shown_dialog = dialog
        dialog.open()

    def _document_changed(self, said: UseCorrected) -> None:
        self.said.emit(changed_words(said), False)
        self.changed.emit()

    def _closed(self) -> None:
        self.dialog = self.shown_dialog = None

    def label(self, span: Interval, category_id: int) -> None:
        """Count the time as a category, NO_CATEGORY for none."""
        said = Said(labels=LabelOverride(category_id))
        self._ask(lambda engine: engine.corrections.change(span.start_ms, span.end_ms, said), self._done)

    def delete(self, span: Interval) -> None:
        """Take the time out of every total."""
        self._ask(lambda engine: engine.corrections.delete(span.start_ms, span.end_ms), self._done)

    def revert(self, span: Interval) -> None:
        """Make the time again as it was recorded."""
        self._ask(lambda engine: engine.corrections.revert(span.start_ms, span.end_ms), self._done)

    def undo(self) -> None:
        """Take the last action back and name it."""
        self._ask(lambda engine: engine.corrections.undo(), self._undone)

    def redo(self) -> None:
        """Make the last action taken back again and name it."""
        self._ask(lambda engine: engine.corrections.redo(), self._redone)

    def _ask(self, question: Callable[[Engine], Changed | None], answer: Callable[[Changed | None], None]) -> None:
        engine = self._engine
        if engine is not None and self._background is not None:
            self._background.ask(self, lambda: question(engine), answer, self._refused)

    def _done(self, changed: Changed | None) -> None:
        if changed is not None:
            self.said.emit(self._words.done(changed), True)
            self.changed.emit()

    def _undone(self, changed: Changed | None) -> None:
        self.said.emit(self.tr("Nothing to undo") if changed is None else self._words.undone(changed), False)
        self.changed.emit()

    def _redone(self, changed: Changed | None) -> None:
        text = self.tr("Nothing to redo") if changed is None else self._words.redone(changed)
        self.said.emit(text, changed is not None)
        self.changed.emit()

    def _refused(self, error: KairosError) -> None:
        self.said.emit(f"⚠ {error_sentence(error)}", False)
