"""A goal: how much of what, how often; and what it would have been lately."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.goal_form import GoalChoices, GoalForm
from desktop_app.dialogs.goal_preview import GoalPreview
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.format import Wording
from desktop_app.widgets.reading_order import lead_on
from engine.domain.errors import KairosError
from engine.domain.goals import Goal

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Goals

_WIDTH: Final = 480


class EditGoal(AskingDialog):
    """Emits stored once saved or removed; what the engine refuses is said in the dialog, which stays open.

    goal: the one to change, with number 0 one to add. undoable: what was done to one that was there, and a call that
    takes it back, to be made beside the window.
    """

    undoable = Signal(str, object)

    def __init__(  # noqa: PLR0913, PLR0917  (what it shows and whom it asks)
        self,
        goal: Goal,
        choices: GoalChoices,
        goals: Goals,
        background: Background,
        theme: ThemeHolder,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._goal, self._goals = goal, goals
        self._undo: tuple[str, Callable[[], object]] | None = None
        self.setWindowTitle(self.tr("Change goal") if goal.id else self.tr("New goal"))
        self.setMinimumWidth(_WIDTH)
        self.form = GoalForm(goal, choices, self)
        self.preview = GoalPreview(goals, background, theme, wording, self)
        self.column.addWidget(self.form)
        self.column.addWidget(self.preview)
        self.remove_button.setVisible(bool(goal.id))
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.form.changed.connect(self._try)
        self.form.measure.setFocus()  # the first field, as it is read
        self._try()

    def said(self) -> Goal:
        """Return the goal as it is written now."""
        return replace(self.form.said(), id=self._goal.id, made_ms=self._goal.made_ms)

    def _try(self) -> None:
        self.error.hide()
        self.save_button.setEnabled(self.form.complete())
        self.preview.show_goal(self.said() if self.form.complete() else None)

    def _save(self) -> None:
        goal, before, goals = self.said(), self._goal, self._goals
        if goal.id:
            self._ask(lambda: goals.change(goal), self.tr("Goal changed"), lambda: goals.change(before))
        else:
            self._ask(lambda: goals.add(goal))

    def _remove(self) -> None:
        before, goals = self._goal, self._goals
        back = replace(before, id=0)
        self._ask(lambda: goals.remove(before.id), self.tr("Goal removed"), lambda: goals.add(back))

    def _ask(self, act: Callable[[], object], told: str = "", back: Callable[[], object] | None = None) -> None:
        self._undo = None if back is None else (told, back)
        self.ask(act)

    def _close(self, done: object) -> None:
        if self._undo is not None:
            self.undoable.emit(*self._undo)
        super()._close(done)

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused; what is not whole cannot be saved."""
        super().refuse(error)
        self.save_button.setEnabled(self.form.complete())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go through the dialog as it is read."""
        return lead_on(self, forward=forward)
