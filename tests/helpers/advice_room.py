"""Today with advice made up in memory, and the waiting for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from helpers import fake_mind
from helpers.dressed import dressed
from helpers.fake_engine import FakeEngine, sample_summary
from helpers.manual_clock import ManualClock
from helpers.memory_plan import MemoryPlan
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.advice.panel import AdvicePanel
from desktop_app.pages.today import TodayPage
from desktop_app.theme import LIGHT, Palette


class AdviceRoom:
    """Opens the page when it is first asked for; what the mind says is set before."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot: Any = qtbot
        self.clock = ManualClock(wall_ms=fake_mind.NOON_MS)
        self.engine = FakeEngine(folder)
        self.mind = self.engine.mind
        self.plan = MemoryPlan()
        cast("Any", self.engine).plan = self.plan
        self.mind.wanted = fake_mind.advice()
        self.background = Background()
        self.adviser = Adviser(clock=self.clock)
        self.palette: Palette = LIGHT
        self.size = (1068, 1400)
        self._page: TodayPage | None = None

    @property
    def page(self) -> TodayPage:
        """The page, on screen and answered."""
        if self._page is None:
            self.open()
            self.settle()
        assert self._page is not None
        return self._page

    def open(self, *, tells: bool = True) -> TodayPage:
        """Open the page and then the engine, and wait for nothing; tells: what is seen and said may be told."""
        page = self._page = TodayPage(dressed(self.palette), clock=self.clock)
        page.resize(*self.size)
        self.qtbot.addWidget(page)
        page.advice.serve(self.adviser)
        page.show_day(sample_summary())
        page.show()
        self.adviser.attach(cast("Any", self.engine), self.background, tells=tells)
        return page

    @property
    def panel(self) -> AdvicePanel:
        """The cards."""
        return self.page.advice

    def settle(self) -> None:
        """Wait until everything is answered, shown and laid out."""
        self.qtbot.waitUntil(lambda: self.background.waiting + self.adviser.waiting == 0, timeout=10_000)
        QApplication.processEvents()

    def titles(self) -> list[str]:
        """Return the titles of the documents in sight, in their order."""
        return [row.title.text() for row in self.panel.picks.rows if row.isVisible()]

    def seen(self) -> list[str]:
        """Return the texts in sight on the cards."""
        texts = [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return texts + [button.text() for button in self.panel.findChildren(QPushButton) if button.isVisible()]

    def choose(self, row: int, text: str) -> None:
        """Choose an entry of a document's menu."""
        shown = self.panel.picks.rows[row]
        [action] = [one for one in shown.menu_shown.actions() if one.text() == text]
        shown.menu_shown.aboutToShow.emit()
        action.trigger()

    def close(self) -> None:
        """Let go of everything."""
        if self._page is not None:
            self._page.hide()
        self.adviser.close()
        self.background.close()
