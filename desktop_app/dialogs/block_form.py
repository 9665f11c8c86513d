"""The fields of a block: what it is for, from when to when, how it repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QHBoxLayout, QTimeEdit, QWidget

from desktop_app.dialogs.about_form import AboutForm, BlockChoices
from desktop_app.dialogs.repeat_form import RepeatForm
from desktop_app.dialogs.tab_order import tab_by_rows
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from engine.domain.blocks import Block, Recurrence
from engine.domain.clock import wall_ms
from engine.domain.intervals import Interval

__all__ = ["BlockChoices", "BlockForm"]

_GAP: Final = spacing.S


class BlockForm(QWidget):
    """Emits changed for every change."""

    changed = Signal()

    def __init__(self, choices: BlockChoices, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = wording.local(0).tzinfo or UTC
        self._wording = wording
        self._days = 0  # from the first day to the last
        self.about = AboutForm(choices, self)
        self.day, self.end_day = QDateEdit(self), QDateEdit(self)
        self.start, self.end = QTimeEdit(self), QTimeEdit(self)
        self.all_day = QCheckBox(self.tr("Whole days"), self)
        self.repeat = RepeatForm(choices.week_start, self._zone, self)
        for day in (self.day, self.end_day):
            day.setCalendarPopup(True)
        for clock in (self.start, self.end):
            clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name()
        self._arrange()
        self._connect()

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
        self.about.title.setPlaceholderText(self.tr("What for?"))
        for field, name in (
            (self.day, self.tr("First day")),
            (self.start, self.tr("Start")),
            (self.end_day, self.tr("Last day")),
            (self.end, self.tr("End")),
        ):
            field.setAccessibleName(name)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(_GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.about.upper(form)
        form.addRow(self.tr("From"), _row(self.day, self.start))
        form.addRow(self.tr("Until"), _row(self.end_day, self.end))
        form.addRow("", self.all_day)
        form.addRow(self.tr("Repeats"), self.repeat)
        self.about.lower(form)
        tab_by_rows(form)

    def _connect(self) -> None:
        self.all_day.toggled.connect(self._turn)
        self.day.dateChanged.connect(self._day_changed)
        for signal in (self.start.timeChanged, self.end.timeChanged, self.end_day.dateChanged, self.repeat.changed):
            signal.connect(self.changed)
        self.about.title.textChanged.connect(self.changed)

    def show_block(self, block: Block, span: Interval) -> None:
        """Show a block at one of its times."""
        self.about.show(block.about)
        start = self._wording.local(span.start_ms)
        end = self._wording.local(span.end_ms - 1 if block.all_day else span.end_ms)
        for field, moment in ((self.day, start), (self.end_day, end)):
            field.setDate(QDate(moment.year, moment.month, moment.day))
        for clock, moment in ((self.start, start), (self.end, end)):
            clock.setTime(QTime(moment.hour, moment.minute))
        self.all_day.setChecked(block.all_day)
        self.repeat.show_rule(block.recurrence.rule, start.date())
        self._days = (end.date() - start.date()).days
        self._turn()

    def _day_changed(self, day: QDate) -> None:
        """Keep how many days it lasts when its first day changes."""
        self.end_day.setDate(day.addDays(self._days))
        self.changed.emit()

    def _turn(self) -> None:
        for clock in (self.start, self.end):
            clock.setVisible(not self.all_day.isChecked())
        self.changed.emit()

    @property
    def first_day(self) -> date:
        """The day it begins on."""
        return _date(self.day)

    def span(self) -> Interval | None:
        """Return from when to when, None where the end does not lie after the start."""
        if self.all_day.isChecked():
            start, end = (
                self._moment(_date(self.day), time()),
                self._moment(_date(self.end_day) + timedelta(days=1), time()),
            )
        else:
            start = self._moment(_date(self.day), _time(self.start))
            end = self._moment(_date(self.end_day), _time(self.end))
        return Interval(start, end) if end > start else None

    def _moment(self, day: date, clock: time) -> int:
        return wall_ms(datetime.combine(day, clock, self._zone))

    def said(self, block: Block, span: Interval) -> Block:
        """Return the block as it is written now, at the time given."""
        rule = self.repeat.said(self.first_day)
        kept = block.recurrence if rule == block.recurrence.rule else Recurrence(rule)
        return replace(block, about=self.about.said(), interval=span, all_day=self.all_day.isChecked(), recurrence=kept)


def _date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _time(field: QTimeEdit) -> time:
    clock = field.time()
    return time(clock.hour(), clock.minute())


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.XS)
    for part in parts:
        row.addWidget(part)
    return row
