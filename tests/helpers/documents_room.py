"""The Documents page on documents in memory, and the waiting for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from helpers.dressed import dressed
from helpers.fake_documents import NOW_MS, FakeDocuments
from helpers.fake_engine import FakeEngine
from helpers.manual_clock import ManualClock
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.pages.documents.library import Library
from desktop_app.pages.documents.page import DocumentsPage
from desktop_app.theme import LIGHT
from engine.settings import DocumentSettings


class DocumentsRoom:
    """Opens the page when it is first asked for."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot: Any = qtbot
        self.theme = dressed(LIGHT)
        self.engine = FakeEngine(folder)
        self.documents = self.engine.documents = FakeDocuments()
        self.background = Background()
        self.library = Library()
        self._page: DocumentsPage | None = None

    @property
    def page(self) -> DocumentsPage:
        """The page, on screen and read to the end."""
        if self._page is None:
            self._page = DocumentsPage(self.theme, self.library, clock=ManualClock(wall_ms=NOW_MS))
            self._page.resize(1000, 700)
            self.qtbot.addWidget(self._page)
            self._page.show()
            self.library.attach(cast("Any", self.engine), self.background, DocumentSettings(automatic=False))
            self.settle()
        return self._page

    def settle(self) -> None:
        """Wait until everything is answered and shown."""
        page = self.page
        self.qtbot.waitUntil(lambda: self.background.waiting == 0 and page.at_rest, timeout=10_000)

    def type(self, text: str) -> None:
        """Type into the search, letter by letter."""
        self.page.search.field.clear()
        self.qtbot.keyClicks(self.page.search.field, text)

    def titles(self) -> list[str]:
        """Return the titles of the results in their order."""
        results = self.page.search.view.results
        return [str(results.data(results.index(row))) for row in range(results.rowCount())]

    def keys(self) -> tuple[int, ...]:
        """Return the numbers of the documents found, in their order."""
        return self.page.search.view.results.keys

    def seen(self) -> list[str]:
        """Return the texts in sight."""
        texts = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        return texts + [button.text() for button in self.page.findChildren(QPushButton) if button.isVisible()]

    def close(self) -> None:
        """Let go of everything."""
        self.documents.gate.set()
        self.library.close()
        self.background.close()
