"""What a rule counts its matches as: a category, or a project or tag by name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.dialogs.rule_words import facet_name
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree, Facet
from engine.domain.rules import Rule

_LONGEST = 200


class RuleTarget(QWidget):
    """Emits changed for another facet or target."""

    changed = Signal()

    def __init__(self, tree: CategoryTree, rules: Iterable[Rule], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {facet: sorted({str(rule.target) for rule in rules if rule.facet is facet}) for facet in Facet}
        self.facet = QComboBox(self)
        name_box(self.facet, self.tr("Kind of label"))
        for facet in Facet:
            self.facet.addItem(facet_name(facet), facet)
        self.category = CategoryBox(tree, self)
        for _ in range(2):  # a rule always says something
            self.category.removeItem(0)
        name_box(self.category, self.tr("Category"))
        self.name = QComboBox(self)
        self.name.setEditable(True)
        name_box(self.name, self.tr("Name"))
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.facet)
        row.addWidget(self.category, 1)
        row.addWidget(self.name, 1)
        self.facet.currentIndexChanged.connect(self._turn)
        self.category.currentIndexChanged.connect(self.changed)
        self.name.editTextChanged.connect(self.changed)
        self._turn()

    def choose(self, facet: Facet, target: int | str | None) -> None:
        """Show a target; None leaves it open."""
        self.facet.setCurrentIndex(self.facet.findData(facet))
        if isinstance(target, int):
            self.category.choose(target)
        elif target is not None:
            self.name.setEditText(foreign(target, _LONGEST))

    def chosen(self) -> tuple[Facet, int | str | None]:
        """Return the facet and the target, None while there is none."""
        facet = Facet(self.facet.currentData())
        if facet is Facet.CATEGORY:
            return facet, self.category.chosen()
        return facet, self.name.currentText().strip() or None

    def _turn(self) -> None:
        facet = Facet(self.facet.currentData())
        self.category.setVisible(facet is Facet.CATEGORY)
        self.name.setVisible(facet is not Facet.CATEGORY)
        if facet is not Facet.CATEGORY:
            text = self.name.currentText()
            self.name.clear()
            self.name.addItems([foreign(name, _LONGEST) for name in self._names[facet]])
            self.name.setEditText(text)
        self.changed.emit()
