"""Categories at the left, their rules at the right, and what can be done with either."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.dialogs.rule_words import category_path
from desktop_app.pages.rules.rule_table import RuleView
from desktop_app.pages.rules.scope_tree import ScopeTree
from desktop_app.pages.rules.sheet import Scope, Sheet
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.key_binding import on_keys_in
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Overlap, RulesChange

_NOTHING: Final = RulesChange()
_TREE_PX: Final = 372
_NO_LIMIT: Final = 16_777_215  # QWIDGETSIZE_MAX
NARROW: Final = 760
LEAST_ROWS: Final = 190  # pixels of a list: its header and five rows


class RulesPanel(QWidget):
    """Emits what is wanted: of the category chosen, of the rule that is current, or a new one of either.

    move_wanted: by how many places, -1 or 1.
    """

    add_category_wanted = Signal()
    edit_category_wanted = Signal()
    remove_category_wanted = Signal()
    add_rule_wanted = Signal()
    edit_rule_wanted = Signal()
    remove_rule_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(CategoryTree(()), ())
        self.tree = ScopeTree(theme, self)
        self.view = RuleView(theme, self)
        self.warning = Paragraph("", "secondary", self)
        self.add_category_button = QPushButton(self.tr("Add category…"), self)
        self.edit_category_button = QPushButton(self.tr("Edit…"), self)
        self.remove_category_button = QPushButton(self.tr("Remove…"), self)
        self.add_rule_button = QPushButton(self.tr("Add rule…"), self)
        self.edit_rule_button = QPushButton(self.tr("Edit…"), self)
        self.remove_rule_button = QPushButton(self.tr("Remove"), self)
        self.up_button, self.down_button = QPushButton("↑", self), QPushButton("↓", self)
        self.add_rule_button.setProperty("kind", "primary")
        self._name()
        self._arrange()
        self._connect()
        self._enable()

    def _name(self) -> None:
        for button, name in (
            (self.up_button, self.tr("Move up: later rules win")),
            (self.down_button, self.tr("Move down: later rules win")),
            (self.edit_category_button, self.tr("Edit category")),
            (self.remove_category_button, self.tr("Remove category")),
            (self.edit_rule_button, self.tr("Edit rule")),
            (self.remove_rule_button, self.tr("Remove rule")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def _arrange(self) -> None:
        left = Card(self.tr("Categories"), self)
        self._left = left
        for rows in (self.tree, self.view):
            rows.setMinimumHeight(LEAST_ROWS)
        left.body.addWidget(self.tree, 1)
        left.body.addLayout(
            _row(self.add_category_button, None, self.edit_category_button, self.remove_category_button)
        )
        self._right = Card("…", self)
        self._right.body.addWidget(self.view, 1)
        self._right.body.addWidget(self.warning)
        buttons = (self.add_rule_button, None, self.up_button, self.down_button)
        self._right.body.addLayout(_row(*buttons, self.edit_rule_button, self.remove_rule_button))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(spacing.M)
        self._cards.addWidget(left, 1)
        self._cards.addWidget(self._right, 1)

    def _connect(self) -> None:
        for button, wanted in (
            (self.add_category_button, self.add_category_wanted),
            (self.edit_category_button, self.edit_category_wanted),
            (self.remove_category_button, self.remove_category_wanted),
            (self.add_rule_button, self.add_rule_wanted),
            (self.edit_rule_button, self.edit_rule_wanted),
            (self.remove_rule_button, self.remove_rule_wanted),
        ):
            button.clicked.connect(wanted)
        self.up_button.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down_button.clicked.connect(lambda: self.move_wanted.emit(1))
        self.tree.chosen.connect(self._show_rules)
        self.tree.edit_wanted.connect(self.edit_category_wanted)
        self.view.edit_wanted.connect(self.edit_rule_wanted)
        self.view.moved_to.connect(self._enable)
        on_keys_in(self.view, QKeySequence.StandardKey.Delete, self.remove_rule_wanted.emit)
        on_keys_in(self.tree, QKeySequence.StandardKey.Delete, self.remove_category_wanted.emit)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            on_keys_in(self.view, keys, partial(self.move_wanted.emit, step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the cards below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMaximumWidth(_NO_LIMIT if narrow else _TREE_PX)

    def show_sheet(self, sheet: Sheet, fresh: RulesChange = _NOTHING) -> None:
        """Show other categories and rules; the one category or rule that is fresh becomes the current one."""
        self._sheet = sheet
        self.tree.show_sheet(sheet)
        known = [number for number in fresh.categories if number in sheet.tree]
        if len(fresh.categories) == len(known) == 1:
            self.tree.choose(Scope(Facet.CATEGORY, known[0]))
        self._show_rules(self.tree.scope)
        if len(fresh.rules) == 1:
            self.view.choose(next(iter(fresh.rules)))

    def show_overlaps(self, overlaps: Mapping[int, Overlap]) -> None:
        """Mark the rules that something is wrong with."""
        self.view.table.show_overlaps(overlaps)
        self._enable()

    def _show_rules(self, scope: Scope) -> None:
        self.view.show_rules(self._sheet.within(scope), self._sheet.tree)
        self._right.set_title(self._title(scope))
        self._enable()

    def _title(self, scope: Scope) -> str:
        if scope.facet is None:
            return self.tr("All rules")
        if scope.target is None:
            return self.tr("Rules of projects") if scope.facet is Facet.PROJECT else self.tr("Rules of tags")
        name = foreign(scope.target) if isinstance(scope.target, str) else category_path(self._sheet.tree, scope.target)
        return self.tr("Rules of %1").replace("%1", name)

    def _enable(self) -> None:
        rule, category = self.view.rule, self.tree.category
        row, last = self.view.currentIndex().row(), len(self.view.table.rules) - 1
        for button in (self.edit_rule_button, self.remove_rule_button):
            button.setEnabled(rule is not None)
        self.up_button.setEnabled(rule is not None and row > 0)
        self.down_button.setEnabled(rule is not None and row < last)
        for button in (self.edit_category_button, self.remove_category_button):
            button.setEnabled(category is not None)
        warning = "" if rule is None else self.view.table.warning(rule)
        self.warning.setText(f"⚠ {warning}" if warning else how_it_is_decided())


def how_it_is_decided() -> str:
    """Return the order in which rules are heeded."""
    return QCoreApplication.translate(
        "RulesPanel",
        "Where several rules match, the deepest category wins, then the more specific field "
        "(document, site, title, app), then the later rule.",
    )


def _row(*buttons: QPushButton | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.S)
    for button in buttons:
        if button is None:
            row.addStretch(1)
        else:
            row.addWidget(button)
    return row
