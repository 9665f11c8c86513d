"""Fields that dialogs and settings share: numbers of minutes, times of day, days of the week."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QTimeEdit, QWidget

from desktop_app.theme import spacing
from engine.settings import Weekday

_HOUR = 60
_DAY = 24 * _HOUR


class NumberField(QSpinBox):
    """A number with its unit; changed is emitted once it was meant, not at every digit.

    none: what 0 is called, "" where 0 is just a number.
    """

    changed = Signal(int)

    def __init__(
        self, bounds: tuple[int, int], step: int, unit: str, none: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setSpecialValueText(none)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.valueChanged.connect(self.changed)

    def show_value(self, value: int) -> None:
        """Show a number without telling of it."""
        with QSignalBlocker(self):
            self.setValue(value)


class TimeField(QTimeEdit):
    """A time of day as minutes after midnight. until: midnight is the end of the day, not its beginning."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, until: bool = False) -> None:
        super().__init__(parent)
        self._midnight = _DAY if until else 0
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWrapping(True)
        self.timeChanged.connect(lambda _time: self.changed.emit(self.minutes))

    @property
    def minutes(self) -> int:
        """Minutes after midnight."""
        time = self.time()
        return time.hour() * _HOUR + time.minute() or self._midnight

    def show_minutes(self, minutes: int) -> None:
        """Show a time without telling of it."""
        hour, minute = divmod(minutes % _DAY, _HOUR)
        with QSignalBlocker(self):
            self.setTime(QTime(hour, minute))


class DaysField(QWidget):
    """The days of the week beside one another, each on or off; emits changed(names)."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.XS)
        self.days = {day: QPushButton(self) for day in Weekday}
        for day, button in self.days.items():
            button.setCheckable(True)
            button.setText(QLocale().standaloneDayName(day.number + 1, QLocale.FormatType.ShortFormat))
            button.setAccessibleName(QLocale().standaloneDayName(day.number + 1))
            button.clicked.connect(lambda _checked=False: self.changed.emit(self.names))
            row.addWidget(button)
        row.addStretch(1)

    @property
    def names(self) -> tuple[str, ...]:
        """The days that are on, by name."""
        return tuple(str(day) for day, button in self.days.items() if button.isChecked())

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show which days are on."""
        for day, button in self.days.items():
            button.setChecked(str(day) in names)
