"""A Timeline page over a real database, for tests of what people do on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.dressed import dressed, speaking
from helpers.sample_summary import StandingClock
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.pages.timeline import TimelinePage
from desktop_app.theme import LIGHT
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.settings import Settings
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

HOUR = 3_600_000
DAY = 24 * HOUR
MIDNIGHT = 1_782_000_000_000 // DAY * DAY  # a day in June 2026, in UTC as every test's zone
NOW = MIDNIGHT + 17 * HOUR
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def activity(start: float, end: float, app: str, title: str = "", presence: Presence = Presence.ACTIVE) -> Activity:
    what = Observed(presence, app, title)
    return Activity(MIDNIGHT + round(start * HOUR), MIDNIGHT + round(end * HOUR), what, "UTC")


RECORDED = (
    activity(-22, -20, "evince", "Lichens.pdf"),
    activity(8, 10, "writer", "Quarterly plan"),
    activity(10, 10.5, "", "", Presence.IDLE),
    activity(10.5, 12, "firefox", "Glaciers"),
    activity(13, 16, "writer", "Letter to the council"),
)


@dataclass
class Desk:
    """A page and what lies below it."""

    page: TimelinePage
    engine: Engine
    background: Background
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until nothing is asked nor about to be asked."""
        reader = self.page._reader
        self.qtbot.waitUntil(
            lambda: (
                not reader._timer.isActive()
                and not self.page._settled.isActive()
                and not self.page.search._timer.isActive()
                and self.background.waiting == 0
            ),
            timeout=10_000,
        )

    def hours(self) -> tuple[float, float]:
        """Return what is shown, in hours after the day's midnight."""
        view = self.page.lanes.view
        return (view.start_ms - MIDNIGHT) / HOUR, (view.end_ms - MIDNIGHT) / HOUR

    def told(self, key: str) -> list[tuple[float, float, str]]:
        """Return a lane's stretches of the day."""
        lane = next((lane for lane in self.page.lanes.lanes if lane.key == key), None)
        held = lane.within(MIDNIGHT, MIDNIGHT + DAY) if lane is not None else ()
        return [((one.start_ms - MIDNIGHT) / HOUR, (one.end_ms - MIDNIGHT) / HOUR, one.name) for one in held]

    def rows(self) -> list[str]:
        """Return the titles in the table."""
        model = self.page.table.item_model
        return [str(model.data(model.index(row, 4))) for row in range(model.rowCount())]


@contextmanager
def timeline_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Open the page on the recorded day and take it down again."""
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine, background = build_engine(paths), Background()
    store = Database.open(paths.database)
    ActivityStore(store).insert_many(RECORDED)
    store.close()
    choices = Choices(Settings())
    page = TimelinePage(dressed(LIGHT), choices, clock=StandingClock(NOW))
    page.resize(1_000, 700)
    with speaking("en_GB"):
        page.show()
        choices.attach(engine, background)
        made = Desk(page, engine, background, qtbot)
        made.settle()
        yield made
        made.settle()
        page.hide()
        page.deleteLater()
        qtbot.wait(1)
    background.close()
    engine.close()
