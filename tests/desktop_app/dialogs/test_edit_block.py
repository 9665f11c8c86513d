"""The dialogs of the plan over a real plan: what is written is stored, what is refused is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from helpers.dressed import dressed, speaking
from helpers.plan_room import DAY, MONDAY, at, block, span
from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.dialogs.about_form import BlockChoices
from desktop_app.dialogs.block_words import days_said
from desktop_app.dialogs.edit_block import EditBlock
from desktop_app.dialogs.flexible_form import FlexibleForm
from desktop_app.dialogs.flexible_list import FlexibleList
from desktop_app.dialogs.repeat_rule import Repeat
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.blocks import About, Block, BlockKind, FlexibleBlock, Occurrence, Scope
from engine.paths import ProfilePaths

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """A plan, and a window for dialogs over it."""

    def __init__(self, engine: Engine, background: Background, qtbot: QtBot) -> None:
        self.engine, self.background, self.qtbot = engine, background, qtbot
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        dressed(LIGHT)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.waiting == 0)

    def edit(self, occurrence: Occurrence) -> EditBlock:
        choices = BlockChoices(self.engine.rules.tree())
        dialog = EditBlock(occurrence, choices, self.engine.plan, self.background, Wording("UTC"), self.parent)
        dialog.show()
        return dialog

    def planned(self) -> list[tuple[int, float, str]]:
        found = self.engine.plan.occurrences(MONDAY, MONDAY + 14 * DAY)
        told = [(one.interval, one.block.about.title) for one in found]
        return [(when.start_ms - MONDAY, when.length_ms / 3_600_000, title) for when, title in told]

    def first(self) -> Occurrence:
        return self.engine.plan.occurrences(MONDAY, MONDAY + 14 * DAY)[0]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    engine, background = build_engine(ProfilePaths(tmp_path / "profile").ensure()), Background()
    with speaking("en_GB"):
        yield Desk(engine, background, qtbot)
    background.close()
    engine.close()


def new(day: int, start: float, end: float) -> Occurrence:
    interval = span(day, start, end)
    return Occurrence(interval, Block(About(), interval, "UTC"), interval.start_ms)


def test_a_new_block_is_stored_as_it_is_written(desk: Desk) -> None:
    dialog = desk.edit(new(1, 9, 10))
    form = dialog.form
    form.about.title.setText("  Study ")
    form.about.kind.setCurrentIndex(form.about.kind.findData(BlockKind.LEARNING))
    form.end.setTime(QTime(11, 30))
    form.about.project.setText("Degree")
    form.about.protected.setChecked(True)
    form.about.note.setPlainText("Chapter 2")
    form.repeat.choice.setCurrentIndex(form.repeat.choice.findData(Repeat.WEEKLY))
    dialog.save_button.click()
    desk.settle()
    stored = desk.first().block
    assert stored.about == About(BlockKind.LEARNING, "Study", None, "Degree", "Chapter 2", protected=True)
    assert stored.recurrence.rule == "FREQ=WEEKLY;BYDAY=TU"
    assert desk.planned() == [(at(1, 9) - MONDAY, 2.5, "Study"), (at(8, 9) - MONDAY, 2.5, "Study")]


def test_an_end_before_the_start_cannot_be_saved_and_is_said(desk: Desk) -> None:
    dialog = desk.edit(new(1, 9, 10))
    dialog.form.end.setTime(QTime(8, 0))
    assert not dialog.save_button.isEnabled()
    assert "ends before it begins" in dialog.error.text()
    dialog.form.end_day.setDate(dialog.form.end_day.date().addDays(1))
    assert dialog.save_button.isEnabled()
    assert not dialog.error.isVisible()
    dialog.reject()


def test_the_last_day_follows_the_first_and_whole_days_have_no_hours(desk: Desk) -> None:
    dialog = desk.edit(new(1, 22, 26))
    form = dialog.form
    form.day.setDate(QDate(2026, 6, 20))
    assert form.end_day.date() == QDate(2026, 6, 21)
    form.all_day.setChecked(True)
    assert not form.start.isVisible()
    dialog.save_button.click()
    desk.settle()
    stored = desk.first()
    assert stored.block.all_day
    assert stored.interval == span(5, 0, 48)


def test_what_the_plan_refuses_is_said_and_the_dialog_stays(desk: Desk) -> None:
    dialog = desk.edit(new(1, 9, 10))
    form = dialog.form
    form.repeat.choice.setCurrentIndex(form.repeat.choice.findData(Repeat.CUSTOM))
    form.repeat.rule.setText("FREQ=SECONDLY")
    dialog.save_button.click()
    desk.settle()
    assert dialog.isVisible()
    assert "every minute or second" in dialog.error.text()
    assert desk.planned() == []
    dialog.reject()


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        (Scope.ONE, ["Daily", "Other", "Daily", "Daily"]),
        (Scope.FOLLOWING, ["Daily", "Other", "Other", "Other"]),
        (Scope.ALL, ["Other", "Other", "Other", "Other"]),
    ],
)
def test_of_a_repeated_block_one_time_later_ones_or_all_are_changed(
    desk: Desk, scope: Scope, titles: list[str]
) -> None:
    desk.engine.plan.add(block(0, 9, 10, "Daily", rule="FREQ=DAILY;COUNT=4"))
    second = desk.engine.plan.occurrences(MONDAY, MONDAY + 14 * DAY)[1]
    dialog = desk.edit(second)
    assert not dialog.form.repeat.isEnabled()
    dialog.scopes[scope].setChecked(True)
    dialog.form.about.title.setText("Other")
    dialog.form.start.setTime(QTime(9, 30))
    dialog.save_button.click()
    desk.settle()
    assert [one[2] for one in desk.planned()] == titles
    starts = [(one[0] - number * DAY) / 3_600_000 for number, one in enumerate(desk.planned())]
    assert starts == [9.5 if title == "Other" else 9.0 for title in titles]


def flexible_list(desk: Desk) -> FlexibleList:
    listed = FlexibleList(
        BlockChoices(desk.engine.rules.tree()), date(2026, 6, 17), desk.engine.plan, desk.background, desk.parent
    )
    listed.show()
    desk.settle()
    return listed


def test_a_flexible_block_is_added_as_it_is_written_and_listed(desk: Desk) -> None:
    listed = flexible_list(desk)
    listed.new_button.click()
    assert listed.dialog is not None
    form = listed.dialog.form
    form.about.title.setText("Run")
    form.per_week.setValue(3)
    form.shortest.setValue(30)
    form.longest.setValue(45)
    form.window_start.setTime(QTime(7, 0))
    form.days[5].setChecked(True)
    form.has_deadline.setChecked(True)
    form.deadline.setDate(QDate(2026, 7, 1))
    listed.dialog.save_button.click()
    desk.settle()
    [stored] = desk.engine.plan.flexible()
    days, last = frozenset(range(6)), date(2026, 7, 1)
    assert stored == FlexibleBlock(About(title="Run"), 30, 45, 3, 420, 1440, days, last, id=stored.id)
    desk.settle()
    cells = [str(listed.item_model.data(listed.item_model.index(0, column))) for column in range(5)]
    assert cells[:3] == ["Run", "3 times a week", "30–45 min"]
    assert "07:00 – 00:00" in cells[3]
    listed.accept()


def test_a_flexible_block_that_cannot_be_meant_is_refused_and_one_is_removed(desk: Desk) -> None:
    desk.engine.plan.add_flexible(FlexibleBlock(About(title="Run"), 30, 45))
    listed = flexible_list(desk)
    listed.open_button.click()
    assert listed.dialog is not None
    listed.dialog.form.longest.setValue(20)
    listed.dialog.save_button.click()
    desk.settle()
    assert "longest is not shorter" in listed.dialog.error.text()
    listed.dialog.remove_button.click()
    desk.settle()
    assert desk.engine.plan.flexible() == []
    desk.settle()
    listed.accept()


def test_tab_goes_through_the_forms_as_they_are_read(desk: Desk) -> None:
    edit = desk.edit(Occurrence(span(2, 9, 10), block(2, 9, 10, "Read"), at(2, 9)))
    form, about = edit.form, edit.form.about
    read = [about.title, about.kind, form.day, form.start, form.end_day, form.end, form.all_day, form.repeat.choice]
    read += [about.category, about.project, about.protected, about.note]
    assert [one for one in _tabbed(about.title, len(read) * 4) if one in read][: len(read)] == read
    flexible = FlexibleForm(BlockChoices(desk.engine.rules.tree()), desk.parent)
    wanted = [flexible.about.title, flexible.about.kind, flexible.per_week, flexible.shortest, flexible.longest]
    wanted += [*flexible.days.values(), flexible.has_deadline, flexible.deadline, flexible.about.category]
    assert [one for one in _tabbed(flexible.about.title, 80) if one in wanted][: len(wanted)] == wanted


def _tabbed(first: QWidget, steps: int) -> list[QWidget]:
    found: list[QWidget] = [first]
    while len(found) < steps and (after := found[-1].nextInFocusChain()) is not None:
        found.append(after)
    return found


def test_days_in_a_row_are_said_by_the_first_and_the_last() -> None:
    assert days_said(0, {0, 1, 2, 3, 4}) == "Mon–Fri"
    assert days_said(0, {0, 1, 3, 5, 6}) == "Mon Tue Thu Sat Sun"
    assert days_said(6, {6, 0, 1, 4}) == "Sun–Tue Fri"
