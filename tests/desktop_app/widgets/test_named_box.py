"""A box's name for those who are read to goes with the box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.named_box import name_box


def labels_of(place: QWidget) -> list[str]:
    return [label.text() for label in place.findChildren(QLabel)]


def test_the_name_of_a_box_made_anew_takes_the_place_of_the_old_ones(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    for _time in range(3):
        box = QComboBox(place)
        name_box(box, "Category for the group")
        assert labels_of(place) == ["Category for the group"]
        box.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert labels_of(place) == []
