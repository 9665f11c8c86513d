"""A keeper of sessions over an engine in memory that answers at once, and a nudge to give."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from helpers.fake_engine import FakeHistory
from helpers.fake_focus import FakeFocus, FakePlan
from helpers.in_place import InPlace
from helpers.manual_clock import MONDAY_NOON_MS, ManualClock

from desktop_app.focus.keeper import FocusKeeper
from engine.domain.categories import Category, CategoryTree
from engine.domain.focus_choices import Level
from engine.domain.focus_session import Nudge

TREE = CategoryTree([Category(1, "Focus"), Category(3, "Mail"), Category(7, "Games")])


def nudge_of(level: Level, key: str = "1:1") -> Nudge:
    """Return a nudge about a game that has been in front for a minute and a quarter."""
    return Nudge(level, "lutris", 7, MONDAY_NOON_MS - 75_000, friction_s=10, key=key)


class KeeperRoom:
    """The keeper and all it asks; every question is answered at once."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.focus, self.plan, self.history = FakeFocus(MONDAY_NOON_MS), FakePlan(), FakeHistory()
        engine: Any = SimpleNamespace(
            focus=self.focus, plan=self.plan, history=self.history, rules=SimpleNamespace(tree=lambda: TREE)
        )
        background: Any = InPlace()
        self.keeper = FocusKeeper(clock=self.clock)
        self.keeper.attach(engine, background)
        self.keeper.look()
