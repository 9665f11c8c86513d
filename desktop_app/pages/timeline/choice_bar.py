"""What is chosen on the timeline, in words, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.theme.category_colours import fitted
from desktop_app.theme.swatch import swatch
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree
from engine.domain.stretches import NO_CATEGORY

_INDENT = "\u2003"
_LONGEST = 60
_SWATCH = 14


class ChoiceBar(QWidget):
    """Buttons for the chosen time, and the same as a menu.

    Emits edit_wanted, split_wanted, document_wanted, delete_wanted, revert_wanted, add_wanted, and category_wanted with
    a number, NO_CATEGORY for none.
    """

    edit_wanted = Signal()
    split_wanted = Signal()
    document_wanted = Signal()
    delete_wanted = Signal()
    revert_wanted = Signal()
    add_wanted = Signal()
    category_wanted = Signal(int)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = ElidedLabel("", "secondary", self)
        self.category, self.edit, self.document, self.split, self.delete, self.add = (
            QPushButton(self) for _ in range(6)
        )
        self._tree = CategoryTree(())
        self._can_split = False
        self._narrow = False
        self._has_choice = False
        self._has_documents = False
        self._menu = QMenu(self.category)
        self.category.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self._line, 1)
        for button in (self.category, self.edit, self.document, self.split, self.delete, self.add):
            row.addWidget(button)
        self.edit.clicked.connect(self.edit_wanted)
        self.document.clicked.connect(self.document_wanted)
        self.split.clicked.connect(self.split_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.add.clicked.connect(self.add_wanted)
        theme.changed.connect(lambda: self.show_categories(self._tree))
        self.document.hide()
        self.speak()
        self.show_choice("", can_split=False)

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.category.setText(self.tr("Category"))
        self.edit.setText(self.tr("Label…"))
        self.edit.setToolTip(self.tr("Category, project, tag, title (Enter)"))
        self.document.setText(self.tr("Document…"))
        self.document.setToolTip(self.tr("Say which of your documents it shows (D)"))
        self.split.setText(self.tr("Split here…"))
        self.split.setToolTip(self.tr("Make the part from the dashed line on something else (S)"))
        self.delete.setText(self.tr("Delete"))
        self.delete.setToolTip(self.tr("Take the time out of every total (Delete)"))
        self.add.setText(self.tr("Add time…"))
        self.add.setToolTip(self.tr("Add time away from the computer"))
        self.show_categories(self._tree)

    def show_choice(self, words: str, *, can_split: bool, empty: bool = False) -> None:
        """Show what is chosen in words, "" for nothing; empty: there is nothing to choose from."""
        hint = self.tr("Drag over the lanes or walk with the arrow keys to choose a time; Ctrl and the wheel zoom.")
        self._line.setText(words or (self.tr("Nothing is recorded here.") if empty else hint))
        self._has_choice, self._can_split = bool(words), can_split
        for button in (self.edit, self.document, self.delete):
            button.setEnabled(self._has_choice)
        self.category.setEnabled(self._has_choice and len(self._tree) > 0)
        self.split.setEnabled(can_split)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the seldom wanted to the menu where there is little room."""
        self._narrow = narrow
        self.split.setVisible(not narrow)
        self.document.setVisible(self._has_documents and not narrow)
        self.show_categories(self._tree)

    def show_history(self, history: LabelledHistory) -> None:
        """Offer the categories there are, and documents where there are any."""
        self._has_documents = history.has_documents
        self.document.setVisible(self._has_documents and not self._narrow)
        self.show_categories(history.tree)

    def show_categories(self, tree: CategoryTree) -> None:
        """Offer other categories."""
        self._tree = tree
        self._menu.clear()
        self._fill(self._menu)
        self.category.setVisible(len(tree) > 0 and not self._narrow)
        self.category.setEnabled(self._has_choice and len(tree) > 0)

    def _fill(self, menu: QMenu) -> None:
        for one in self._tree.in_order():
            name = _INDENT * (self._tree.depth(one.id) - 1) + foreign(one.name, _LONGEST).replace("&", "&&")
            menu.addAction(self._swatch(one.id), name, partial(self.category_wanted.emit, one.id))
        menu.addSeparator()
        menu.addAction(self.tr("No category"), lambda: self.category_wanted.emit(NO_CATEGORY))

    def _swatch(self, category_id: int) -> QIcon:
        shade = fitted(self._tree.colour(category_id) or "", self._theme.palette)
        return swatch(shade, _SWATCH, self.devicePixelRatioF())

    def show_menu(self, place: QPoint) -> None:
        """Show what can be done as a menu, at a point on the screen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(self._tree):
            self._fill(menu.addMenu(self.tr("Category")))
        actions = (
            (self.tr("Label…"), self.edit_wanted, self._has_choice),
            (self.tr("Split here…"), self.split_wanted, self._can_split),
            *self._of_documents(),
            (self.tr("Delete"), self.delete_wanted, self._has_choice),
            (self.tr("As recorded"), self.revert_wanted, self._has_choice),
            (self.tr("Add time…"), self.add_wanted, True),
        )
        for name, wanted, possible in actions:
            action = QAction(name, menu)
            action.setEnabled(possible)
            action.triggered.connect(wanted)
            menu.addAction(action)
        menu.popup(place)

    @property
    def can_show_document(self) -> bool:
        """Whether it can be said which document the chosen time shows."""
        return self._has_choice and self._has_documents

    def _of_documents(self) -> list[tuple[str, SignalInstance, bool]]:
        shows = self.tr("Shows document…"), self.document_wanted, self._has_choice
        return [shows] if self._has_documents else []
