"""Builds focus sessions."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.categories import CategoryTree
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.report import Focus as Figures
    from engine.domain.report import LabelledActivity
    from engine.domain.stream_row import StreamRow
    from engine.history.labels import CurrentRules
    from engine.paths import ProfilePaths
    from engine.planning.focus.service import Focus
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_focus(
    database: Database,
    paths: ProfilePaths,
    heartbeat: HeartbeatFile,
    clock: Clock,
    rule: Callable[[], DayRule],
    labeller: CurrentRules,
) -> Focus:
    """Build the focus sessions of one profile."""
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.planning.focus.seen import FocusSources  # noqa: PLC0415
    from engine.planning.focus.service import Focus, FocusStores  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.contracts import ContractStore  # noqa: PLC0415
    from engine.storage.focus_sessions import FocusSessionStore  # noqa: PLC0415
    from engine.storage.nudges import NudgeStore  # noqa: PLC0415
    from engine.storage.ratings import RatingStore  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415

    categories = CategoryStore(database)
    stores = FocusStores(FocusSessionStore(database), NudgeStore(database), ContractStore(database))
    sources = FocusSources(
        rows=StreamReader(database, heartbeat.read, labeller).rows,
        tree=lambda: CategoryTree(categories.all()),
        meeting=_meeting,
        figures=_figures,
        settings=lambda: load_settings(paths.settings).focus,
        close=_close,
        rule=rule,
        rated=RatingStore(database).of_session,
    )
    return Focus(stores, sources, clock)


def _close(app: str) -> bool:
    from engine.tracking.platforms.closing import choose_closer  # noqa: PLC0415  (seldom wanted)

    closer = choose_closer(os.environ, platform.system())
    return closer is not None and closer.close_front(app)


def _meeting(row: StreamRow, tree: CategoryTree) -> bool:
    from engine.domain.activity import Observed  # noqa: PLC0415
    from engine.history.meetings import is_meeting  # noqa: PLC0415

    path = tree.path(row.category) if row.category else ()
    return is_meeting(Observed(row.presence, row.app, row.title), path)


def _figures(activities: Sequence[LabelledActivity], weight: Callable[[int], int]) -> Figures:
    from engine.reports.focus import focus_of  # noqa: PLC0415
    from engine.reports.focus_slots import focus_day  # noqa: PLC0415

    return focus_of([focus_day(activities)], weight, lambda _category: (), None)
