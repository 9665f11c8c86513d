"""A category's name, place, colour and focus weight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QComboBox, QFormLayout, QLineEdit, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.dialogs.rule_words import weight_name
from desktop_app.theme import LIGHT, spacing
from desktop_app.theme.swatch import swatch
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import HIGHEST_WEIGHT, LOWEST_WEIGHT, Category, CategoryTree
from engine.domain.errors import KairosError
from engine.domain.labelling import RulesChange

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules

_LONGEST: Final = 200
_SWATCH: Final = 14
_NOWHERE: Final = -1
_OTHER: Final = "other"


class EditCategory(AskingDialog):
    """Emits stored with what changed. category: the one to change, with number 0 one to add."""

    def __init__(
        self,
        category: Category,
        tree: CategoryTree,
        rules: Rules,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._category, self._rules = category, rules
        self.setWindowTitle(self.tr("Edit category") if category.id else self.tr("New category"))
        self.name = QLineEdit(foreign(category.name, _LONGEST), self)
        self.name.setMaxLength(_LONGEST)
        self.parent_box = self._parents(tree)
        self.colour = self._colours()
        self.weight = self._weights()
        self.save_button.clicked.connect(self._save)
        self.name.textChanged.connect(self._enable)
        self.colour.activated.connect(self._pick)
        self._arrange()
        self._enable()

    def _parents(self, tree: CategoryTree) -> QComboBox:
        box = CategoryBox(tree, self)
        box.removeItem(1)
        box.setItemText(0, self.tr("None: a category of its own"))
        box.setItemData(0, _NOWHERE)
        for one in tree.below(self._category.id) if self._category.id else ():
            box.removeItem(box.findData(one.id))
        box.choose(self._category.parent_id)
        return box

    def _colours(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("As the category above"), None)
        names = (
            self.tr("Blue"),
            self.tr("Green"),
            self.tr("Amber"),
            self.tr("Purple"),
            self.tr("Light blue"),
            self.tr("Red"),
            self.tr("Grey"),
        )
        for name, colour in zip(names, (*LIGHT.categories, LIGHT.idle), strict=True):
            box.addItem(swatch(QColor(colour), _SWATCH, box.devicePixelRatioF()), name, colour)
        box.addItem(self.tr("Another colour…"), _OTHER)
        self._show_colour(box, self._category.colour)
        return box

    def _show_colour(self, box: QComboBox, colour: str | None) -> None:
        place = 0 if colour is None else box.findData(colour.upper())
        if place < 0:
            place = box.count() - 1
            box.insertItem(place, swatch(QColor(colour or ""), _SWATCH, box.devicePixelRatioF()), colour or "", colour)
        box.setCurrentIndex(place)

    def _pick(self) -> None:
        if self.colour.currentData() != _OTHER:
            return
        self._show_colour(self.colour, self._category.colour)
        dialog = QColorDialog(QColor(self._category.colour or LIGHT.accent), self)
        dialog.colorSelected.connect(lambda colour: self._show_colour(self.colour, colour.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _weights(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("As the category above"), None)
        names = (
            self.tr("distracting"),
            self.tr("rather distracting"),
            self.tr("neutral"),
            self.tr("rather focused"),
            self.tr("deep work"),
        )
        for weight, name in zip(range(LOWEST_WEIGHT, HIGHEST_WEIGHT + 1), names, strict=True):
            box.addItem(f"{weight_name(weight)}  {name}", weight)
        chosen = self._category.weight
        box.setCurrentIndex(0 if chosen is None else box.findData(chosen))
        return box

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Name"), self.name),
            (self.tr("Below"), self.parent_box),
            (self.tr("Colour"), self.colour),
            (self.tr("Focus weight"), self.weight),
        )
        for label, field in rows:
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.column.addLayout(form)

    def said(self) -> Category:
        """Return the category as it is written now."""
        above = self.parent_box.currentData()
        colour, weight = self.colour.currentData(), self.weight.currentData()
        return replace(
            self._category,
            name=self.name.text().strip(),
            parent_id=None if above == _NOWHERE else int(above),
            colour=colour if colour != _OTHER else None,
            weight=weight if isinstance(weight, int) else None,
        )

    def _enable(self) -> None:
        self.save_button.setEnabled(bool(self.name.text().strip()))

    def _save(self) -> None:
        one, rules = self.said(), self._rules

        def store() -> RulesChange:
            if one.id:
                return rules.change_category(one)
            return rules.add_category(one.name, one.parent_id, one.colour, one.weight)

        self.ask(store)

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        super().refuse(error)
        self._enable()
