"""The categories as a tree, with the projects and tags that rules know below them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop_app.dialogs.rule_words import weight_name
from desktop_app.pages.rules.sheet import Counts, Scope, Sheet
from desktop_app.theme import ThemeHolder
from desktop_app.theme.category_colours import fitted
from desktop_app.theme.swatch import swatch
from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import Category, CategoryTree, Facet

SCOPE: Final = Qt.ItemDataRole.UserRole + 1
_SWATCH: Final = 14
_LONGEST: Final = 80
_ROW: Final = 28
_WEIGHT_PX, _COUNT_PX = 64, 56
_OPEN_AT_MOST: Final = 40


class ScopeTree(QTreeView):
    """Emits chosen with the Scope of the line that is current, and edit_wanted for Enter or a double click on it."""

    chosen = Signal(object)
    edit_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = Sheet(CategoryTree(()), ())
        self._quiet = False
        self.items = QStandardItemModel(0, 3, self)
        self.setModel(self.items)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setAccessibleName(self.tr("Categories, projects and tags"))
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.activated.connect(lambda _index: self.edit_wanted.emit())
        theme.changed.connect(lambda: self.show_sheet(self._sheet))
        self._name_columns()

    def _name_columns(self) -> None:
        self.items.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Focus"), self.tr("Rules")])
        for column in (1, 2):
            header = self.items.horizontalHeaderItem(column)
            if header is not None:
                header.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, _WEIGHT_PX), (2, _COUNT_PX)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)

    @property
    def scope(self) -> Scope:
        """The scope chosen."""
        index = self.currentIndex()
        found = index.siblingAtColumn(0).data(SCOPE) if index.isValid() else None
        return found if isinstance(found, Scope) else Scope()

    @property
    def category(self) -> Category | None:
        """The category chosen, None where something else is."""
        scope = self.scope
        return self._sheet.tree.get(scope.target) if isinstance(scope.target, int) else None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other categories; what was chosen stays so where it is still there."""
        chosen, closed = self.scope, self._closed()
        self._sheet = sheet
        self._quiet = True
        self.items.removeRows(0, self.items.rowCount())
        root = self.items.invisibleRootItem()
        every = self._line(self.tr("All rules"), Scope(), len(sheet.rules))
        root.appendRow(every)
        counts = sheet.counts()
        for category in sheet.tree.children():
            self._add_category(root, category, counts)
        for facet, title in ((Facet.PROJECT, self.tr("Projects")), (Facet.TAG, self.tr("Tags"))):
            self._add_names(root, facet, title, sheet)
        self._open(closed)
        self._quiet = False
        self.choose(chosen)

    def choose(self, scope: Scope) -> None:
        """Choose the line of a scope, the first one where there is none."""
        found = next((item for item in self._lines() if item.data(SCOPE) == scope), self.items.item(0))
        if found is not None:
            self.setCurrentIndex(found.index())
            self.scrollTo(found.index())

    def _add_category(self, above: QStandardItem, category: Category, counts: Counts) -> None:
        tree = self._sheet.tree
        rules = counts.get((Facet.CATEGORY, category.id), 0)
        line = self._line(category.name, Scope(Facet.CATEGORY, category.id), rules)
        colour, own = tree.colour(category.id), category.colour is not None
        line[0].setIcon(self._swatch(colour, own=own))
        line[1].setText(weight_name(tree.weight(category.id)))
        if category.weight is None:
            self._mute(line[1])
            line[1].setToolTip(self.tr("Taken from the category above"))
        if not own:
            line[0].setToolTip(self.tr("Colour taken from the category above"))
        above.appendRow(line)
        for child in tree.children(category.id):
            self._add_category(line[0], child, counts)

    def _add_names(self, root: QStandardItem, facet: Facet, title: str, sheet: Sheet) -> None:
        names = sheet.names(facet)
        if not names:
            return
        counts = sheet.counts()
        line = self._line(title, Scope(facet), len(sheet.within(Scope(facet))))
        root.appendRow(line)
        for name in names:
            line[0].appendRow(self._line(name, Scope(facet, name), counts[facet, name]))

    def _line(self, name: str, scope: Scope, count: int) -> list[QStandardItem]:
        first, weight, rules = (QStandardItem() for _ in range(3))
        first.setText(foreign(name, _LONGEST))
        first.setData(scope, SCOPE)
        first.setSizeHint(QSize(0, _ROW))
        rules.setText(str(count) if count else "")
        for item in (weight, rules):
            item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._mute(rules)
        return [first, weight, rules]

    def _mute(self, item: QStandardItem) -> None:
        item.setForeground(QBrush(self._theme.palette.colour("muted")))

    def _swatch(self, colour: str | None, *, own: bool) -> QIcon:
        """Return a filled square for a colour of its own, the outline of one for a colour taken from above."""
        return swatch(fitted(colour or "", self._theme.palette), _SWATCH, self.devicePixelRatioF(), filled=own)

    def _lines(self) -> list[QStandardItem]:
        found: list[QStandardItem] = []
        waiting = [self.items.item(row) for row in range(self.items.rowCount())]
        while waiting:
            item = waiting.pop(0)
            found.append(item)
            waiting.extend(item.child(row) for row in range(item.rowCount()))
        return found

    def _closed(self) -> set[Scope]:
        return {item.data(SCOPE) for item in self._lines() if item.rowCount() and not self.isExpanded(item.index())}

    def _open(self, closed: set[Scope]) -> None:
        lines = self._lines()
        for item in lines if len(lines) <= _OPEN_AT_MOST or closed else ():
            if item.rowCount() and item.data(SCOPE) not in closed:
                self.expand(item.index())

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.scope)
