"""Navigation, header, and what is always in sight."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QSpinBox

from desktop_app.options import PAGES
from desktop_app.pages.today import TodayPage
from engine.domain.answers import Answer, Link, Outcome
from engine.settings import Language

# The offscreen platform says so of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _labels(window: Any) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_today_is_shown_first_with_the_days_date(open_desk: Any) -> None:
    window = open_desk().desk.window
    assert window.page_name == "today"
    assert isinstance(window.page, TodayPage)
    assert "Saturday, 21 November" in _labels(window)


def test_every_page_opens_by_its_button_and_says_something(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    buttons = list(window.sidebar.findChildren(QPushButton))
    assert [button.accessibleName() for button in buttons] == [
        "Today", "Plan", "Timeline", "Reports", "Documents", "Insights", "Learn", "Assistant", "Rules", "Settings",
    ]  # fmt: skip
    for name, button in zip(PAGES, buttons, strict=True):
        bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.page_name == name
        assert button.isChecked()
        assert button.text().strip() in _labels(window)
        assert window.page.isVisible()
        assert len([label for label in window.page.findChildren(QLabel) if label.text()]) >= 2


def test_ctrl_and_a_digit_open_the_nth_page(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    for place in range(9):
        window.show_page("settings")
        window.activateWindow()
        bench.qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1.value + place), Qt.KeyboardModifier.ControlModifier)
        assert window.page_name == PAGES[place]


def test_a_page_opened_by_keys_has_them_and_space_opens_no_other(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    rules = next(one for one in window.sidebar.findChildren(QPushButton) if one.accessibleName() == "Rules")
    for digit, wanted in ((Qt.Key.Key_2, "plan"), (Qt.Key.Key_1, "today")):
        rules.setFocus()
        bench.qtbot.keyClick(rules, digit, Qt.KeyboardModifier.ControlModifier)
        bench.settle()
        assert window.page_name == wanted
        assert not rules.hasFocus()
        if wanted == "plan":
            assert window.page.grid.hasFocus()


def test_settings_have_a_shortcut_too(open_desk: Any) -> None:
    bench = open_desk()
    bench.qtbot.keyClick(bench.desk.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert bench.desk.window.page_name == "settings"


def test_the_promise_is_in_sight_wide_and_narrow(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    for width, sidebar in ((1280, 212), (899, 56), (901, 212)):
        window.resize(width, 700)
        bench.qtbot.waitUntil(lambda sidebar=sidebar: window.sidebar.width() == sidebar)
        assert _labels(window).count("All data stays on this computer") == 1


def test_icons_alone_still_have_names(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.window.resize(700, 600)
    for button in bench.desk.window.sidebar.findChildren(QPushButton):
        assert button.text() == ""
        assert button.toolTip() == button.accessibleName() != ""


def test_the_assistant_answers_and_leads_to_the_evidence(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    bench.engine.assistant.answers["Planned?"] = Answer(Outcome.ANSWERED, "Yes.", link=Link.PLAN)
    window.show_page("assistant")
    window.page.ask("Planned?")
    bench.qtbot.waitUntil(lambda: bool(window.page.cards))
    [button] = [child for child in window.page.findChildren(QPushButton) if child.text() == "Show the plan"]
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.page_name == "plan"


def test_speaking_anew_keeps_the_page_and_leaves_no_second_shortcut(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.show_page("plan")
    for _ in range(3):
        window.speak()
        bench.qtbot.wait(5)
    assert window.page_name == "plan"
    keys = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    assert keys.count(QKeySequence("Ctrl+1")) == 1
    bench.qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "timeline"


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_text_is_plain_and_every_control_has_a_name(open_desk: Any, language: Language) -> None:
    window = open_desk(language=language).desk.window
    for name in PAGES:
        window.show_page(name)
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text(), label.text()
    for kind in (QAbstractButton, QLineEdit, QSpinBox):
        for control in window.findChildren(kind):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus and control.isVisibleTo(control.parentWidget()):
                assert control.accessibleName() or getattr(control, "text", str)(), control


def test_closing_without_a_tray_minimises_and_quitting_closes(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.close()
    assert window.isMinimized()
    window.come_forward()
    assert window.isVisible()
    assert not window.isMinimized()
    assert bench.ended == []
    window.close_for_good()
    assert not window.isVisible()
    assert bench.ended == [0]


def test_another_launch_brings_the_window_back(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.window.hide()
    bench.engine.window.raise_other()
    bench.qtbot.waitUntil(bench.desk.window.isVisible, timeout=2_000)
