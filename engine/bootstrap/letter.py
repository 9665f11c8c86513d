"""Builds what writes the weekly letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api.letters import Letters
    from engine.api.preferences import Preferences
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.intervals import Interval
    from engine.domain.letters import Suggestion
    from engine.domain.report import Report
    from engine.insights.letter.hours import Hours
    from engine.planning.goals import Goals
    from engine.planning.plan import Plan
    from engine.planning.planner import Planner
    from engine.reports.service import Reports
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


@dataclass(frozen=True, slots=True)
class LetterRooms:
    """The rooms a letter is written out of."""

    reports: Reports
    goals: Goals
    plan: Plan
    planner: Planner
    preferences: Preferences
    rule: Callable[[], DayRule]


def build_letters(
    database: Database,
    heartbeat: HeartbeatFile,
    rooms: LetterRooms,
    clock: Clock,
) -> Letters:
    """Build what writes letters."""
    from engine.api.letters import LetterParts, Letters  # noqa: PLC0415
    from engine.domain.report import By  # noqa: PLC0415
    from engine.planning.notify.said_together import quiet_minute  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415
    from engine.storage.letters import LetterStore  # noqa: PLC0415
    from engine.storage.notifications import NotificationStore  # noqa: PLC0415

    reports, goals, plan, preferences = rooms.reports, rooms.goals, rooms.plan, rooms.preferences

    def report(start: date, end: date) -> Report:
        return reports.report(reports.request(start, end, by=(By.CATEGORY, By.DAY)), focus=False)

    parts = LetterParts(
        store=LetterStore(database),
        report=report,
        goals=goals.progress,
        plan=rooms.planner.adherence,
        flexible=plan.flexible,
        hours=_hours(database, reports),
        sittings=_sittings(database, heartbeat, rooms.rule),
        findings=InsightStore(database).found,
        act=_act(goals, plan, preferences),
        wait=NotificationStore(database).wait,
        quiet=quiet_minute,
        settings=lambda: preferences.load().notifications,
        stop=lambda: _set(preferences, letter_trial=False),
        rule=rooms.rule,
        week_start=goals.week_start,
    )
    return Letters(parts, clock)


def _hours(database: Database, reports: Reports) -> Callable[[date, date], Hours]:
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.domain.report import Selection  # noqa: PLC0415
    from engine.insights.letter.hours import deep_by_hour  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415

    categories = CategoryStore(database)

    def hours(start: date, end: date) -> Hours:
        request = reports.request(start, end)
        found = reports.activities(Selection(request.bounds), request)
        return deep_by_hour(found, CategoryTree(categories.all()).weight, request.rule)

    return hours


def _sittings(
    database: Database, heartbeat: HeartbeatFile, rule: Callable[[], DayRule]
) -> Callable[[date, date], list[Interval]]:
    from engine.domain.days import day_start_ms  # noqa: PLC0415
    from engine.insights.letter.hours import long_sittings  # noqa: PLC0415
    from engine.storage.active_time import ActiveTime  # noqa: PLC0415

    active = ActiveTime(database, heartbeat)
    return lambda start, end: long_sittings(active.between(day_start_ms(start, rule()), day_start_ms(end, rule())))


def _act(goals: Goals, plan: Plan, preferences: Preferences) -> Callable[[Suggestion], object]:
    """Return what has a suggestion take effect; where that is there already, as after a cut, nothing is added."""
    from dataclasses import replace  # noqa: PLC0415

    from engine.domain.blocks import About, BlockKind, FlexibleBlock  # noqa: PLC0415
    from engine.domain.goals import Direction, Goal, Measure, Per  # noqa: PLC0415
    from engine.domain.letters import SuggestionKind  # noqa: PLC0415

    def act(one: Suggestion) -> object:
        if one.kind is SuggestionKind.BREAK:
            _set(preferences, break_after=one.minutes)
            return None
        if one.kind is SuggestionKind.CAP:
            goal = Goal(Direction.AT_MOST, Measure.CATEGORY, one.category_id, one.minutes, Per.WEEK)
            there = any(replace(other, id=0, made_ms=0) == goal for other in goals.all())
            return None if there else goals.add(goal)
        longest = max(one.minutes, (one.window_end - one.window_start) // 2)
        block = FlexibleBlock(
            About(BlockKind.FOCUS),
            shortest=one.minutes,
            longest=longest,
            per_week=one.per_week,
            window_start=one.window_start,
            window_end=one.window_end,
        )
        there = any(replace(other, id=0) == block for other in plan.flexible())
        return None if there else plan.add_flexible(block)

    return act


def _set(preferences: Preferences, **changed: int | bool) -> None:
    from dataclasses import replace  # noqa: PLC0415
    from typing import Any  # noqa: PLC0415

    settings = preferences.load()
    values: dict[str, Any] = dict(changed)
    preferences.change(replace(settings, notifications=replace(settings.notifications, **values)))
