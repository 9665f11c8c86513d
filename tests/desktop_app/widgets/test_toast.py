from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets import toast as toast_file
from desktop_app.widgets.toast import Toast, toast_over

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def test_it_says_what_was_done_and_goes_by_itself(
    parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast_file, "SHOWN_MS", 60)
    toast = Toast(parent)
    toast.say("<b>Deleted</b>")
    assert toast.isVisible()
    assert (toast.text, toast.accessibleName()) == ("<b>Deleted</b>", "<b>Deleted</b>")
    assert not toast.button.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2_000)


def test_its_button_leads_back_and_closes_it(parent: QWidget, qtbot: QtBot) -> None:
    toast = Toast(parent)
    toast.say("Deleted", "Undo")
    with qtbot.waitSignal(toast.clicked, timeout=500):
        QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    parent.hide()


def test_it_stays_at_the_bottom_and_inside(parent: QWidget) -> None:
    toast = Toast(parent)
    toast.say("word " * 200, "Undo")
    for size in ((800, 600), (400, 300)):
        parent.resize(*size)
        assert parent.rect().contains(toast.geometry())
        assert toast.geometry().bottom() > size[1] - 40
    parent.hide()
    assert not toast.isVisible()


@pytest.mark.parametrize("size", [(800, 600), (500, 300), (960, 540)])
def test_it_covers_no_control(parent: QWidget, qtbot: QtBot, size: tuple[int, int]) -> None:
    parent.resize(*size)
    column, row = QVBoxLayout(parent), QHBoxLayout()
    table = QTableWidget(3, 3)
    buttons = [QPushButton(text) for text in ("Add rule…", "Add category…", "Edit…", "Remove")]
    for button in buttons:
        row.addWidget(button)
    column.addWidget(QLineEdit())
    column.addWidget(table)
    column.addLayout(row)
    qtbot.waitUntil(lambda: buttons[-1].isVisible() and table.isVisible())
    toast = Toast(parent)
    toast.say("Removed: a rule of the category Work", "Undo")
    covered = [
        one for one in (*buttons, *parent.findChildren(QLineEdit)) if one.geometry().intersects(toast.geometry())
    ]
    assert not covered
    assert parent.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > buttons[0].y() - 40  # as low as may be
    table.hide()
    column.insertStretch(1)
    qtbot.wait(1)
    toast.say("Removed: a rule", "Undo")
    assert not any(one.geometry().intersects(toast.geometry()) for one in buttons)
    parent.hide()


def test_what_is_offered_is_taken_back_once_seen_or_not(parent: QWidget) -> None:
    toast, done = Toast(parent), []
    assert not toast.can_undo
    toast.offer("Removed: one", lambda: done.append("one"))
    assert toast.button.text() == "Undo"
    toast.say("Opened")  # says something else and leaves the way back
    toast.hide()
    assert toast.can_undo
    toast.undo()
    toast.undo()
    assert done == ["one"]
    toast.offer("Removed: two", lambda: done.append("two"))
    toast.offer("Removed: three", lambda: done.append("three"))
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert done == ["one", "three"]
    assert not toast.can_undo
    parent.hide()


def test_it_stands_over_the_page_and_the_keys_for_undoing_are_bound_there(parent: QWidget) -> None:
    page = QWidget(parent)
    page.setProperty("role", "page")
    card = QWidget(page)
    parent.show()
    page.show()
    toast, done = toast_over(card), []
    assert toast.parentWidget() is page
    toast.offer("Removed", lambda: done.append(True))
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == [True]
    parent.hide()
