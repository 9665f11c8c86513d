"""The fields that say how a block repeats: plain choices, days, an end, or a rule of one's own."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop_app.dialogs.block_words import day_names
from desktop_app.dialogs.repeat_rule import Chosen, Repeat, choice_of, rule_of
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_field

_LONGEST: Final = 500
_MOST: Final = 999
_NEVER, _UNTIL, _COUNT = "never", "until", "count"
_WITH_DAYS: Final = frozenset({Repeat.WEEKLY, Repeat.FORTNIGHTLY})


class RepeatForm(QWidget):
    """Emits changed for every change."""

    changed = Signal()

    def __init__(self, week_start: int, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._first = date(2026, 1, 1)
        self.choice, self.end = QComboBox(self), QComboBox(self)
        self.rule, self.until, self.count = QLineEdit(self), QDateEdit(self), QSpinBox(self)
        self.days = {day: self._day(day, name) for day, name in day_names(week_start)}
        self.rule.setMaxLength(_LONGEST)
        self.rule.setPlaceholderText("FREQ=WEEKLY;BYDAY=MO,WE")
        self.until.setCalendarPopup(True)
        self.count.setRange(1, _MOST)
        self.count.setValue(10)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for value, text in (
            (_NEVER, self.tr("without end")),
            (_UNTIL, self.tr("until")),
            (_COUNT, self.tr("so many times")),
        ):
            self.end.addItem(text, value)
        self._fill_choices()
        self._name()
        self._arrange()
        self.choice.currentIndexChanged.connect(self._turn)
        self.end.currentIndexChanged.connect(self._turn)
        self.rule.textChanged.connect(self.changed)
        self._turn()

    def _day(self, day: int, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(QLocale().standaloneDayName(day + 1))
        button.setCheckable(True)
        button.setAutoDefault(False)
        return button

    def _fill_choices(self) -> None:
        held = self.choice.currentData()
        day = QDate(self._first.year, self._first.month, self._first.day)
        texts = {
            Repeat.NEVER: self.tr("Does not repeat"),
            Repeat.DAILY: self.tr("Every day"),
            Repeat.WORKDAYS: self.tr("Monday to Friday"),
            Repeat.WEEKLY: self.tr("Every week on"),
            Repeat.FORTNIGHTLY: self.tr("Every second week on"),
            Repeat.MONTHLY: self.tr("Every month on day %1").replace("%1", str(day.day())),
            Repeat.YEARLY: self.tr("Every year"),
            Repeat.CUSTOM: self.tr("By a rule (RRULE)"),
        }
        self.choice.blockSignals(True)
        self.choice.clear()
        for repeat, text in texts.items():
            self.choice.addItem(text, repeat)
        self.choice.setCurrentIndex(max(0, self.choice.findData(held)))
        self.choice.blockSignals(False)

    def _name(self) -> None:
        for field, name in (
            (self.choice, self.tr("How it repeats")),
            (self.end, self.tr("How long it repeats")),
            (self.until, self.tr("The last day")),
            (self.count, self.tr("How many times")),
            (self.rule, self.tr("Rule of RFC 5545")),
        ):
            name_field(field, name)

    def _arrange(self) -> None:
        self._day_row, self._end_row = QWidget(self), QWidget(self)
        rows: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (self._day_row, tuple(self.days.values())),
            (self._end_row, (self.end, self.until, self.count)),
        )
        for widget, parts in rows:
            row = QHBoxLayout(widget)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(spacing.XS)
            for field in parts:
                row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        for part in (self.choice, self._day_row, self.rule, self._end_row):
            column.addWidget(part)

    def show_rule(self, rule: str, first: date) -> None:
        """Show the rule of a block whose first day is given."""
        self._first = first
        self._fill_choices()
        chosen = choice_of(rule, first, self._zone)
        self.choice.setCurrentIndex(self.choice.findData(chosen.repeat))
        self.rule.setText(chosen.rule)
        for day, button in self.days.items():
            button.setChecked(day in (chosen.weekdays or {first.weekday()}))
        until = chosen.until or first + timedelta(days=90)
        self.until.setDate(QDate(until.year, until.month, until.day))
        self.count.setValue(chosen.count or 10)
        mode = _UNTIL if chosen.until else _COUNT if chosen.count else _NEVER
        self.end.setCurrentIndex(self.end.findData(mode))
        self._turn()

    def _turn(self) -> None:
        repeat = Repeat(self.choice.currentData())
        ends = repeat not in {Repeat.NEVER, Repeat.CUSTOM}
        self._day_row.setVisible(repeat in _WITH_DAYS)
        self.rule.setVisible(repeat is Repeat.CUSTOM)
        self._end_row.setVisible(ends)
        self.until.setVisible(self.end.currentData() == _UNTIL)
        self.count.setVisible(self.end.currentData() == _COUNT)
        self.changed.emit()

    def said(self, first: date) -> str:
        """Return the rule as it is chosen now, for a block whose first day is given; "" for none."""
        mode, day = self.end.currentData(), self.until.date()
        chosen = Chosen(
            Repeat(self.choice.currentData()),
            self.rule.text(),
            date(day.year(), day.month(), day.day()) if mode == _UNTIL else None,
            self.count.value() if mode == _COUNT else None,
            frozenset(day for day, button in self.days.items() if button.isChecked()),
        )
        return rule_of(chosen, first, self._zone)
