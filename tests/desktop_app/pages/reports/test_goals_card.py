"""The goals of the Reports page: how they stand over the days shown, and adding, changing and removing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from helpers.dressed import picture, speaking
from helpers.report_page import listed, opened
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.edit_goal import EditGoal
from desktop_app.pages.reports import ReportsPage
from desktop_app.pages.reports.day_range import RangeKind
from desktop_app.theme import DARK, LIGHT, Palette
from desktop_app.widgets.goal_strip import Outcome
from engine.domain.errors import StorageBusy
from engine.domain.goals import Direction, Goal, Measure, Per

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CODING = Goal(Direction.AT_LEAST, Measure.CATEGORY, 1, 90, Per.DAY)


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    with speaking("en_GB"):
        yield


@pytest.fixture
def page(qtbot: QtBot) -> ReportsPage:
    return opened(qtbot)


def _goals(page: ReportsPage) -> Any:
    """Return the goals behind the page; it is Monday noon, after two hours of coding."""
    engine = page._choices.engine
    assert engine is not None
    return engine.goals


def _shown(page: ReportsPage) -> list[tuple[str, str, str, str]]:
    return [(row.name.text(), row.aim.text(), row.value.text(), row.note.text()) for row in page.body.goals.rows]


def _dialog(page: ReportsPage) -> EditGoal:
    dialog = page.body.goals.dialog
    assert dialog is not None
    dialog.preview.ask()
    return dialog


def test_without_goals_the_card_says_what_they_are_for(page: ReportsPage) -> None:
    assert _shown(page) == []
    assert page.body.goals.note.isVisible()
    assert "deep work" in page.body.goals.note.text()


def test_goals_stand_over_the_days_shown(page: ReportsPage) -> None:
    goals = _goals(page)
    goals.add(CODING)
    goals.add(
        replace(CODING, direction=Direction.AT_MOST, measure=Measure.APP, target="chat", minutes=10, per=Per.WEEK)
    )
    goals.add(replace(CODING, measure=Measure.FOCUS, target=None, weekdays=frozenset({5})))
    page.refresh()
    assert _shown(page) == [
        ("Work", "At least 1 h 30 min a day", "2 h 00 min of 1 h 30 min · Met", "Met 1 of 1"),
        ("Chat", "At most 10 min a week", "30 min of 10 min · Missed", "Week from Mon 2 Mar"),
        ("Deep work", "At least 1 h 30 min a day · Sat", "–", "Not in these days"),
    ]
    daily, weekly, _ = page.body.goals.rows
    assert [bar.outcome for bar in daily.strip.bars] == [Outcome.GOOD] + [Outcome.NOTHING] * 6
    assert [bar.outcome for bar in weekly.strip.bars] == [Outcome.BAD]
    assert daily.strip.describe((0, 0)) == "Mon 2 Mar: 2 h 00 min\nMet"
    page.show_kind(RangeKind.DAY)
    assert len(daily.strip.bars) == 1
    assert not page.body.goals.note.isVisible()


def test_a_bar_leads_to_its_activities(page: ReportsPage) -> None:
    _goals(page).add(replace(CODING, target=2))
    page.refresh()
    strip = page.body.goals.rows[0].strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 20))
    assert len(listed(page)) == 1
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Left,) * 9:
        QTest.keyClick(strip, key)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert "编码" in page.panel.heading.text()


def test_a_goal_is_added_changed_and_removed(page: ReportsPage) -> None:
    card = page.body.goals
    card.add_button.click()
    dialog = _dialog(page)
    assert dialog.form.measure.currentText() == "Deep work"
    assert dialog.focusWidget() is dialog.form.measure, "keys begin where reading does"
    assert not dialog.remove_button.isVisible()
    dialog.form.measure.setCurrentIndex(dialog.form.measure.findData(Measure.APP))
    assert not dialog.save_button.isEnabled()
    dialog.form.app.setEditText("Editor")
    dialog.form.hours.setValue(1)
    for day in (5, 6):
        dialog.form.days[day].click()
    dialog.save_button.click()
    [stored] = _goals(page).all()
    assert (stored.measure, stored.target, stored.minutes) == (Measure.APP, "editor", 60)
    assert stored.weekdays == frozenset(range(5))
    assert _shown(page)[0][:2] == ("Editor", "At least 1 h 00 min a day · Mon – Fri")

    card.rows[0].button.click()
    dialog = _dialog(page)
    assert dialog.form.app.currentText() == "Editor"
    dialog.form.direction.setCurrentIndex(1)
    dialog.save_button.click()
    [changed] = _goals(page).all()
    assert changed == replace(stored, direction=Direction.AT_MOST)
    assert _shown(page)[0][2].endswith("Missed")

    card.rows[0].button.click()
    _dialog(page).remove_button.click()
    assert _goals(page).all() == []
    assert _shown(page) == []


def test_a_goal_that_was_removed_comes_back(page: ReportsPage) -> None:
    stored, card = _goals(page).add(CODING), page.body.goals
    page.refresh()
    card.rows[0].button.click()
    _dialog(page).remove_button.click()
    assert _shown(page) == []
    assert card.can_undo
    card.undo()
    [again] = _goals(page).all()
    assert replace(again, id=0, made_ms=0) == replace(stored, id=0, made_ms=0)
    assert len(_shown(page)) == 1
    assert not card.can_undo


def test_while_it_is_written_a_goal_is_tried_on_the_last_weeks(page: ReportsPage) -> None:
    page.body.goals.edit(CODING)
    dialog = _dialog(page)
    assert len(dialog.preview.strip.bars) == 50
    assert dialog.preview.line.text() == "Met 1 of 2"  # an hour on the Monday before
    dialog.form.hours.setValue(0)
    dialog.form.minutes.setValue(60)
    dialog.preview.ask()
    assert dialog.preview.line.text() == "Met 2 of 2"
    dialog.form.minutes.setValue(0)
    assert (dialog.preview.strip.bars, dialog.save_button.isEnabled()) == ((), False)
    dialog.reject()
    assert _goals(page).all() == []


def test_what_the_engine_refuses_is_said_and_the_dialog_stays(page: ReportsPage) -> None:
    page.body.goals.edit(CODING)
    dialog = _dialog(page)
    dialog.form.hours.setValue(30)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "1 to 1440 minutes" in dialog.error.text()
    dialog.preview.ask()
    assert "1 to 1440 minutes" in dialog.preview.line.text()
    dialog.reject()


def test_goals_that_cannot_be_read_say_so(page: ReportsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise StorageBusy("Try again.")

    monkeypatch.setattr(_goals(page), "progress", busy)
    page.body.goals.refresh()
    assert page.body.goals.note.text() == "⚠ Try again."


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda one: one.name)
def test_met_and_missed_differ_by_shape_too(qtbot: QtBot, palette: Palette) -> None:
    page = opened(qtbot, palette=palette)
    for minutes in (60, 1_400):
        _goals(page).add(replace(CODING, minutes=minutes))
    page.refresh()
    met, missed = (picture(row.strip, 300, 44) for row in page.body.goals.rows)
    surface = {met.pixelColor(150, 20).name(), missed.pixelColor(150, 20).name()}
    assert len(surface) == 1
    inside_met = met.pixelColor(11, 35).name()
    assert inside_met == palette.colour("meeting").name()
    assert missed.pixelColor(11, 41).name() != inside_met


def test_a_narrow_page_puts_the_bars_below_the_words(page: ReportsPage) -> None:
    _goals(page).add(CODING)
    page.refresh()
    row = page.body.goals.rows[0]
    for width, below in ((1068, False), (520, True), (1068, False)):
        page.resize(width, 720)
        for _ in range(3):
            QApplication.processEvents()
        assert (row.strip.y() > row.name.y() + row.name.height()) is below
        assert row.name.width() > 60


def test_a_goal_met_again_and_again_says_how_often_in_a_row(page: ReportsPage) -> None:
    _goals(page).add(replace(CODING, minutes=1))
    page.body.goals.refresh()
    page.body.goals.refresh()
    streak = _goals(page).streaks()[1]
    assert streak.length >= 2
    row = page.body.goals.rows[0]
    assert f"{streak.length} days in a row" in row.note.text()
    assert "one miss in seven days is forgiven" in row.note.toolTip()
    row.show_streak(replace(streak, length=1))
    assert "in a row" not in row.note.text()
