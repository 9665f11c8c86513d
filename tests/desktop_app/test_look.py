"""Light and dark: the person's choice first, then the system's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.look import Look, wanted_palette
from desktop_app.theme import DARK, LIGHT, Palette
from engine.settings import Theme


@pytest.fixture
def look(qapp: QApplication, qtbot: QtBot) -> Iterator[Look]:
    made = Look(qapp, Theme.SYSTEM)
    yield made
    made.deleteLater()
    qtbot.wait(1)


@pytest.mark.parametrize(
    ("chosen", "system", "palette"),
    [
        (Theme.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Theme.DARK, Qt.ColorScheme.Light, DARK),
        (Theme.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Theme.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Theme.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_the_palette_for_a_choice(chosen: Theme, system: Qt.ColorScheme, palette: Palette) -> None:
    assert wanted_palette(chosen, system) is palette


def test_the_system_is_followed_while_that_is_the_choice(look: Look, qapp: QApplication, qtbot: QtBot) -> None:
    hints = qapp.styleHints()
    with qtbot.waitSignal(look.theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.palette is DARK
    assert qapp.palette().window().color() == DARK.colour("bg")
    look.choose(Theme.LIGHT)
    qtbot.waitUntil(lambda: look.theme.palette is LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qtbot.wait(1)
    assert look.theme.palette is LIGHT
