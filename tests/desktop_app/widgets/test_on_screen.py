"""No window begins larger than the screen has room for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.on_screen import resize_on_screen


def test_a_window_is_as_large_as_asked_but_its_frame_stays_on_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    resize_on_screen(window, (300, 200))
    assert (window.width(), window.height()) == (300, 200)
    resize_on_screen(window, (room.width() - 100, 9_000))
    assert window.width() == room.width() - 100
    assert room.height() - 100 < window.height() < room.height()
