"""Rules in their order: what matches, what it counts as, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QTableView, QWidget

from desktop_app.dialogs.rule_words import match_words, overlap_words, target_name
from desktop_app.dialogs.seen_table import plain_table
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.plain_text import for_tooltip
from engine.domain.categories import CategoryTree
from engine.domain.labelling import Fault, Overlap
from engine.domain.rules import Rule

_WARNED, _MATCH, _TARGET = range(3)
_WIDTHS: Final = {_WARNED: 34, _TARGET: 220}
_Index = QModelIndex | QPersistentModelIndex


class RuleTable(QAbstractTableModel):
    """One row a rule; the box in the first column says whether it is in use. Emits switched(rule, in use)."""

    switched = Signal(object, bool)

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rules: tuple[Rule, ...] = ()
        self._tree = CategoryTree(())
        self._overlaps: Mapping[int, Overlap] = {}

    def show_rules(self, rules: Sequence[Rule], tree: CategoryTree) -> None:
        """Show other rules."""
        self.beginResetModel()
        self.rules, self._tree = tuple(rules), tree
        self.endResetModel()

    def show_overlaps(self, overlaps: Mapping[int, Overlap]) -> None:
        """Mark the rules that something is wrong with."""
        self._overlaps = overlaps
        if self.rules:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rules) - 1, _TARGET))

    def warning(self, rule: Rule) -> str:
        """Return what is wrong with a rule, "" for nothing."""
        overlap = self._overlaps.get(rule.id or 0)
        return overlap_words(overlap, self._tree) if overlap is not None and rule.enabled else ""

    def _is_wrong(self, rule: Rule) -> bool:
        """Return whether something is to be put right; a rule that matches nothing yet is only shown paler."""
        return bool(self.warning(rule)) and self._overlaps[rule.id or 0].fault is not Fault.NEVER_MATCHES

    def _counts(self, rule: Rule) -> bool:
        overlap = self._overlaps.get(rule.id or 0)
        return rule.enabled and (overlap is None or overlap.fault is not Fault.NEVER_MATCHES)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of rules."""
        return 0 if parent.isValid() else len(self.rules)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that a rule can be switched on and off."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == _WARNED else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its box and its tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self.rules):
            return None
        rule = self.rules[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _WARNED:
            return (Qt.CheckState.Checked if rule.enabled else Qt.CheckState.Unchecked).value
        if role == Qt.ItemDataRole.ForegroundRole and not self._counts(rule):
            return QBrush(self._theme.palette.colour("muted"))
        return self._words(rule, index.column(), role)

    def _words(self, rule: Rule, column: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole and column == _WARNED:
            return self.tr("In use") if rule.enabled else self.tr("Not in use")
        if role == Qt.ItemDataRole.ToolTipRole and column != _WARNED:
            return for_tooltip("\n".join(filter(None, (self._text(rule, column), self.warning(rule)))))
        return self._text(rule, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, rule: Rule, column: int) -> str:
        if column == _MATCH:
            return ("⚠ " if self._is_wrong(rule) else "") + match_words(rule.match)
        return target_name(rule, self._tree) if column == _TARGET else ""

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a rule to be switched on or off; it shows once it is stored."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column() != _WARNED:
            return False
        rule = self.rules[index.row()]
        wanted = value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
        if wanted != rule.enabled:
            self.switched.emit(rule, wanted)
        return wanted != rule.enabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return {_WARNED: "", _MATCH: self.tr("What matches"), _TARGET: self.tr("Counts as")}.get(section)


class RuleView(QTableView):
    """Emits moved_to with the rule that is current, and edit_wanted for Enter or a double click."""

    moved_to = Signal()
    edit_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RuleTable(theme, self)
        self.setModel(self.table)
        plain_table(self, stretched=_MATCH, widths=_WIDTHS)
        self.setAccessibleName(self.tr("Rules"))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved_to.emit())
        self.activated.connect(lambda _index: self.edit_wanted.emit())

    @property
    def rule(self) -> Rule | None:
        """The rule that is current."""
        row = self.currentIndex().row()
        return self.table.rules[row] if 0 <= row < len(self.table.rules) else None

    def show_rules(self, rules: Sequence[Rule], tree: CategoryTree) -> None:
        """Show other rules; the one that was current stays so where it is still there."""
        number = None if self.rule is None else self.rule.id
        self.table.show_rules(rules, tree)
        row = next((row for row, rule in enumerate(self.table.rules) if rule.id == number), 0)
        if self.table.rules:
            self.setCurrentIndex(self.table.index(row, _MATCH))
        self.moved_to.emit()

    def choose(self, number: int) -> None:
        """Make a rule the current one, where it is among those shown."""
        row = next((row for row, rule in enumerate(self.table.rules) if rule.id == number), None)
        if row is not None:
            self.setCurrentIndex(self.table.index(row, _MATCH))
