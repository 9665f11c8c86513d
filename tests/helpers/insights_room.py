"""The Insights page above a mind made up in memory, and the waiting for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from helpers.dressed import dressed
from helpers.fake_engine import FakeEngine
from helpers.manual_clock import ManualClock
from PySide6.QtWidgets import QApplication

from desktop_app.background import Background
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.insights import InsightsPage
from desktop_app.theme import LIGHT, Palette


@dataclass
class InsightsRoom:
    """An Insights page above a mind made up in memory."""

    qtbot: Any
    engine: FakeEngine
    clock: ManualClock
    background: Background
    adviser: Adviser
    shown: InsightsPage | None = None

    def page(self, palette: Palette = LIGHT, size: tuple[int, int] = (1068, 720)) -> InsightsPage:
        """Return the page, on screen and read."""
        self.adviser.attach(cast("Any", self.engine), self.background)
        page = self.shown = InsightsPage(dressed(palette), self.adviser, clock=self.clock)
        page.resize(*size)
        self.qtbot.addWidget(page)
        page.show()
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until all is read and laid out."""
        self.qtbot.waitUntil(lambda: self.background.waiting + self.adviser.waiting == 0, timeout=10_000)
        for _ in range(8):
            QApplication.processEvents()
