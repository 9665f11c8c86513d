"""The settings page on an engine in memory, without the window around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helpers.fake_engine import FakeEngine
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.pages.settings import SettingsPage


@dataclass
class Bench:
    """The page, what it asks, and how often the window was to open anew."""

    page: SettingsPage
    engine: FakeEngine
    background: Background
    qtbot: QtBot
    reopened: list[bool]

    def settle(self) -> None:
        """Wait until every question has been answered."""
        self.qtbot.waitUntil(lambda: self.background.waiting == 0)


def dialog(bench: Any, kind: type[QWidget]) -> Any:
    """Return the open dialog of this kind."""
    found = bench.page.findChildren(kind)
    assert len(found) == 1
    return found[0]


def finished(bench: Any, open_dialog: Any) -> None:
    """Wait until a dialog with a thread of its own has its answer."""
    bench.qtbot.waitUntil(lambda: not open_dialog.works)
