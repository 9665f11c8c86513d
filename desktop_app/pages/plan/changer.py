"""Changes the plan for the page: asks the engine beside the window, says what was done, takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.series_question import SeriesQuestion
from desktop_app.pages.plan.words import PlanWords
from desktop_app.widgets.plain_text import isolated
from engine.domain.blocks import About, Block, Occurrence, Scope
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine, Plan


class PlanChanger(QObject):
    """Emits changed once the plan is another one, refused where it stays as it is, and said(text, can be undone).

    stepped: a change was taken back, or made again.
    """

    changed = Signal()
    refused = Signal()
    stepped = Signal()
    said = Signal(str, bool)

    def __init__(self, words: PlanWords, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._words = page, words
        self._engine: Engine | None = None
        self._background: Background | None = None
        self.question: SeriesQuestion | None = None

    def attach(self, engine: Engine, background: Background) -> None:
        """Give it the engine that keeps the plan."""
        self._engine, self._background = engine, background

    def add(self, about: About, span: Interval, zone: str) -> None:
        """Plan a block."""
        text = self.tr("Planned %1: %2").replace("%1", isolated(self._words.name(about)))
        text = text.replace("%2", self._words.when(span))
        self.ask(lambda plan: plan.add(Block(about, span, zone)), text)

    def move(self, occurrence: Occurrence, to: Interval) -> None:
        """Give a time of a block another place; of a repeated one it is asked which times are meant."""
        text = self.tr("Moved %1: %2").replace("%1", isolated(self._words.name(occurrence.block.about)))
        text = text.replace("%2", self._words.when(to))
        self._of_series(
            occurrence, self.tr("Move it"), lambda scope: self.ask(lambda plan: plan.move(occurrence, to, scope), text)
        )

    def remove(self, occurrence: Occurrence) -> None:
        """Remove a block; of a repeated one it is asked which times are meant."""
        text = self.tr("Removed %1").replace("%1", isolated(self._words.name(occurrence.block.about)))
        self._of_series(
            occurrence, self.tr("Remove it"), lambda scope: self.ask(lambda plan: plan.remove(occurrence, scope), text)
        )

    def protect(self, occurrence: Occurrence) -> None:
        """Protect a block, or let it be soft again."""
        about = replace(occurrence.block.about, protected=not occurrence.block.about.protected)
        name = isolated(self._words.name(about))
        text = self.tr("%1 is protected") if about.protected else self.tr("%1 is no longer protected")
        block = replace(occurrence.block, about=about)
        self.ask(lambda plan: plan.change(block), text.replace("%1", name))

    def _of_series(self, occurrence: Occurrence, act: str, then: Callable[[Scope], None]) -> None:
        if not occurrence.block.recurrence.repeats:
            then(Scope.ALL)
            return
        question = SeriesQuestion(act, self._words.name(occurrence.block.about), self._page)
        question.chosen.connect(then)
        question.rejected.connect(self.refused)
        question.finished.connect(question.deleteLater)
        question.finished.connect(self._closed)
        self.question = question
        question.open()

    def _closed(self) -> None:
        self.question = None

    def undo(self) -> None:
        """Take the last change back and name it."""
        self._ask(lambda plan: plan.undo(), self._undone)

    def redo(self) -> None:
        """Make the last change taken back again and name it."""
        self._ask(lambda plan: plan.redo(), self._redone)

    def ask(self, change: Callable[[Plan], object], text: str) -> None:
        """Make a change, and say the text once it is made."""

        def done(_made: object) -> None:
            self.tell(text)

        self._ask(change, done)

    def tell(self, text: str) -> None:
        """Say what was done, which can be undone, and have the plan read anew."""
        self.said.emit(text, True)
        self.changed.emit()

    def _ask(self, change: Callable[[Plan], object], answer: Callable[[object], None]) -> None:
        engine = self._engine
        if engine is not None and self._background is not None:
            self._background.ask(self, lambda: change(engine.plan), answer, self.refuse)

    def _undone(self, what: object) -> None:
        self.said.emit(self.tr("Nothing to undo") if what is None else self._words.undone(str(what)), False)
        self.changed.emit()
        self.stepped.emit()

    def _redone(self, what: object) -> None:
        text = self.tr("Nothing to redo") if what is None else self._words.redone(str(what))
        self.said.emit(text, what is not None)
        self.changed.emit()
        self.stepped.emit()

    def refuse(self, error: KairosError) -> None:
        """Say why nothing was changed, and show the plan as it is."""
        self.said.emit(f"⚠ {error_sentence(error)}", False)
        self.refused.emit()
