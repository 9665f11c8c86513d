"""The line that says where now is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from helpers.week_scenes import at, week
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from desktop_app.widgets.week_axis import axis_of
from desktop_app.widgets.week_block_paint import Fonts, Style
from desktop_app.widgets.week_boxes import Frame
from desktop_app.widgets.week_now import paint_now
from engine.domain.clock import utc

INK = QColor("#FF00FF")
HOUR = 46


@pytest.mark.parametrize("minute", range(0, 60, 3))
def test_the_hours_beside_the_time_of_now_are_whole_or_gone(qapp: QApplication, minute: int) -> None:
    style = Style(LIGHT, Wording("Europe/Berlin"), Fonts.like(QFont(qapp.font())))
    axis = axis_of(week(), lambda moment: datetime.astimezone(utc(moment), ZoneInfo("Europe/Berlin")))
    frame = Frame(750.0, 50.0, HOUR, axis)
    image = QImage(750, 24 * HOUR, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for hour in range(1, 24):  # what an hour's letters take
        painter.fillRect(20, hour * HOUR - 4, 8, 8, INK)
    paint_now(painter, at(week()[0].day, f"09:{minute:02}"), frame, style)
    painter.end()
    for hour in (9, 10):
        left = sum(image.pixelColor(24, hour * HOUR - 4 + row) == INK for row in range(8))
        assert left in {0, 8}
