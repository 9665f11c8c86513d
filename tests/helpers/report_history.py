"""Two made-up weeks for the Reports page, counted in memory, and an engine of just the parts it asks."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from helpers.fake_focus import FakeFocus
from helpers.goals_in_memory import GoalsInMemory
from helpers.in_place import InPlace
from helpers.manual_clock import MONDAY_NOON_MS

from desktop_app.choices import Choices
from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree, Labels
from engine.domain.days import DayRule
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity
from engine.settings import Settings

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WORK, CODING, TALK, GAMES = (Labels(one.id) for one in CATEGORIES)


def weeks(monday_ms: int) -> list[LabelledActivity]:
    """Return the week from a Monday 00:00 UTC on, and the Monday of the week before."""
    tuesday, before = monday_ms + DAY, monday_ms - 7 * DAY
    coding = Labels(2, "Kairos", "deep")
    return [
        labelled(before + 9 * HOUR, before + 10 * HOUR, "editor", "old", coding),
        labelled(monday_ms + 9 * HOUR, monday_ms + 11 * HOUR, "editor", "<b>engine</b>", coding),
        labelled(monday_ms + 11 * HOUR, monday_ms + 11 * HOUR + 30 * MINUTE, "chat", "Team", TALK),
        labelled(monday_ms + 12 * HOUR, monday_ms + 13 * HOUR, presence=Presence.IDLE),
        labelled(tuesday + 9 * HOUR, tuesday + 9 * HOUR + 20 * MINUTE, "game", "Level 3", GAMES),
        labelled(tuesday + 10 * HOUR, tuesday + 10 * HOUR + 10 * MINUTE, withheld=Withheld.PRIVATE),
    ]


def choices_over(activities: Sequence[LabelledActivity], zone: str = "UTC") -> Choices:
    """Return choices whose engine answers, in place, from these activities; attach with give_engine."""
    choices = Choices(Settings())
    give_engine(choices, activities, zone)
    return choices


def give_engine(choices: Choices, activities: Sequence[LabelledActivity], zone: str = "UTC") -> None:
    """Give the choices such an engine."""
    history = CountedHistory(activities)
    goals = GoalsInMemory(history, DayRule(zone))
    engine: Any = SimpleNamespace(
        reports=history.reports(DayRule(zone), goals.over),
        goals=goals,
        focus=FakeFocus(MONDAY_NOON_MS),
        rules=SimpleNamespace(tree=lambda: CategoryTree(CATEGORIES)),
    )
    background: Any = InPlace()
    choices.attach(engine, background)
