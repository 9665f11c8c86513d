from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.widgets.choosing import choose_below

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_name_is_chosen_by_keys_alone(qtbot: QtBot) -> None:
    button = QPushButton("Add")
    done: list[str] = []
    qtbot.addWidget(button)
    button.show()
    names = ("R & D", "Reading")
    menu = choose_below(button, [(name, partial(done.append, name)) for name in names])
    assert [line.text() for line in menu.actions()] == ["R && D", "Reading"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["Reading"]
