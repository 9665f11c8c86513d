"""A real engine on a small history, and the rules page on it."""

from __future__ import annotations

import gc
from contextlib import closing, suppress
from pathlib import Path

from helpers.dressed import dressed
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.pages.rules import RulesPage
from desktop_app.theme import LIGHT
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.settings import Settings
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.looks import LookStore

WINDOWS = (
    ("code", "plan.py - atlas"),
    ("code", "<b>test.py</b> - atlas"),
    ("firefox", "Shift plan - Northwind Portal — Mozilla Firefox"),
    ("firefox", "Holidays - Northwind Portal — Mozilla Firefox"),
    ("=cmd()", "\u202egpj.exe <img src='file:///etc/passwd'>"),
)


def engine_on_history(folder: Path) -> Engine:
    """Return an engine that knows each window for a minute, and a minute of time away."""
    paths = ProfilePaths(folder).ensure()
    seen = [Observed(Presence.ACTIVE, app, title) for app, title in WINDOWS] + [Observed(Presence.IDLE)]
    with closing(Database.open(paths.database)) as database:
        ActivityStore(database).insert_many(
            Activity(n * MS_PER_MINUTE, (n + 1) * MS_PER_MINUTE, what, "UTC") for n, what in enumerate(seen)
        )
    return build_engine(paths)


class RulesRoom:
    """The page, what it stands on, and the waiting for it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        gc.collect()
        gc.disable()  # as the app does: the collector runs on whatever thread allocates, and Qt's objects must not
        self.theme = dressed(LIGHT)
        self.engine = engine_on_history(folder)
        self.qtbot = qtbot
        self.background, self.lane = Background(), Background()
        self.choices = Choices(Settings())
        self._page: RulesPage | None = None

    @property
    def page(self) -> RulesPage:
        """The page, on screen and read to the end."""
        if self._page is None:
            self.choices.attach(self.engine, self.background)
            self._page = RulesPage(self.theme, self.choices, self.lane)
            self._page.resize(1000, 700)
            self.qtbot.addWidget(self._page)
            self._page.show()
            self.settle()
        return self._page

    def settle(self) -> None:
        """Wait until everything is answered, shown and labelled."""
        page = self._page
        self.qtbot.wait(5)
        self.qtbot.waitUntil(
            lambda: not self.background.waiting + self.lane.waiting and (page is None or page.at_rest), timeout=20_000
        )

    def dialog(self) -> QDialog:
        """Return the dialog the page has opened."""
        found = self.page.editor.dialog or self.page.exchange.dialog
        assert found is not None
        return found

    def counted(self) -> dict[str, str]:
        """Return the category each app is counted as, as it is stored."""
        with closing(Database.open(self.engine.paths.database)) as database:
            store = LookStore(database)
            labels, tree = store.labels(), self.engine.rules.tree()
            return {look.app: "/".join(tree.path(labels[look.id].category_id or 0)) for look in store.looks()}

    def close(self) -> None:
        """Let go of everything."""
        self.background.close()
        self.lane.close()
        with suppress(RuntimeError):
            self.engine.close()
        gc.enable()
