"""The activities in sight as a table: the timeline's twin for keyboards and screen readers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.item_models.segments import Column, SegmentTable
from desktop_app.pages.timeline.lanes import LaneNames
from desktop_app.pages.timeline.reader import Loaded
from desktop_app.widgets.format import Wording
from desktop_app.widgets.path_delegate import PathDelegate
from desktop_app.widgets.plain_lines import show_plain_lines
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind
from desktop_app.widgets.timeline_view import View
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.summary import Segment

CATEGORY: Final = len(Column)
_LONGEST: Final = 80
_DATED, _TIMED, _SAVED = 136, 92, 12
_WIDE: Final[dict[int, int]] = {Column.LENGTH: 116, Column.WHAT: 170, CATEGORY: 200}
_CATEGORY_PART: Final = 6  # of a wide table: paths are long, and there is room for them
_NARROW: Final[dict[int, int]] = {Column.LENGTH: 108, Column.WHAT: 120, CATEGORY: 130}
_Index = QModelIndex | QPersistentModelIndex


class _Words:
    """Times, with their day where that is not the one of the moment around_ms; 0 stands for several days."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.around_ms = 0

    def time(self, moment_ms: int) -> str:
        local, time = self._wording.local(moment_ms), self._wording.time(moment_ms)
        if local.date() == self._wording.local(self.around_ms).date():
            return time
        translate = QCoreApplication.translate
        pattern = translate("TimelineTable", "ddd") if self.around_ms else translate("TimelineTable", "ddd d MMM")
        return f"{QLocale().toString(QDate(local.year, local.month, local.day), pattern)} {time}"

    def length(self, length_ms: int) -> str:
        return self._wording.length(length_ms)


class LabelledTable(SegmentTable):
    """Segments with the category they count as in a column more."""

    def __init__(self, words: _Words, names: LaneNames, parent: QObject | None = None) -> None:
        super().__init__(words, self.name, parent)
        self._names = names
        self._categories: tuple[str, ...] = ()

    def name(self, segment: Segment) -> str:
        """Return what was in front, or what the time was."""
        if segment.presence is not Presence.ACTIVE:
            return self._names.kinds[Kind(segment.presence.value)]
        if segment.withheld:
            return self._names.kinds[Kind.WITHHELD]
        return self._names.app(segment.app) if segment.app else self._names.kinds[Kind.NO_WINDOW]

    def show_categories(self, categories: tuple[str, ...]) -> None:
        """Give every row its category."""
        self._categories = categories
        if self.rowCount():
            self.dataChanged.emit(self.index(0, CATEGORY), self.index(self.rowCount() - 1, CATEGORY))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, and lengths to the right."""
        if not index.isValid() or index.column() != CATEGORY:
            return super().data(index, role)
        known = role == Qt.ItemDataRole.DisplayRole and 0 <= index.row() < len(self._categories)
        return self._categories[index.row()] if known else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if section != CATEGORY or orientation != Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        return self.tr("Category") if role == Qt.ItemDataRole.DisplayRole else None


class TimelineTable(QTableView):
    """Shows the rows of what is loaded that a view shows; emits chosen(Interval), and edit_wanted for Enter."""

    chosen = Signal(object)
    edit_wanted = Signal()

    def __init__(self, wording: Wording, names: LaneNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Words(wording)
        self._wording = wording
        self.item_model = LabelledTable(self._words, names, self)
        self._loaded: Loaded | None = None
        self._starts: list[int] = []
        self._categories: tuple[str, ...] = ()
        self._rows: tuple[Segment, ...] = ()
        self._quiet = False
        self._narrow = False
        self.setModel(self.item_model)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def _set_up(self) -> None:
        show_plain_lines(self)
        self.setItemDelegateForColumn(CATEGORY, PathDelegate(self))
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the titles as much room as there is."""
        self._narrow = narrow
        times = _DATED if self._words.around_ms == 0 else _TIMED
        widths = _NARROW if narrow else _WIDE
        self.setColumnHidden(Column.TO, narrow)  # start and length say it too
        for column in (Column.FROM, Column.TO):
            self.setColumnWidth(column, times - _SAVED * narrow)
        for place, width in widths.items():
            self.setColumnWidth(place, width)
        if not narrow:
            self.setColumnWidth(CATEGORY, max(_WIDE[CATEGORY], self.width() // _CATEGORY_PART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the categories more room where there is more."""
        super().resizeEvent(event)
        self.set_narrow(self._narrow)

    def show_loaded(self, loaded: Loaded, view: View) -> None:
        """Show the rows of what is loaded that the view shows."""
        if loaded is not self._loaded:
            self._loaded = loaded
            self._starts = [segment.interval.start_ms for segment in loaded.segments]
            self._categories = _categories(loaded)
        starts = self._starts
        first = max(0, bisect_right(starts, view.start_ms) - 1)
        if starts and loaded.segments[first].interval.end_ms <= view.start_ms:
            first += 1
        last = bisect_left(starts, view.end_ms)
        self._rows = loaded.segments[first:last]
        days = {self._wording.local(moment).date() for moment in (view.start_ms, view.end_ms - 1)}
        self._quiet = True
        around_ms = view.start_ms if len(days) == 1 else 0
        if self._wording.local(around_ms).date() != self._wording.local(self._words.around_ms).date():
            self._words.around_ms = around_ms
            self.item_model.show_segments(())
            self.set_narrow(self._narrow)
        self.item_model.show_segments(self._rows)
        self.item_model.show_categories(self._categories[first:last])
        self.setColumnHidden(CATEGORY, not len(loaded.history.tree))
        self._quiet = False

    def choose(self, start_ms: int) -> None:
        """Choose the row of a moment, without word of it."""
        starts = [segment.interval.start_ms for segment in self._rows]
        row = bisect_right(starts, start_ms) - 1
        if row < 0 or start_ms >= self._rows[row].interval.end_ms or row == self.currentIndex().row():
            return
        self._quiet = True
        self.setCurrentIndex(self.item_model.index(row, Column.WHAT))
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _current_changed(self, index: QModelIndex) -> None:
        if not self._quiet and 0 <= index.row() < len(self._rows):
            span = self._rows[index.row()].interval
            self.chosen.emit(Interval(span.start_ms, span.end_ms))


def _categories(loaded: Loaded) -> tuple[str, ...]:
    """Return the path of each row's category; time away has none."""
    history = loaded.history
    paths: dict[int, str] = {0: ""}

    def path(category_id: int) -> str:
        if category_id not in paths:
            paths[category_id] = " › ".join(foreign(name, _LONGEST) for name in history.tree.path(category_id))
        return paths[category_id]

    active = Presence.ACTIVE
    return tuple(
        path(labels.category_id or 0) if one.what.presence is active else ""
        for one, labels in zip(history.stretches, history.labels, strict=True)
    )
