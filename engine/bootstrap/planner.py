"""Builds the front door to what places time by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.bootstrap.week_maker import build_maker, kept_plan, made, week_offers
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.proposals import WeekProposal
    from engine.history.labels import CurrentRules
    from engine.planning.plan import Plan
    from engine.planning.planner import Planner
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.talking import Asker


def build_planner(  # noqa: PLR0913, PLR0917  (one for each part)
    database: Database,
    paths: ProfilePaths,
    heartbeat: HeartbeatFile,
    labeller: CurrentRules,
    plan: Plan,
    rule: Callable[[], DayRule],
    clock: Clock,
    asker: Asker,
) -> Planner:
    """Build the front door; NumPy is loaded here only where the process that advises does not answer."""
    from engine.planning.planner import Planner, PlannerParts  # noqa: PLC0415

    kept, offers = kept_plan(database, heartbeat, labeller, plan, clock), week_offers(database)

    def here(what: str, days: int) -> WeekProposal:
        from engine.bootstrap.mind_advice import build_adviser  # noqa: PLC0415

        maker = build_maker(paths, plan, offers, build_adviser(database, paths).week, kept, clock)
        return made(maker, what, days)

    return Planner(PlannerParts(plan, offers, asker, here, kept, rule), clock)
