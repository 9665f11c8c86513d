"""The week grid on screen with what it tells, for tests with a real mouse and a real keyboard."""

from __future__ import annotations

from typing import Any

from helpers.dressed import dressed
from helpers.week_scenes import block, scene, week
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from desktop_app.widgets.week_grid import WeekGrid
from desktop_app.widgets.week_values import Guise, WeekBlock

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TUESDAY, WEDNESDAY = week()[1].day, week()[2].day
DEEP = block("deep", 0, "10:00", "11:30")
MAIL = block("mail", 1, "14:00", "14:30")
MEETING = block("meeting", 2, "10:00", "11:00", guise=Guise.FOREIGN, said="Of a calendar: it is changed there")


class Bench:
    """A grid with what it told."""

    def __init__(self, grid: WeekGrid) -> None:
        self.grid = grid
        self.told: list[tuple[Any, ...]] = []
        for name in ("created", "changed", "opened", "removed", "new_wanted", "turned", "selected"):
            getattr(grid, name).connect(lambda *said, name=name: self.told.append((name, *said)))

    def without_choice(self) -> list[tuple[Any, ...]]:
        """Return what was told, but for what is chosen."""
        return [one for one in self.told if one[0] != "selected"]

    def point(self, moment_ms: int) -> QPoint:
        """Return the point of the viewport at which a moment lies."""
        return self.grid.place_of(moment_ms)

    def drag(self, start: QPoint, *ways: QPoint, let_go: bool = True) -> None:
        """Drag with the left button."""
        view = self.grid.viewport()
        QTest.mousePress(view, LEFT, NONE, start)
        for way in ways:
            QTest.mouseMove(view, way)
        if let_go:
            QTest.mouseRelease(view, LEFT, NONE, ways[-1] if ways else start)

    def hold(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press keys and hold them."""
        QTest.keyPress(self.grid, key, modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and let go of keys."""
        QTest.keyClick(self.grid, key, modifiers)


def opened(qtbot: QtBot, *blocks: WeekBlock) -> Bench:
    """Open the grid on some blocks, with the hours from eight on in sight."""
    grid = WeekGrid(dressed(LIGHT), Wording("Europe/Berlin"))
    qtbot.addWidget(grid)
    grid.resize(900, 700)
    grid.show_scene(scene(*blocks))
    grid.show()
    qtbot.waitExposed(grid)
    grid.setFocus()
    grid.verticalScrollBar().setValue(8 * 46)
    return Bench(grid)
