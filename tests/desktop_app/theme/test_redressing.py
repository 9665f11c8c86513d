"""Another palette while the application is in use: all of it changes, and each widget once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from helpers.dressed import dressed
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.theme import DARK, LIGHT, Palette, Redressing, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DEEP = 12


class Room(QWidget):
    """A page in sight and one behind it, both with what wears the stylesheet in ways of its own, and deep within."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.pages = QStackedWidget(self)
        self.deepest: QWidget = self.pages
        for _ in range(2):
            self.pages.addWidget(self._page())
        QVBoxLayout(self).addWidget(self.pages)
        self.resize(500, 400)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        label, button = QLabel("What is secondary"), QPushButton("Menu")
        label.setProperty("role", "secondary")
        menu = QMenu(button)
        menu.addAction("One")
        button.setMenu(menu)
        table = QTableWidget(3, 2)
        for part in (label, button, QLineEdit("text"), table):
            column.addWidget(part)
        self.deepest = page
        for _ in range(DEEP):
            self.deepest = QWidget(self.deepest)
        return page

    def pictures(self, qtbot: QtBot) -> list[QImage]:
        """Return how each page looks."""
        found = []
        for place in (0, 1, 0):
            self.pages.setCurrentIndex(place)
            qtbot.wait(1)
            found.append(self.grab().toImage())
        return found


class Changes(QObject):
    """Counts how often a widget's style changes."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[int] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if event.type() == QEvent.Type.StyleChange:
            self.of[id(watched)] += 1
        return False


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    dressed(LIGHT)
    made = Room()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    dressed(LIGHT)


def change(redressing: Redressing, palette: Palette, qtbot: QtBot) -> list[str]:
    told: list[str] = []
    redressing.begin(palette, lambda: told.append(palette.name))
    qtbot.waitUntil(lambda: not redressing.busy)
    return told


def test_every_page_looks_as_if_it_had_been_opened_so(room: Room, qapp: QApplication, qtbot: QtBot) -> None:
    redressing = Redressing(qapp)
    light = room.pictures(qtbot)
    assert change(redressing, DARK, qtbot) == ["dark"]
    dark = room.pictures(qtbot)
    apply_theme(qapp, DARK)
    assert dark == room.pictures(qtbot)
    assert dark != light
    assert change(redressing, LIGHT, qtbot) == ["light"]
    assert room.pictures(qtbot) == light


def test_no_widget_changes_once_for_each_that_is_around_it(room: Room, qapp: QApplication, qtbot: QtBot) -> None:
    changes = Changes()
    room.deepest.installEventFilter(changes)
    change(Redressing(qapp), DARK, qtbot)
    assert changes.of[id(room.deepest)] <= 2
    apply_theme(qapp, LIGHT)
    assert changes.of[id(room.deepest)] > DEEP  # what Qt does left to itself, and what this is for


def test_what_comes_and_goes_meanwhile_is_no_matter(room: Room, qapp: QApplication, qtbot: QtBot) -> None:
    crowd = [QLabel(str(number), room.pages.widget(1)) for number in range(350)]
    redressing = Redressing(qapp)
    redressing.begin(DARK, lambda: None)
    assert redressing.busy
    crowd[-1].deleteLater()
    late = QLabel("late", room)
    late.setProperty("role", "secondary")
    late.show()
    qtbot.waitUntil(lambda: not redressing.busy)
    assert late.palette().windowText().color() == DARK.colour("muted")
    assert crowd[0].palette().windowText().color() == DARK.colour("text")
    assert room.updatesEnabled()


def test_a_window_may_be_closed_for_good_meanwhile(room: Room, qapp: QApplication, qtbot: QtBot) -> None:
    crowd = [QLabel(str(number), room.pages.widget(1)) for number in range(350)]
    dialog = QWidget()
    dialog.show()
    redressing = Redressing(qapp)
    redressing.begin(DARK, lambda: None)
    delete(dialog)
    qtbot.waitUntil(lambda: not redressing.busy)
    assert crowd[0].palette().windowText().color() == DARK.colour("text")
    assert room.updatesEnabled()


def test_of_two_changes_at_once_the_last_one_counts(room: Room, qapp: QApplication, qtbot: QtBot) -> None:
    crowd = [QLabel(str(number), room.pages.widget(1)) for number in range(350)]
    redressing = Redressing(qapp)
    redressing.begin(DARK, lambda: None)
    told = change(redressing, LIGHT, qtbot)
    assert told == ["light"]
    assert {label.palette().windowText().color().name() for label in crowd} == {LIGHT.colour("text").name()}
