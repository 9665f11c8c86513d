"""A category's square is painted once for each colour, and sharp on a dense screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.recorder.state_icon import state_icon
from desktop_app.theme.icons import icon
from desktop_app.theme.swatch import swatch
from engine.domain.health import RecorderState

BLUE, RED = QColor("#1F5FBF"), QColor("#C9302C")


def test_the_same_picture_is_not_painted_twice(qtbot: QtBot) -> None:
    del qtbot
    assert swatch(BLUE, 14, 1.0).cacheKey() == swatch(QColor(BLUE), 14, 1.0).cacheKey()
    assert icon("today", BLUE, 16).cacheKey() == icon("today", QColor(BLUE), 16).cacheKey()
    recording = RecorderState.RECORDING
    assert state_icon(recording, BLUE).cacheKey() == state_icon(recording, QColor(BLUE)).cacheKey()


def test_another_colour_or_an_outline_is_another_picture(qtbot: QtBot) -> None:
    del qtbot
    full, outline = (swatch(BLUE, 14, 1.0, filled=filled).pixmap(14, 14).toImage() for filled in (True, False))
    assert full.pixelColor(7, 7) == BLUE
    assert outline.pixelColor(7, 7).alpha() == 0
    assert swatch(RED, 14, 1.0).pixmap(14, 14).toImage().pixelColor(7, 7) == RED


def test_a_dense_screen_gets_more_pixels(qtbot: QtBot) -> None:
    del qtbot
    assert swatch(BLUE, 14, 2.0).pixmap(QSize(14, 14), 2.0).size() == QSize(28, 28)
