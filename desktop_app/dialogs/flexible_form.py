"""The fields of a flexible block: what for, how often, how long, when it may lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QHBoxLayout, QPushButton, QSpinBox, QTimeEdit, QWidget

from desktop_app.dialogs.about_form import AboutForm, BlockChoices
from desktop_app.dialogs.block_words import day_names
from desktop_app.dialogs.tab_order import tab_by_rows
from desktop_app.theme import spacing
from engine.domain.blocks import FlexibleBlock

_MOST_A_WEEK: Final = 50
_LONGEST: Final = 24 * 60
_MIDNIGHT: Final = 24 * 60
_STEP: Final = 5


class FlexibleForm(QWidget):
    """Emits changed for every change."""

    changed = Signal()

    def __init__(self, choices: BlockChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flexible: FlexibleBlock | None = None
        self.about = AboutForm(choices, self)
        self.per_week = self._spin(1, _MOST_A_WEEK, self.tr(" times a week"))
        self.once = QCheckBox(self.tr("Only once"), self)
        self.shortest = self._spin(_STEP, _LONGEST, self.tr(" min"))
        self.longest = self._spin(_STEP, _LONGEST, self.tr(" min"))
        self.window_start, self.window_end = QTimeEdit(self), QTimeEdit(self)
        for clock in (self.window_start, self.window_end):
            clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.days = {day: self._day(day, name) for day, name in day_names(choices.week_start)}
        self.has_deadline = QCheckBox(self.tr("By"), self)
        self.deadline = QDateEdit(self)
        self.deadline.setCalendarPopup(True)
        self.active = QCheckBox(self.tr("Find places for it"), self)
        self._name()
        self._arrange()
        self._connect()

    def _spin(self, least: int, most: int, unit: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setSuffix(unit)
        spin.setSingleStep(1 if least == 1 else _STEP)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return spin

    def _day(self, day: int, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(QLocale().standaloneDayName(day + 1))
        button.setCheckable(True)
        button.setAutoDefault(False)
        return button

    def _name(self) -> None:
        names = (
            self.tr("What"),
            self.tr("Kind"),
            self.tr("Category"),
            self.tr("Project"),
            self.tr("Protected: nothing else may be planned over it"),
            self.tr("Note"),
        )
        self.about.write(names, self.tr("None"))
        self.about.title.setPlaceholderText(self.tr("What do you want time for?"))
        for field, name in (
            (self.per_week, self.tr("How many times a week")),
            (self.shortest, self.tr("Shortest length")),
            (self.longest, self.tr("Longest length")),
            (self.window_start, self.tr("Not before")),
            (self.window_end, self.tr("Not after")),
            (self.deadline, self.tr("The last day it may lie on")),
        ):
            field.setAccessibleName(name)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.about.upper(form)
        form.addRow(self.tr("How often"), _row(self.per_week, self.once))
        form.addRow(self.tr("Length"), _row(self.shortest, self.longest))
        form.addRow(self.tr("Between"), _row(self.window_start, self.window_end))
        form.addRow(self.tr("On"), _row(*self.days.values()))
        form.addRow(self.has_deadline, self.deadline)
        form.addRow("", self.active)
        self.about.lower(form)
        tab_by_rows(form)

    def _connect(self) -> None:
        self.once.toggled.connect(self._turn)
        self.has_deadline.toggled.connect(self._turn)
        for spin in (self.per_week, self.shortest, self.longest):
            spin.valueChanged.connect(self.changed)
        for button in self.days.values():
            button.toggled.connect(self.changed)
        for clock in (self.window_start, self.window_end):
            clock.timeChanged.connect(self.changed)

    def show_flexible(self, flexible: FlexibleBlock, today: date) -> None:
        """Show a flexible block; today: what a new deadline begins from."""
        self._flexible = flexible
        self.about.show(flexible.about)
        self.once.setChecked(flexible.per_week == 0)
        self.per_week.setValue(max(1, flexible.per_week))
        self.shortest.setValue(flexible.shortest)
        self.longest.setValue(flexible.longest)
        for clock, minute in ((self.window_start, flexible.window_start), (self.window_end, flexible.window_end)):
            clock.setTime(QTime(minute // 60 % 24, minute % 60))
        for day, button in self.days.items():
            button.setChecked(day in flexible.weekdays)
        last = flexible.deadline or today
        self.has_deadline.setChecked(flexible.deadline is not None)
        self.deadline.setDate(QDate(last.year, last.month, last.day))
        self.active.setChecked(flexible.active)
        self._turn()

    def _turn(self) -> None:
        self.per_week.setEnabled(not self.once.isChecked())
        self.deadline.setEnabled(self.has_deadline.isChecked())
        self.changed.emit()

    def said(self) -> FlexibleBlock:
        """Return the flexible block as it is written now; midnight as an end is that of the next day."""
        last = self.deadline.date()
        return replace(
            self._flexible or FlexibleBlock(self.about.said()),
            about=self.about.said(),
            shortest=self.shortest.value(),
            longest=self.longest.value(),
            per_week=0 if self.once.isChecked() else self.per_week.value(),
            window_start=_minute(self.window_start),
            window_end=_minute(self.window_end) or _MIDNIGHT,
            weekdays=frozenset(day for day, button in self.days.items() if button.isChecked()),
            deadline=date(last.year(), last.month(), last.day()) if self.has_deadline.isChecked() else None,
            active=self.active.isChecked(),
        )


def _minute(field: QTimeEdit) -> int:
    return field.time().hour() * 60 + field.time().minute()


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.XS)
    for part in parts:
        row.addWidget(part)
    return row
