"""Sessions in the whole window: Space, header, tray, notifications, and silence where nothing may be said."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.keeper_room import nudge_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.notifications.desktop_service import DesktopService
from engine.domain.focus_choices import Level
from engine.domain.focus_session import Started
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no notification service here, and nobody shall look for one."""
    monkeypatch.setattr(DesktopService, "may_be_there", staticmethod(lambda: False))


def _asked(bench: Any) -> list[tuple[object, ...]]:
    bench.settle()
    bench.settle()
    return [one for one in bench.engine.focus.asked if one[0] in {"start", "stop"}]


def test_space_starts_and_ends_a_session_where_nothing_else_wants_it(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert [one[0] for one in _asked(bench)] == ["start"]
    bench.qtbot.waitUntil(lambda: bench.desk.sessions.keeper.runs)
    assert window.header.focus.isVisible()
    line = window.page.session.form.intention
    QTest.keyClick(line, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert [one[0] for one in _asked(bench)] == ["start"]
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert [one[0] for one in _asked(bench)] == ["start", "stop"]
    bench.qtbot.waitUntil(lambda: not bench.desk.sessions.keeper.runs)
    assert not window.header.focus.isVisible()


def test_the_session_shows_on_every_page_and_in_another_language(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.sessions.keeper.start(intention="Chapter")
    bench.qtbot.waitUntil(bench.desk.window.header.focus.isVisible)
    for page in ("reports", "settings"):
        bench.desk.window.show_page(page)
        assert "Chapter" in bench.desk.window.header.focus.accessibleName()
    bench.desk._speak()
    bench.qtbot.waitUntil(bench.desk.window.header.focus.isVisible)
    bench.settle()


def test_the_tray_starts_and_ends_sessions_and_shows_the_one_going_on(open_desk: Any) -> None:
    bench = open_desk()
    tray = bench.desk.tray
    quiet = tray.icon.icon().pixmap(64, 64).toImage()

    def offered() -> list[str]:
        return [action.text() for action in tray.menu.actions() if action.isVisible() and action.text()]

    assert "Focus for 50 minutes" in offered()
    assert "End the session" not in offered()
    tray.focus.pomodoro.trigger()
    bench.qtbot.waitUntil(lambda: bench.desk.sessions.keeper.runs)
    assert "Focus for 50 minutes" not in offered()
    assert {"Take a break", "End the session"} <= set(offered())
    assert bench.engine.focus.asked[0][3] is Started.TRAY
    assert tray.icon.icon().pixmap(64, 64).toImage() != quiet
    tray.focus.stop.trigger()
    bench.qtbot.waitUntil(lambda: not bench.desk.sessions.keeper.runs)
    assert tray.icon.icon().pixmap(64, 64).toImage() == quiet


def test_a_nudge_that_no_service_shows_comes_up_in_the_corner_and_is_answered(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.sessions.keeper.start()
    bench.settle()
    bench.engine.focus.nudge = nudge_of(Level.NOTICE)
    bench.desk.sessions.keeper.look()
    bench.qtbot.waitUntil(lambda: bench.desk.sessions.nudger.window is not None)
    bench.desk.sessions.nudger.window.work_button.click()
    bench.qtbot.waitUntil(lambda: ("answered", "1:1", "work") in bench.engine.focus.asked)
    assert bench.desk.sessions.nudger.window is None


def test_what_is_answered_to_notifications_is_done(open_desk: Any) -> None:
    bench = open_desk()
    sessions = bench.desk.sessions
    bench.engine.plan.place("Chapter", bench.engine.focus.now_ms, 60, block_id=5)
    soon = Notification("block_soon:5", NotificationKind.BLOCK_SOON, 0, 1, page="plan", block_id=5)
    sessions.notifier.acted.emit(soon, NotificationAction.START)
    bench.qtbot.waitUntil(lambda: sessions.keeper.runs)
    assert bench.engine.focus.asked[0][3:] == (Started.BLOCK, 5)
    sessions.notifier.acted.emit(soon, NotificationAction.OPEN)
    assert bench.desk.window.page_name == "plan"
    sessions.notifier.acted.emit(soon, NotificationAction.SNOOZE)  # the engine gives it again
    due = Notification("break_due:1", NotificationKind.BREAK_DUE, 0, 1)
    sessions.notifier.acted.emit(due, NotificationAction.BREAK)
    bench.qtbot.waitUntil(lambda: ("break",) in bench.engine.focus.asked)


def test_nothing_is_asked_before_the_first_run_is_over_nor_among_made_up_days(open_desk: Any) -> None:
    assert open_desk(first_run_done=False).engine.notifications.asks == []


def test_made_up_days_are_silent(open_desk: Any) -> None:
    bench = open_desk(sample=True)
    assert bench.engine.notifications.asks == []
    bench.desk.sessions.keeper.start()
    bench.settle()
    bench.desk.sessions.keeper.stop()
    bench.settle()
    assert bench.desk.sessions.notifier.toast is None


def test_what_is_due_is_asked_for_once_the_window_is_open(open_desk: Any) -> None:
    assert open_desk().engine.notifications.asks == [False]
    assert QApplication.instance() is not None
