"""A person with focus sessions, a clock, and any number of processes that look at both."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.focus_rows import MAIL, NINE_MS, VIDEO, WORK, at
from helpers.manual_clock import ManualClock

from engine.domain.categories import Category, CategoryTree
from engine.domain.days import DayRule
from engine.domain.stream_row import StreamRow
from engine.planning.focus.seen import FocusSources
from engine.planning.focus.service import Focus, FocusStores
from engine.reports.focus import focus_of
from engine.reports.focus_slots import focus_day
from engine.settings import FocusSettings
from engine.storage.contracts import ContractStore
from engine.storage.database import Database
from engine.storage.focus_sessions import FocusSessionStore
from engine.storage.nudges import NudgeStore
from engine.storage.ratings import RatingStore

TREE = CategoryTree([Category(WORK, "Work", weight=2), Category(MAIL, "Mail"), Category(VIDEO, "Video", weight=-2)])


@dataclass
class FocusRoom:
    """A person, a clock, and any number of processes that look at both."""

    database: Database
    clock: ManualClock = field(default_factory=lambda: ManualClock(NINE_MS))
    rows: list[StreamRow] = field(default_factory=list)
    settings: FocusSettings = field(default_factory=FocusSettings)
    closed: list[str] = field(default_factory=list)

    def process(self) -> Focus:
        """Return the service as another process has it."""
        stores = FocusStores(FocusSessionStore(self.database), NudgeStore(self.database), ContractStore(self.database))
        sources = FocusSources(
            rows=self._recorded,
            tree=lambda: TREE,
            meeting=lambda row, _tree: row.title == "a call",
            figures=lambda activities, weighed: focus_of([focus_day(activities)], weighed, lambda _c: (), None),
            settings=lambda: self.settings,
            close=self._close,
            rule=lambda: DayRule("Europe/Berlin"),
            rated=RatingStore(self.database).of_session,
        )
        return Focus(stores, sources, self.clock)

    def _close(self, app: str) -> bool:
        self.closed.append(app)
        return True

    def _recorded(self, start_ms: int, end_ms: int) -> list[StreamRow]:
        until = min(end_ms, self.clock.wall_ms)
        cut = (row._replace(start_ms=max(row.start_ms, start_ms), end_ms=min(row.end_ms, until)) for row in self.rows)
        return [row for row in cut if row.start_ms < row.end_ms]

    def go(self, to_minute: float) -> None:
        """Let the time pass until so many minutes after nine."""
        self.clock.run(at(to_minute) - self.clock.wall_ms)
