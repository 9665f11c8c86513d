"""Questions look like the dialogs of the window: words alone on their buttons, and the main one last."""

from __future__ import annotations

import pytest
from helpers.dressed import dressed
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_buttons_of_a_question_bear_words_alone_and_the_main_one_is_last(qtbot: QtBot) -> None:
    dressed(LIGHT)
    box = QMessageBox()
    qtbot.addWidget(box)
    remove = box.addButton("Remove", QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    with qtbot.waitExposed(box):
        box.show()
    assert cancel.icon().isNull()
    assert cancel.x() < remove.x()
