"""Opens the dialogs of the page, and does what needs no dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop_app.dialogs.edit_category import EditCategory
from desktop_app.dialogs.edit_rule import Draft, EditRule
from desktop_app.dialogs.rule_words import category_path
from desktop_app.pages.rules.changer import RulesChanger
from desktop_app.pages.rules.sheet import Scope, Sheet
from desktop_app.pages.rules.ways_back import WayBack, as_before, follower, move_back, put_back
from desktop_app.widgets.format import Wording
from desktop_app.widgets.sentences import joined
from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.labelling import RulesChange
from engine.domain.rules import Expression, Rule

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules


class RulesEditor(QObject):
    """Works on the sheet it is shown; every edit goes through the changer.

    Emits undoable(what was done, the edit that takes it back) once it is stored.
    """

    undoable = Signal(str, object)

    def __init__(self, changer: RulesChanger, wording: Wording, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._changer, self._wording = page, changer, wording
        self._rules: Rules | None = None
        self._background: Background | None = None
        self.sheet = Sheet(CategoryTree(()), ())
        self.app_name: Callable[[str], str] = lambda app: app
        self.dialog: QDialog | None = None

    def attach(self, rules: Rules, background: Background) -> None:
        """Give it the engine's rules."""
        self._rules, self._background = rules, background

    # ---------------------------------------------------------------- categories

    def add_category(self, above: Category | None) -> None:
        """Ask for a new category, below another one or beside all."""
        self.edit_category(Category(0, "", None if above is None else above.id))

    def edit_category(self, category: Category | None) -> None:
        """Ask what is to be changed about a category."""
        if category is None or self._rules is None or self._background is None:
            return
        dialog = EditCategory(category, self.sheet.tree, self._rules, self._background, self._page)
        dialog.stored.connect(self._changer.done)
        self._open(dialog)

    def remove_category(self, category: Category | None) -> None:
        """Say what goes with a category, and remove it if that is meant."""
        if category is None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Kairos", "", parent=self._page)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove the category “%1”?").replace("%1", category_path(self.sheet.tree, category.id)))
        box.setInformativeText(self.what_goes(category.id))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        number = category.id

        def answered() -> None:
            if box.clickedButton() is remove:
                self._changer.change(lambda rules: rules.remove_category(number), self._offer_category)

        box.finished.connect(answered)
        self._open(box)

    def _offer_category(self, change: RulesChange) -> None:
        removed = change.removed
        if removed is not None:
            self.undoable.emit(self.tr("Category removed"), lambda rules: rules.restore_category(removed))

    def what_goes(self, category_id: int) -> str:
        """Return what removing a category touches."""
        rules = sum(rule.target == category_id for rule in self.sheet.rules)
        below = len(self.sheet.tree.children(category_id))
        sentences = []
        if rules:
            sentences.append(self.tr("%n rules go with it.", "", rules))
        if below:
            sentences.append(self.tr("%n categories below it move up.", "", below))
        sentences.append(self.tr("The time it counted is sorted anew by the other rules."))
        sentences.append(self.tr("Goals for it go too; blocks and corrections that name it name none then."))
        sentences.append(self.tr("Undo brings all of it back."))
        return joined(*sentences)

    # ---------------------------------------------------------------- rules

    def add_rule(self, scope: Scope, match: Expression | None = None) -> None:
        """Ask for a new rule, for the target of a scope where it has one."""
        facet, target = scope.facet or Facet.CATEGORY, scope.target
        self._edit(Draft(self.sheet.tree, self.sheet.rules, None, facet, target, match))

    def edit_rule(self, rule: Rule | None) -> None:
        """Ask what is to be changed about a rule."""
        if rule is not None:
            self._edit(Draft(self.sheet.tree, self.sheet.rules, rule))

    def _edit(self, draft: Draft) -> None:
        if self._rules is None or self._background is None:
            return
        dialog = EditRule(draft, self._rules, self._background, self._wording, self._page)
        dialog.name_apps(self.app_name)
        dialog.stored.connect(self._changer.done)
        rule = draft.rule
        if rule is not None:
            dialog.stored.connect(lambda _change: self.undoable.emit(self.tr("Rule changed"), as_before(rule)))
        self._open(dialog)

    def _do(self, edit: WayBack, told: str, back: WayBack) -> None:
        self._changer.change(edit, lambda _change: self.undoable.emit(told, back))

    def remove_rule(self, rule: Rule | None) -> None:
        """Remove a rule."""
        if rule is not None and rule.id is not None:
            number, back = rule.id, put_back(rule, follower(rule, self.sheet.rules))
            self._do(lambda rules: rules.remove_rule(number), self.tr("Rule removed"), back)

    def switch_rule(self, rule: Rule, enabled: bool) -> None:
        """Put a rule in use or out of it."""
        told = self.tr("Rule switched on") if enabled else self.tr("Rule switched off")
        self._do(as_before(replace(rule, enabled=enabled)), told, as_before(rule))

    def move_rule(self, rule: Rule | None, shown: tuple[Rule, ...], step: int) -> None:
        """Move a rule by one place among those shown."""
        if rule is None or rule not in shown or rule.id is None:
            return
        place = shown.index(rule) + step
        if not 0 <= place < len(shown):
            return
        number, before = rule.id, shown[place].id
        if step > 0:
            order = [one.id for one in self.sheet.rules if one.id != number]
            after = order.index(before) + 1
            before = order[after] if after < len(order) else None
        back = move_back(number, follower(rule, self.sheet.rules))
        self._do(move_back(number, before), self.tr("Rule moved"), back)

    # ---------------------------------------------------------------- dialogs

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
