"""Builds team figures by files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.bootstrap.sharing import group_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.api import Preferences
    from engine.api.team import Team
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.look import Labeller
    from engine.storage.database import Database


def build_team(
    database: Database,
    labeller: Labeller,
    preferences: Preferences,
    rule: Callable[[], DayRule],
    clock: Clock,
) -> Team:
    """Build the rounds of one profile; each step on masks is made by a process of its own."""
    from engine.api.team import Team  # noqa: PLC0415
    from engine.domain.days import day_of  # noqa: PLC0415
    from engine.sharing.team.asking import MaskingProcess  # noqa: PLC0415
    from engine.sharing.team.quarters import WeekQuarters  # noqa: PLC0415
    from engine.sharing.team.rounds import TeamParts  # noqa: PLC0415
    from engine.storage.sharing import ShareStore  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415
    from engine.storage.team import TeamStore  # noqa: PLC0415

    rows = StreamReader(database, labeller=labeller)
    quarters = WeekQuarters(rows, lambda: group_now(database), rule, ShareStore(database).hours_from)
    return Team(
        TeamParts(
            TeamStore(database),
            MaskingProcess(),
            quarters.of,
            lambda: day_of(clock.now().wall_ms, rule()),
            lambda: clock.now().wall_ms,
            lambda: preferences.load().sharing.on,
        )
    )
