"""The fields that say what planned time is for, fixed or flexible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.dialogs.block_words import kind_name
from desktop_app.widgets.plain_text import foreign
from engine.domain.blocks import About, BlockKind
from engine.domain.categories import CategoryTree

_LONGEST: Final = 200
_NOTE_HEIGHT: Final = 64
_INDENT: Final = "\u2003"


@dataclass(frozen=True, slots=True)
class BlockChoices:
    """What a block can be for, and which day weeks start on: 0 for Monday."""

    tree: CategoryTree
    week_start: int = 0


class AboutForm:
    """Title, kind, category, project, protection and note; upper and lower put them into a form around the times."""

    def __init__(self, choices: BlockChoices, parent: QWidget) -> None:
        tr = parent.tr
        self.title, self.project = QLineEdit(parent), QLineEdit(parent)
        self.kind, self.category = QComboBox(parent), QComboBox(parent)
        self.note = QPlainTextEdit(parent)
        self.protected = QCheckBox(parent)
        for field in (self.title, self.project):
            field.setMaxLength(_LONGEST)
        for kind in BlockKind:
            self.kind.addItem(kind_name(kind), kind)
        self.category.addItem("", None)
        for category in choices.tree.in_order():
            indent = _INDENT * (choices.tree.depth(category.id) - 1)
            self.category.addItem(indent + foreign(category.name, _LONGEST), category.id)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        del tr

    def write(self, names: tuple[str, str, str, str, str, str], no_category: str) -> None:
        """Name the fields: title, kind, category, project, protection, note."""
        self._names = names
        fields = (self.title, self.kind, self.category, self.project, self.protected, self.note)
        for field, name in zip(fields, names, strict=True):
            field.setAccessibleName(name)
        self.protected.setText(names[4])
        self.category.setItemText(0, no_category)

    def upper(self, form: QFormLayout) -> None:
        """Put title and kind into a form."""
        form.addRow(self._names[0], self.title)
        form.addRow(self._names[1], self.kind)

    def lower(self, form: QFormLayout) -> None:
        """Put the rest into a form."""
        form.addRow(self._names[2], self.category)
        form.addRow(self._names[3], self.project)
        form.addRow("", self.protected)
        form.addRow(self._names[5], self.note)

    def show(self, about: About) -> None:
        """Show what planned time is for."""
        self.title.setText(foreign(about.title, _LONGEST))
        self.kind.setCurrentIndex(self.kind.findData(about.kind))
        self.category.setCurrentIndex(max(0, self.category.findData(about.category_id)))
        self.project.setText(foreign(about.project, _LONGEST))
        self.protected.setChecked(about.protected)
        self.note.setPlainText(about.note)

    def said(self) -> About:
        """Return what planned time is for as it is written now."""
        category = self.category.currentData()
        return About(
            BlockKind(self.kind.currentData()),
            self.title.text().strip(),
            category if isinstance(category, int) else None,
            self.project.text().strip(),
            self.note.toPlainText(),
            self.protected.isChecked(),
        )
