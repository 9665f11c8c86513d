"""Choosing a category, or leaving it to the rules, or none."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree
from engine.domain.stretches import NO_CATEGORY

_INDENT = "\u2003"
_SHOWN = 16
_LONGEST = 60


class CategoryBox(QComboBox):
    """Every category under its parent; the first line leaves the choice to the rules, the second says none."""

    def __init__(self, tree: CategoryTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.addItem(self.tr("As the rules say"), None)
        self.addItem(self.tr("No category"), NO_CATEGORY)
        for category in tree.in_order():
            indent = _INDENT * (tree.depth(category.id) - 1)
            self.addItem(indent + foreign(category.name, _LONGEST), category.id)

    def choose(self, category_id: int | None) -> None:
        """Show a category by its number; None leaves it to the rules, and so does one that is gone."""
        self.setCurrentIndex(max(0, self.findData(category_id)))

    def chosen(self) -> int | None:
        """Return the number chosen, NO_CATEGORY for none, None for what the rules say."""
        value = self.currentData()
        return value if isinstance(value, int) else None
