"""The line above the week: which time is shown, turning pages, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.timeline.period import Period
from desktop_app.theme import spacing
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.elided_label import ElidedLabel

_PERIODS = (Period.DAY, Period.WEEK)


class PlanToolbar(QWidget):
    """Emits turned(-1 or 1), today_wanted, period_wanted(Period), new_wanted, flexible_wanted, suggestion_wanted."""

    turned = Signal(int)
    today_wanted = Signal()
    period_wanted = Signal(object)
    new_wanted = Signal()
    flexible_wanted = Signal()
    suggestion_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._total = ElidedLabel("", "heading", self), ElidedLabel("", "secondary", self)
        self.earlier, self.today, self.later = (QPushButton(self) for _ in range(3))
        self.new, self.flexible, self.suggest = (QPushButton(self) for _ in range(3))
        self.suggest.setProperty("kind", "primary")
        self.periods = {period: QPushButton(self) for period in _PERIODS}
        self._group = ChoiceGroup(self)
        for button in self.periods.values():
            button.setCheckable(True)
            self._group.addButton(button)
        for button in (self.earlier, self.later):
            button.setFixedWidth(spacing.TARGET + spacing.S)
        self._narrow = False
        self._arrange()
        self._connect()
        self.speak()

    def _arrange(self) -> None:
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._total)
        self._tools = QWidget(self)
        tools, upper, self._lower = QHBoxLayout(self._tools), QHBoxLayout(), QHBoxLayout()
        for row in (tools, upper, self._lower):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(spacing.S)
        for button in (self.earlier, self.today, self.later):
            upper.addWidget(button)
        upper.addSpacing(spacing.XS)
        upper.addWidget(self._words, 1)
        for button in (*self.periods.values(), self.new, self.flexible, self.suggest):
            tools.addWidget(button)
        upper.addWidget(self._tools)
        self._lower.addStretch(1)
        self._upper = upper
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.S)
        self._column.addLayout(upper)
        self._column.addLayout(self._lower)

    def set_narrow(self, narrow: bool) -> None:
        """Put what can be done on a line of its own where one line is too short for all."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        row, other = (self._lower, self._upper) if narrow else (self._upper, self._lower)
        other.removeWidget(self._tools)
        row.insertWidget(0 if narrow else row.count(), self._tools)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.flexible.clicked.connect(self.flexible_wanted)
        self.suggest.clicked.connect(self.suggestion_wanted)
        for period, button in self.periods.items():
            button.clicked.connect(lambda _checked, wanted=period: self.period_wanted.emit(wanted))

    def speak(self) -> None:
        """Write everything in the window's language."""
        self.today.setText(self.tr("Today"))
        self.today.setToolTip(self.tr("Show today (T)"))
        self.periods[Period.DAY].setText(self.tr("Day"))
        self.periods[Period.WEEK].setText(self.tr("Week"))
        self.new.setText(self.tr("New block"))
        self.new.setToolTip(self.tr("Plan a block (N)"))
        self.flexible.setText(self.tr("Flexible blocks"))
        self.flexible.setToolTip(self.tr("What you want time for, whenever it fits (F)"))
        self.suggest.setText(self.tr("Suggest my week"))
        self.suggest.setToolTip(self.tr("Have the next seven days placed (S)"))
        for button, sign, name in (
            (self.earlier, "‹", self.tr("Earlier (Page up)")),
            (self.later, "›", self.tr("Later (Page down)")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)

    def show_titles(self, title: str, total: str) -> None:
        """Show which time is shown, and how it was kept; room is kept for it, so that the week stays where it is."""
        self._title.setText(title)
        self._total.setText(total)
        self._words.setMinimumHeight(self._title.sizeHint().height() + self._total.sizeHint().height())
        self._total.setVisible(bool(total))  # one line alone stands in the middle, beside the buttons

    def titles(self) -> tuple[str, str]:
        """Return what is shown of both."""
        return self._title.text(), self._total.text()

    def mark(self, period: Period) -> None:
        """Show how much is shown at once."""
        self.periods[period].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(event)
