"""The Plan page over a real database, with places proposed by a small planner of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from helpers.dressed import dressed, speaking
from helpers.sample_summary import StandingClock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.pages.advice.adviser import Adviser
from desktop_app.pages.plan import PlanPage
from desktop_app.theme import LIGHT
from engine.api import Engine, Plan
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed
from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import About, Block, BlockKind, BlockSource, Occurrence, Origin, Recurrence
from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.proposals import Basis, Obstacle, Proposal, Unplaced, WeekProposal
from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.paths import ProfilePaths
from engine.settings import Settings
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

HOUR = 3_600_000
DAY = 24 * HOUR
MONDAY = 1_781_481_600_000  # 2026-06-15, midnight in UTC as every test's zone
NOW = MONDAY + 2 * DAY + 13 * HOUR
NONE, ALT, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def at(day: int, hour: float) -> int:
    """Return a moment of the week, by its day counted from Monday."""
    return MONDAY + day * DAY + round(hour * HOUR)


def span(day: int, start: float, end: float) -> Interval:
    """Return a stretch of a day of the week."""
    return Interval(at(day, start), at(day, end))


def block(
    day: int,
    start: float,
    end: float,
    title: str,
    kind: BlockKind = BlockKind.FOCUS,
    rule: str = "",
    origin: Origin = Origin(),  # noqa: B008  (a frozen value)
) -> Block:
    """Return a block that is not stored yet."""
    return Block(About(kind, title), span(day, start, end), "UTC", recurrence=Recurrence(rule), origin=origin)


def of_calendar(day: int, start: float, end: float, title: str) -> Block:
    """Return a block as a calendar brings it."""
    origin = Origin(BlockSource.CALENDAR, uid=f"{title}@calendar")
    return block(day, start, end, title, BlockKind.MEETING, origin=origin)


def proposal(key: str, day: int, start: float, end: float, title: str) -> Proposal:
    """Return a proposal with a reason."""
    why = Scored(40.0, 30.0, (Reason(ReasonKind.HOURS, 10.0, amount=0.71),))
    return Proposal(key, 0, About(BlockKind.FOCUS, title), span(day, start, end), 40.0, why, Basis.HOURS)


@dataclass
class SmallPlanner:
    """Proposes what a test told it to; what is accepted goes into the plan."""

    plan: Plan
    week: WeekProposal = field(default_factory=lambda: WeekProposal(NOW, Interval(NOW, NOW + 7 * DAY)))
    refused: list[str] = field(default_factory=list)
    outcomes: dict[str, tuple[Outcome, int]] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    trouble: str = ""

    def suggest(self, days: int = 7) -> WeekProposal:
        """Return the week without what was refused."""
        self.asked.append(days)
        if self.trouble:
            raise UsageError(self.trouble)
        left = tuple(one for one in self.week.proposals if one.key not in self.refused)
        return replace(self.week, proposals=left)

    def check(self, days: int = 7) -> WeekProposal:
        """Return the same as a suggestion."""
        return self.suggest(days)

    def accept(self, keys: list[str]) -> list[Block]:
        """Plan them."""
        return self.plan.accept([one for one in self.week.proposals if one.key in keys])

    def refuse(self, key: str) -> None:
        """Remember it."""
        self.refused.append(key)

    def adherence(self, start: date, end: date) -> Adherence:
        """Return the outcomes told, by title."""
        within = (
            span((start - date(2026, 6, 15)).days, 0, 0).start_ms,
            span((end - date(2026, 6, 15)).days, 24, 24).end_ms,
        )
        kept = tuple(self._kept(one) for one in self.plan.occurrences(*within))
        planned = sum(one.occurrence.interval.length_ms for one in kept)
        done = sum(one.matching_ms for one in kept)
        return Adherence(Interval(*within), kept, done / planned if planned else None, planned, done)

    def _kept(self, one: Occurrence) -> Kept:
        outcome, minutes = self.outcomes.get(one.block.about.title, (Outcome.AHEAD, 0))
        return Kept(one, outcome, minutes * 60_000, minutes * 60_000, minutes * 60_000, 0)


def suggested(*proposals: Proposal, unplaced: tuple[Unplaced, ...] = ()) -> WeekProposal:
    """Return a week with some proposals."""
    return WeekProposal(NOW, Interval(NOW, NOW + 7 * DAY), proposals, unplaced, Basis.HOURS)


NO_ROOM = Unplaced(3, About(BlockKind.LEARNING, "Read papers"), 2, Obstacle.NO_FREE_TIME)


@dataclass
class Room:
    """A page and what lies below it."""

    page: PlanPage
    engine: Engine
    planner: SmallPlanner
    background: Background
    adviser: Adviser
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until nothing is asked."""
        waiting = self.background, self.adviser
        self.qtbot.waitUntil(lambda: not any(one.waiting for one in waiting), timeout=10_000)
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not any(one.waiting for one in waiting), timeout=10_000)

    def planned(self) -> list[tuple[int, float, float, str]]:
        """Return what the database holds of the week and the next: day, hours, title."""
        found = self.engine.plan.occurrences(MONDAY, MONDAY + 14 * DAY)
        return [_told(one.interval, one.block.about.title) for one in found]

    def shown(self) -> list[tuple[int, float, float, str]]:
        """Return what the grid shows."""
        return [_told(Interval(one.start_ms, one.end_ms), one.title) for one in self.page.grid.in_order()]

    def key(self, title: str) -> str:
        """Return the key of a block of the grid."""
        return next(one.key for one in self.page.grid.in_order() if one.title == title)

    def point(self, day: int, hour: float) -> QPoint:
        """Return the point of the grid's viewport at which a moment lies."""
        return self.page.grid.place_of(at(day, hour))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag with the left button."""
        view = self.page.grid.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
        QTest.mouseMove(view, (start + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on the grid."""
        QTest.keyClick(self.page.grid, key, modifiers)
        self.settle()

    @property
    def said(self) -> str:
        """What the toast says, "" for nothing."""
        return self.page.toast.text if self.page.toast.isVisible() else ""


def _told(interval: Interval, title: str) -> tuple[int, float, float, str]:
    day = (interval.start_ms - MONDAY) // DAY
    start, end = ((moment - MONDAY - day * DAY) / HOUR for moment in (interval.start_ms, interval.end_ms))
    return day, start, end, title


def _record(paths: ProfilePaths) -> None:
    store = Database.open(paths.database)
    what = Observed(Presence.ACTIVE, "writer", "Plan")
    ActivityStore(store).insert_many([Activity(at(0, 9), at(0, 11), what, "UTC")])
    store.close()


@contextmanager
def plan_room(
    qtbot: QtBot, tmp_path: Path, *blocks: Block, recorded: bool = False, clock: Clock | None = None
) -> Iterator[Room]:
    """Open the page on a week with some blocks and take it down again."""
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine, background, adviser = build_engine(paths), Background(), Adviser()
    planner = SmallPlanner(engine.plan)
    cast("Any", engine).planner = planner
    for one in blocks:
        engine.plan.add(one)
    if recorded:
        _record(paths)
    choices = Choices(Settings())
    with speaking("en_GB"):
        page = PlanPage(dressed(LIGHT), choices, adviser, clock=clock or StandingClock(NOW))
        held = page.layout()
        assert held is not None
        held.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # in the window it is no window itself
        page.resize(1_100, 760)
        page.show()
        choices.attach(engine, background)
        room = Room(page, engine, planner, background, adviser, qtbot)
        room.settle()
        page.grid.verticalScrollBar().setValue(7 * 46)
        page.grid.setFocus()
        yield room
        room.settle()
        page.hide()
        page.deleteLater()
        qtbot.wait(1)
    adviser.close()
    background.close()
    engine.close()
