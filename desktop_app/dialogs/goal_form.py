"""The fields of a goal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QSpinBox, QStackedWidget, QWidget

from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_field
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from engine.domain.app_names import AppNames
from engine.domain.categories import CategoryTree
from engine.domain.goals import EVERY_DAY, Direction, Goal, Measure, Per

_LONGEST: Final = 200
_MOST_HOURS: Final = 168
_MEANING_WIDTH: Final = 300


@dataclass(frozen=True, slots=True)
class GoalChoices:
    """What a goal can be about. apps, projects: names as recorded; names: what to call the apps."""

    tree: CategoryTree
    apps: tuple[str, ...]
    projects: tuple[str, ...]
    names: AppNames
    week_start: int = 0


class GoalForm(QWidget):
    """Emits changed for every change."""

    changed = Signal()

    def __init__(self, goal: Goal, choices: GoalChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.direction = _box(
            self, {Direction.AT_LEAST: self.tr("At least"), Direction.AT_MOST: self.tr("At most")}, goal.direction
        )
        self.hours, self.minutes = self._spin(_MOST_HOURS, self.tr(" h")), self._spin(59, self.tr(" min"))
        self.hours.setValue(goal.minutes // 60)
        self.minutes.setValue(goal.minutes % 60)
        self.minutes.setSingleStep(5)
        self.per = _box(self, {Per.DAY: self.tr("a day"), Per.WEEK: self.tr("a week")}, goal.per)
        self.measure = _box(self, self._measures(), goal.measure)
        self.category = CategoryBox(choices.tree, self)
        for _ in range(2):  # a goal always says which
            self.category.removeItem(0)
        self.app = _names(self, ((foreign(choices.names.name(app), _LONGEST), app) for app in choices.apps))
        self.project = _names(self, ((foreign(one, _LONGEST), one) for one in choices.projects))
        self.meaning = Paragraph(
            self.tr("Time in categories with weight +2 in full and +1 by half, as set on the Rules page."),
            "muted",
            self,
        )
        self.days = self._day_buttons(goal, choices.week_start)
        self._choose(goal)
        self._arrange()
        self._connect()
        self._turn()

    def _measures(self) -> dict[Measure, str]:
        return {
            Measure.FOCUS: self.tr("Deep work"),
            Measure.CATEGORY: self.tr("A category"),
            Measure.APP: self.tr("An app"),
            Measure.PROJECT: self.tr("A project"),
        }

    def _spin(self, most: int, unit: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, most)
        spin.setSuffix(unit)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return spin

    def _day_buttons(self, goal: Goal, week_start: int) -> dict[int, QPushButton]:
        buttons = {}
        for number in range(7):
            day = (week_start + number) % 7
            button = QPushButton(QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat), self)
            button.setAccessibleName(QLocale().dayName(day + 1))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(day in goal.weekdays)
            buttons[day] = button
        return buttons

    def _choose(self, goal: Goal) -> None:
        if goal.measure is Measure.CATEGORY and isinstance(goal.target, int):
            self.category.choose(goal.target)
        for measure, box in ((Measure.APP, self.app), (Measure.PROJECT, self.project)):
            if goal.measure is measure:
                place = box.findData(goal.target)
                box.setCurrentIndex(place)
                if place < 0:
                    box.setEditText(foreign(str(goal.target), _LONGEST))

    def _arrange(self) -> None:
        self.targets = QStackedWidget(self)
        for part in (self.meaning, self.category, self.app, self.project):
            self.targets.addWidget(part)
        self.targets.setMinimumHeight(max(spacing.TARGET, self.meaning.heightForWidth(_MEANING_WIDTH)))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        amount = _row(self.direction, self.hours, self.minutes, self.per)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Of"), self.measure),
            (self.tr("Which"), self.targets),
            (self.tr("How much"), amount),
            (self.tr("On"), _row(*self.days.values())),
        )
        for label, field in rows:
            form.addRow(label, field)
        named = {
            self.measure: self.tr("What the goal is about"),
            self.category: self.tr("Category"),
            self.app: self.tr("App"),
            self.project: self.tr("Project"),
            self.direction: self.tr("At least or at most"),
            self.hours: self.tr("Hours"),
            self.minutes: self.tr("Minutes"),
            self.per: self.tr("A day or a week"),
        }
        for field, name in named.items():
            name_field(field, name)

    def _connect(self) -> None:
        self.measure.currentIndexChanged.connect(self._turn)
        for box in (self.direction, self.per, self.category):
            box.currentIndexChanged.connect(self.changed)
        for names in (self.app, self.project):
            names.currentTextChanged.connect(self.changed)
        for spin in (self.hours, self.minutes):
            spin.valueChanged.connect(self.changed)
        for button in self.days.values():
            button.toggled.connect(self.changed)

    def _turn(self) -> None:
        place = {Measure.FOCUS: 0, Measure.CATEGORY: 1, Measure.APP: 2, Measure.PROJECT: 3}
        self.targets.setCurrentIndex(place[self._measure()])
        self.changed.emit()

    def _measure(self) -> Measure:
        return Measure(self.measure.currentData())

    def said(self) -> Goal:
        """Return the goal as it is written now."""
        measure = self._measure()
        target: int | str | None = None
        if measure is Measure.CATEGORY:
            target = self.category.chosen()
        elif measure is not Measure.FOCUS:
            target = _said(self.app if measure is Measure.APP else self.project)
        weekdays = frozenset(day for day, button in self.days.items() if button.isChecked())
        minutes = self.hours.value() * 60 + self.minutes.value()
        return Goal(
            Direction(self.direction.currentData()), measure, target, minutes, Per(self.per.currentData()), weekdays
        )

    def complete(self) -> bool:
        """Return whether everything is said."""
        goal = self.said()
        enough = goal.minutes > 0 or goal.direction is Direction.AT_MOST
        aimed = goal.measure is Measure.FOCUS or bool(goal.target)
        return enough and aimed and bool(goal.weekdays & EVERY_DAY)


def _box(parent: QWidget, names: dict[Direction, str] | dict[Per, str] | dict[Measure, str], chosen: str) -> QComboBox:
    box = QComboBox(parent)
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _names(parent: QWidget, items: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for shown, name in items:
        box.addItem(shown, name)
    box.setCurrentIndex(-1)
    return box


def _said(box: QComboBox) -> str:
    """Return the name as recorded where one of the list is chosen or written, else what is written."""
    text, place = box.currentText().strip(), box.currentIndex()
    if place < 0 or box.itemText(place) != text:  # else the very one that was chosen, of several that are called so
        place = box.findText(text, Qt.MatchFlag.MatchFixedString)
    return str(box.itemData(place)) if place >= 0 else text


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.XS)
    for part in parts:
        row.addWidget(part)
    return row
