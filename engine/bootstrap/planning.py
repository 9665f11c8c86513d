"""Builds what the person means to reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import Goals, Plan
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.history.labels import CurrentRules
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_goals(
    database: Database,
    labeller: CurrentRules,
    heartbeat: HeartbeatFile,
    rule: Callable[[], DayRule],
    week_start: Callable[[], int],
    clock: Clock,
) -> Goals:
    """Build what keeps goals and measures them by the totals."""
    from engine.api import Goals  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.goals import GoalStore  # noqa: PLC0415
    from engine.storage.snapshot import Snapshots  # noqa: PLC0415

    categories = CategoryStore(database)
    history = Snapshots(database, labeller, heartbeat).take
    return Goals(GoalStore(database), history, lambda: CategoryTree(categories.all()), rule, week_start, clock)


def build_plan(database: Database, clock: Clock) -> Plan:
    """Build what keeps planned time."""
    from engine.api import Plan  # noqa: PLC0415
    from engine.storage.blocks import BlockStore  # noqa: PLC0415
    from engine.storage.flexible_blocks import FlexibleBlockStore  # noqa: PLC0415
    from engine.storage.plan_changes import PlanChanges  # noqa: PLC0415

    return Plan(BlockStore(database), FlexibleBlockStore(database), PlanChanges(database), clock)
