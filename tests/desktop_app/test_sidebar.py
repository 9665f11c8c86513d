"""The buttons at the left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.options import PAGES
from desktop_app.sidebar import Sidebar
from desktop_app.theme import LIGHT, ThemeHolder


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(ThemeHolder(LIGHT))
    qtbot.addWidget(made)
    made.draw_icons()
    return made


def test_icons_are_drawn_once_however_often_pages_are_opened(sidebar: Sidebar) -> None:
    buttons = dict(zip(PAGES, sidebar.findChildren(QPushButton), strict=True))
    seen = []
    for _ in range(3):
        for name in ("plan", "today"):
            sidebar.mark(name)
            seen.append(tuple(button.icon().cacheKey() for button in buttons.values()))
    assert len(set(seen)) == 2
