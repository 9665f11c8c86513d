"""The line above the lanes: which time is shown, turning pages, zoom, and the search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.timeline.period import Period
from desktop_app.theme import spacing
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.elided_label import ElidedLabel


class TimelineToolbar(QWidget):
    """Emits turned(-1 or 1), today_wanted, period_wanted(Period) and zoomed(1 for nearer, -1 for farther)."""

    turned = Signal(int)
    today_wanted = Signal()
    period_wanted = Signal(object)
    zoomed = Signal(int)

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", "heading", self)
        self.earlier, self.today, self.later = (QPushButton(self) for _ in range(3))
        self.farther, self.nearer = QPushButton(self), QPushButton(self)
        self.periods = {period: QPushButton(self) for period in Period}
        self._group = ChoiceGroup(self)
        self._narrow = False
        for button in self.periods.values():
            button.setCheckable(True)
            self._group.addButton(button)
        for button in (self.earlier, self.later, self.farther, self.nearer):
            button.setFixedWidth(spacing.TARGET + spacing.S)
        self._arrange(search)
        self._connect()
        self.speak()

    def _arrange(self, search: QWidget) -> None:
        self._scales = QWidget(self)
        scales = QHBoxLayout(self._scales)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (scales, self._upper, self._lower):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(spacing.S)
        for button in self.periods.values():
            scales.addWidget(button)
        scales.addSpacing(spacing.XS)
        scales.addWidget(self.farther)
        scales.addWidget(self.nearer)
        for button in (self.earlier, self.today, self.later):
            self._upper.addWidget(button)
        self._upper.addSpacing(spacing.S)
        self._upper.addWidget(self._title, 1)
        self._upper.addWidget(self._scales)
        self._upper.addWidget(search, 1)
        self._lower.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.S)
        self._column.addLayout(self._upper)

    def set_narrow(self, narrow: bool) -> None:
        """Put periods and zoom on a line of their own where one line is too short for all."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._upper.removeWidget(self._scales)
            self._lower.insertWidget(0, self._scales)
            self._column.addLayout(self._lower)
        else:
            self._lower.removeWidget(self._scales)
            self._column.removeItem(self._lower)
            self._lower.setParent(None)
            self._upper.insertWidget(self._upper.count() - 1, self._scales)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.farther.clicked.connect(lambda: self.zoomed.emit(-1))
        self.nearer.clicked.connect(lambda: self.zoomed.emit(1))
        for period, button in self.periods.items():
            button.clicked.connect(lambda _checked, wanted=period: self.period_wanted.emit(wanted))

    def speak(self) -> None:
        """Write everything in the window's language."""
        names = {Period.DAY: self.tr("Day"), Period.WEEK: self.tr("Week"), Period.MONTH: self.tr("Month")}
        for period, button in self.periods.items():
            button.setText(names[period])
        self.today.setText(self.tr("Today"))
        for button, sign, name in (
            (self.earlier, "‹", self.tr("Earlier (Alt+Left)")),
            (self.later, "›", self.tr("Later (Alt+Right)")),
            (self.farther, "−", self.tr("Zoom out (−)")),
            (self.nearer, "+", self.tr("Zoom in (+)")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)

    def show_title(self, title: str) -> None:
        """Show which time is shown."""
        self._title.setText(title)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def mark(self, period: Period | None) -> None:
        """Show which period is shown, None for a stretch of one's own."""
        self._group.setExclusive(False)
        for one, button in self.periods.items():
            button.setChecked(one is period)
        self._group.setExclusive(True)
