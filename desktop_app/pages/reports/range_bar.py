"""The line above the report: which days, turning pages, comparing, exporting."""

from __future__ import annotations

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.reports.day_range import DayRange, RangeKind
from desktop_app.pages.reports.range_words import RangeWords, qt_date
from desktop_app.theme import spacing
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import plain_label

_FIRST = QDate(1970, 1, 1)
_LAST = QDate(2999, 12, 31)
_ONE_ROW = 1_000


class RangeBar(QWidget):
    """Emits kind_wanted(RangeKind), turned(-1 or 1), dates_wanted(first, last), and what its buttons say."""

    kind_wanted = Signal(object)
    turned = Signal(int)
    today_wanted = Signal()
    dates_wanted = Signal(object, object)
    compared = Signal(bool)
    export_wanted = Signal()
    share_wanted = Signal()

    def __init__(self, words: RangeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._days: DayRange | None = None
        self.title = ElidedLabel("", "heading", self)
        self.earlier, self.today, self.later = (QPushButton(self) for _ in range(3))
        self.compare, self.export, self.share = (QPushButton(self) for _ in range(3))
        self.kinds = {kind: QPushButton(self) for kind in RangeKind}
        self._group = ChoiceGroup(self)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self._prepare()
        self._arrange()
        self._connect()
        self.speak()

    def _prepare(self) -> None:
        for button in self.kinds.values():
            button.setCheckable(True)
            self._group.addButton(button)
        self.compare.setCheckable(True)
        self.compare.setChecked(True)
        for button in (self.earlier, self.later):
            button.setFixedWidth(spacing.TARGET + spacing.S)
        for field in (self.first, self.last):
            field.setCalendarPopup(True)
            field.setDateRange(_FIRST, _LAST)
            field.setKeyboardTracking(False)  # a date half typed is none

    def _arrange(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        self._own, self._choice = QWidget(self), QWidget(self)
        own, choice = QHBoxLayout(self._own), QHBoxLayout(self._choice)
        for row in (upper, lower, own, choice):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(spacing.S)
        for button in (self.earlier, self.today, self.later):
            upper.addWidget(button)
        upper.addSpacing(spacing.S)
        upper.addWidget(self.title, 1)
        upper.addWidget(self.export)
        upper.addWidget(self.share)
        for button in self.kinds.values():
            choice.addWidget(button)
        self._dash = plain_label("–", "muted", self)
        for part in (self.first, self._dash, self.last):
            own.addWidget(part)
        own.addStretch(1)
        lower.addWidget(self._choice)
        lower.addStretch(1)
        lower.addWidget(self.compare)
        self._rows = upper, lower
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(self._own)
        self._own.hide()

    def minimumSizeHint(self) -> QSize:
        """Return the room two rows take, so that a window can be narrowed while there is one."""
        hint, choice = super().minimumSizeHint(), self._choice.minimumSizeHint().width()
        rest = hint.width() - choice if self._rows[0].indexOf(self._choice) >= 0 else hint.width()
        return QSize(max(rest, choice), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the kinds of range and the comparing into the first row where there is room for them."""
        super().resizeEvent(event)
        upper, lower = self._rows
        wide = self.width() >= _ONE_ROW
        if wide is (upper.indexOf(self._choice) >= 0):
            return
        for part in (self._choice, self.compare):
            (lower if wide else upper).removeWidget(part)
        if wide:
            place = upper.indexOf(self.export)
            upper.insertWidget(place, self._choice)
            upper.insertWidget(place + 1, self.compare)
        else:
            lower.insertWidget(0, self._choice)
            lower.addWidget(self.compare)  # so that the days have more room above

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.compare.toggled.connect(self.compared)
        self.export.clicked.connect(self.export_wanted)
        self.share.clicked.connect(self.share_wanted)
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _checked, wanted=kind: self.kind_wanted.emit(wanted))
        for field in (self.first, self.last):
            field.dateChanged.connect(self._dates_changed)

    def speak(self) -> None:
        """Write everything in the window's language."""
        names = {
            RangeKind.DAY: self.tr("Day"),
            RangeKind.WEEK: self.tr("Week"),
            RangeKind.MONTH: self.tr("Month"),
            RangeKind.YEAR: self.tr("Year"),
            RangeKind.CUSTOM: self.tr("Other days"),
        }
        for kind, button in self.kinds.items():
            button.setText(names[kind])
        self.today.setText(self.tr("Today"))
        self.compare.setText(self.tr("Compare"))
        self.export.setText(self.tr("Export…"))
        self.share.setText(self.tr("Share…"))
        self.share.setToolTip(self.tr("Make a file of a week to give away"))
        for button, sign, name in (
            (self.earlier, "‹", self.tr("Earlier (Alt+Left)")),
            (self.later, "›", self.tr("Later (Alt+Right)")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        if self._days is not None:
            self.show_range(self._days)

    def show_range(self, days: DayRange) -> None:
        """Show which days are reported on."""
        self._days = days
        self.title.setText(self._words.title(days))
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.kinds[days.kind].setChecked(True)
        before = self._words.last_of(days.start - (days.end - days.start), days.start)
        self.compare.setToolTip(self.tr("Compare with as many days before: %1").replace("%1", before))
        self._own.setVisible(days.kind is RangeKind.CUSTOM)
        for field, day in ((self.first, days.start), (self.last, days.last)):
            field.blockSignals(True)
            field.setDate(qt_date(day))
            field.blockSignals(False)

    def _dates_changed(self) -> None:
        self.dates_wanted.emit(self.first.date().toPython(), self.last.date().toPython())
