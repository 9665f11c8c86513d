"""Rules suggested for what has no category: asked for beside the window, made, declined, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop_app.dialogs.rule_words import category_path
from desktop_app.pages.rules.changer import RulesChanger
from engine.domain.categories import CategoryTree
from engine.domain.labelling import RulesChange
from engine.domain.rule_suggestion import RuleSuggestion, Suggested

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import RuleSuggestions

_MOST: Final = 60


class Suggester(QObject):
    """Asks step by step, so that others are answered in between.

    told(Suggested): what can be suggested now. done(text, what is on the button that takes it back).
    failed(KairosError): nothing could be asked. tree: the categories, for the names of what was done.
    """

    told = Signal(object)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, changer: RulesChanger, wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        """wanted: whether anybody would see what is suggested."""
        super().__init__(parent)
        self.tree = CategoryTree(())
        self._changer, self._wanted = changer, wanted
        self._suggestions: RuleSuggestions | None = None
        self._lane: Background | None = None
        self._known = Suggested()
        self._due = True
        self._asking = False
        self._way_back: Callable[[], object] | None = None

    def attach(self, suggestions: RuleSuggestions, lane: Background) -> None:
        """Give it the engine's suggestions, and the lane that may wait for the process that knows meaning."""
        self._suggestions, self._lane = suggestions, lane

    # ---------------------------------------------------------------- asking

    def outdate(self) -> None:
        """Ask anew once it is wanted: what has no category is other than it was."""
        self._due = True
        self.look()

    def look(self) -> None:
        """Ask where that is due and wanted."""
        suggestions, lane = self._suggestions, self._lane
        if suggestions is None or lane is None or self._asking or not self._due or not self._wanted():
            return
        self._asking, self._due = True, False
        lane.ask(self, lambda: suggestions.step(_MOST), self._take, self._fail)

    def _take(self, suggested: Suggested) -> None:
        self._asking = False
        if suggested.unread:
            self._due = True
        else:
            self._known = suggested
            self._tell()
        self.look()

    def _fail(self, error: object) -> None:
        self._asking = False
        self.failed.emit(error)

    def _tell(self) -> None:
        if self._suggestions is not None:
            self.told.emit(self._suggestions.left(self._known))

    # ---------------------------------------------------------------- answering

    def accept(self, one: RuleSuggestion) -> None:
        """Make the rule that is suggested."""
        suggestions = self._suggestions
        if suggestions is not None:
            self._changer.change(lambda _rules: suggestions.accept(one), partial(self._accepted, one))

    def _accepted(self, one: RuleSuggestion, change: RulesChange) -> None:
        (number,) = change.rules
        self._way_back = lambda: self._changer.change(lambda rules: rules.remove_rule(number))
        told = self.tr("Counted as %1 from now on, by a rule.")
        self.done.emit(told.replace("%1", category_path(self.tree, one.category_id)))

    def decline(self, one: RuleSuggestion) -> None:
        """Have this not suggested again."""
        if self._suggestions is None:
            return
        self._suggestions.decline(one)
        self._keep()
        self._tell()
        self._way_back = partial(self._allow, one)
        self.done.emit(self.tr("Not suggested again."))

    def _allow(self, one: RuleSuggestion) -> None:
        if self._suggestions is not None:
            self._suggestions.decline(one, declined=False)
            self._keep()
            self.outdate()

    def _keep(self) -> None:
        if self._suggestions is not None and self._lane is not None:
            self._lane.ask(self, self._suggestions.keep, None, self.failed.emit)

    def undo(self) -> None:
        """Take back what was answered last."""
        way_back, self._way_back = self._way_back, None
        if way_back is not None:
            way_back()
