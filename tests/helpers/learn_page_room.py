"""The Learn page above real skills, cards and weeks; places and documents are said by the test."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from helpers.dressed import dressed
from helpers.learning_room import LearningRoom
from helpers.manual_clock import ManualClock

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.pages.learn import LearnPage
from desktop_app.theme import LIGHT
from engine.api.learning import Learning
from engine.domain.documents import Document
from engine.settings import Settings


@dataclass
class Shelf:
    """Documents to choose from."""

    documents: list[Document] = field(default_factory=list)

    def choices(self, text: str, limit: int = 50) -> list[Document]:
        """Return all of them; as if none had been in front, where no word is asked for."""
        return self.documents[:limit] if text else []


@dataclass
class LearningAlone:
    """An engine that can do nothing else."""

    learning: Learning
    document_use: Shelf


class LearnPageRoom:
    """The page, what it stands on, and the waiting for it."""

    def __init__(self, folder: Path, clock: ManualClock, qtbot: Any) -> None:
        gc.collect()
        gc.disable()  # as the app does: the collector runs on whatever thread allocates, and Qt's objects must not
        self.below, self.shelf, self.qtbot = LearningRoom(folder, clock), Shelf(), qtbot
        self.learning = self.below.learning
        self.background, self.lane = Background(), Background()
        self.choices = Choices(Settings())
        self._page: LearnPage | None = None

    @property
    def page(self) -> LearnPage:
        """The page, on screen and read to the end."""
        if self._page is None:
            self.choices.attach(cast("Any", LearningAlone(self.learning, self.shelf)), self.background)
            self._page = LearnPage(dressed(LIGHT), self.choices, self.lane)
            self._page.resize(1000, 900)
            self.qtbot.addWidget(self._page)
            self._page.show()
            self.settle()
        return self._page

    def settle(self) -> None:
        """Wait until everything is answered and shown."""
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: not self.background.waiting + self.lane.waiting, timeout=20_000)

    def close(self) -> None:
        """Let go of everything."""
        self.background.close()
        self.lane.close()
        self.below.close()
        gc.enable()
