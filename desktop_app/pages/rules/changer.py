"""Changes categories and rules for the page, and then labels the history anew, step by step, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.domain.errors import KairosError
from engine.domain.labelling import Relabelled, RulesChange

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules


class RulesChanger(QObject):
    """Emits changed(RulesChange) once an edit is stored, relabelled(Relabelled) for each step, and settled at the end.

    Each step is a question of its own, so that others are answered in between. An edit meanwhile begins anew:
    what is labelled already stays, and what is left is known to the engine, also after the window was closed.
    """

    changed = Signal(object)
    relabelled = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules: Rules | None = None
        self._background: Background | None = None
        self._steps: Iterator[Relabelled] | None = None
        self._asking = False

    @property
    def busy(self) -> bool:
        """Whether the history is being labelled."""
        return self._steps is not None

    def attach(self, rules: Rules, background: Background) -> None:
        """Give it the engine's rules."""
        self._rules, self._background = rules, background

    def change(
        self, edit: Callable[[Rules], RulesChange], then: Callable[[RulesChange], object] = lambda _change: None
    ) -> None:
        """Do an edit; then: called once it is stored."""
        rules, background = self._rules, self._background

        def done(change: RulesChange) -> None:
            self.done(change)
            then(change)

        if rules is not None and background is not None:
            background.ask(self, lambda: edit(rules), done, self.failed.emit)

    def done(self, change: RulesChange) -> None:
        """Heed an edit that was stored elsewhere."""
        self.changed.emit(change)
        if change.labels:
            self.relabel()

    def relabel(self) -> None:
        """Label what older rules have labelled, from the beginning."""
        if self._rules is None:
            return
        self._steps = self._rules.relabel()
        if not self._asking:
            self._ask()

    def _ask(self) -> None:
        steps, background = self._steps, self._background
        if steps is None or background is None:
            return
        self._asking = True
        background.ask(
            self,
            lambda: next(steps, None),
            lambda step: self._tell(steps, step),
            lambda error: self._fail(steps, error),
        )

    def _tell(self, steps: Iterator[Relabelled], step: Relabelled | None) -> None:
        self._asking = False
        if steps is not self._steps:
            self._ask()
        elif step is None:
            self._steps = None
            self.settled.emit()
        else:
            self.relabelled.emit(step)
            self._ask()

    def _fail(self, steps: Iterator[Relabelled], error: KairosError) -> None:
        self._asking = False
        if steps is not self._steps:
            self._ask()
            return
        self._steps = None
        self.failed.emit(error)
        self.settled.emit()
