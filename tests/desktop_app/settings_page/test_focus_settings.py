"""How sessions run, what is planned and said by itself is chosen in the settings; a contract is the person's own."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QTime
from PySide6.QtGui import QKeySequence

from engine.domain.focus_choices import Level, Rhythm
from engine.settings import FocusSettings, NotificationSettings, PlanSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(open_desk: Any) -> Any:
    made = open_desk()
    made.desk.window.show_page("settings")
    made.page = made.desk.window.page
    made.settle()
    return made


def _saved(bench: Any) -> Any:
    bench.settle()
    return bench.engine.preferences.load()


def _choose(box: Any, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_rhythm_lengths_level_and_keys(bench: Any) -> None:
    focus = bench.page.focus
    _choose(focus.rhythm, Rhythm.POMODORO)
    focus.work.setValue(25)
    focus.rest.setValue(6)
    focus.long_rest.setValue(20)
    focus.rounds.setValue(3)
    _choose(focus.level, Level.FRICTION)
    focus.after.setValue(30)
    focus.friction.setValue(15)
    focus.keys.setKeySequence(QKeySequence("Ctrl+Alt+F"))
    focus.keys.editingFinished.emit()
    assert _saved(bench).focus == FocusSettings(Rhythm.POMODORO, 25, 6, 20, 3, Level.FRICTION, 30, 15, "Ctrl+Alt+F")
    bench.desk.window.show_page("today")
    assert bench.desk.window.page.session.form.minutes.value() == 25
    assert "25 + 6" in bench.desk.tray.focus.pomodoro.text()


def test_what_a_level_does_not_need_cannot_be_changed(bench: Any) -> None:
    focus = bench.page.focus
    assert focus.after.isEnabled()
    assert not focus.friction.isEnabled()
    assert not focus.rounds.isEnabled()
    _choose(focus.level, Level.OFF)
    bench.settle()
    assert not focus.after.isEnabled()


def test_a_contract_is_made_only_by_ticking_it_and_can_be_left(bench: Any) -> None:
    focus = bench.page.focus
    bench.engine.focus.now_ms = bench.desk.sessions._clock.now().wall_ms
    assert not focus.leave_button.isVisibleTo(focus)
    focus.make_button.click()
    assert not focus.dialog.make_button.isEnabled()
    assert bench.engine.focus.contract is None
    focus.dialog.lengths.setCurrentIndex(0)
    focus.dialog.agreed.click()
    focus.dialog.make_button.click()
    bench.qtbot.waitUntil(lambda: focus.leave_button.isVisibleTo(focus))
    assert ("contract", 30) in bench.engine.focus.asked
    assert not focus.make_button.isVisibleTo(focus)
    focus.leave_button.click()
    bench.qtbot.waitUntil(lambda: focus.make_button.isVisibleTo(focus))
    assert bench.engine.focus.contract is None


def test_within_what_kairos_may_plan(bench: Any) -> None:
    plan = bench.page.plan
    plan.start.setTime(QTime(8, 30))
    plan.end.setTime(QTime(0, 0))  # the end of the day, not its beginning
    plan.days.days[list(plan.days.days)[5]].click()
    plan.deep_cap.setValue(180)
    plan.shortest.setValue(150)
    plan.pause.setValue(10)
    plan.wanted.setValue(0)
    workdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    assert _saved(bench).plan == PlanSettings(510, 1440, workdays, 180, 150, 150, 10, 0)
    assert plan.longest.value() == 150
    assert plan.end.minutes == 1440


def test_what_is_said_by_itself(bench: Any) -> None:
    said = bench.page.notifications
    said.block_soon.setValue(10)
    said.break_after.setValue(0)
    said.eye_rest.setValue(20)
    said.goals.click()
    said.has_summary.click()
    bench.settle()
    said.summary.setTime(QTime(17, 45))
    said.quiet_from.setTime(QTime(21, 0))
    said.quiet_until.setTime(QTime(6, 0))
    said.letter_trial.click()
    bench.settle()
    said.letter.click()
    wanted = NotificationSettings(True, 10, 0, 20, False, 17 * 60 + 45, 21 * 60, 6 * 60, False, False)
    assert _saved(bench).notifications == wanted
    said.enabled.click()
    bench.settle()
    assert not said.summary.isEnabled()
    assert not said.letter_trial.isEnabled()
