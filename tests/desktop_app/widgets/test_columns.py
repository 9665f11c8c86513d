"""Cards side by side keep growing with what they hold."""

from __future__ import annotations

import pytest
from helpers.dressed import dressed
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.columns import WIDE, Columns
from desktop_app.widgets.paragraph import Paragraph

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Part(QWidget):
    """Holds a text that may get longer."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Paragraph("one line", "", self)
        QVBoxLayout(self).addWidget(self.text)


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    dressed(LIGHT)
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setWidgetResizable(True)
    return made


def test_a_part_that_came_to_stand_beside_another_still_grows_with_its_text(area: QScrollArea, qtbot: QtBot) -> None:
    left, right = Part(), Part()
    columns = Columns((left, right), (right,))
    area.setWidget(columns)
    area.resize(WIDE - 100, 300)
    area.show()
    assert not columns.side_by_side
    area.resize(WIDE + 100, 300)
    qtbot.waitUntil(lambda: columns.side_by_side and right.x() > left.x())
    for part in (left, right):
        part.text.setText("word " * 180)
    qtbot.waitUntil(
        lambda: all(one.text.height() >= one.text.heightForWidth(one.text.width()) for one in (left, right))
    )
    area.resize(WIDE - 100, 300)
    qtbot.waitUntil(lambda: not columns.side_by_side and right.y() > left.y())
    assert columns.findChildren(Part) == [left, right]
