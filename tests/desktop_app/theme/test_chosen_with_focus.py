"""A chosen box or radio button that has the keys shows both: that it is chosen, and that the keys are there."""

from __future__ import annotations

import pytest
from helpers.dressed import dressed
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QStyle, QStyleOptionButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.theme import DARK, LIGHT
from desktop_app.theme.palette import Palette

# The offscreen platform says so of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _indicator(button: QAbstractButton, kind: QStyle.SubElement) -> QImage:
    option = QStyleOptionButton()
    option.initFrom(button)
    return button.grab(button.style().subElementRect(kind, option, button)).toImage()


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (QCheckBox, QStyle.SubElement.SE_CheckBoxIndicator),
        (QRadioButton, QStyle.SubElement.SE_RadioButtonIndicator),
    ],
)
def test_both_are_seen(qtbot: QtBot, palette: Palette, kind: type[QAbstractButton], place: QStyle.SubElement) -> None:
    dressed(palette)
    page = QWidget()
    qtbot.addWidget(page)
    column, button, other = QVBoxLayout(page), kind(), QCheckBox()
    button.setCheckable(True)
    column.addWidget(other)
    column.addWidget(button)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    empty = _indicator(button, place)
    middle = empty.rect().center()
    button.setChecked(True)
    with_keys = _indicator(button, place)
    assert with_keys.pixelColor(middle) != empty.pixelColor(middle)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert _indicator(button, place) != with_keys
