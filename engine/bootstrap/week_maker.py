"""Builds what makes suggested weeks, in the process that advises or in this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.adherence import Adherence
    from engine.domain.clock import Clock
    from engine.domain.proposals import WeekProposal
    from engine.domain.week_forecast import WeekForesight
    from engine.history.labels import CurrentRules
    from engine.planning.plan import Plan
    from engine.planning.week_maker import WeekMaker
    from engine.planning.week_offers import WeekOffers
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile

    Kept = Callable[[int, int], Adherence]


def week_answers(
    database: Database, paths: ProfilePaths, foresight: WeekForesight, clock: Clock
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Return what answers questions for a week in the process that advises, built when first asked: it loads HiGHS."""

    @cache
    def maker() -> WeekMaker:
        from engine.bootstrap.planning import build_plan  # noqa: PLC0415
        from engine.bootstrap.rules import rules_in_force  # noqa: PLC0415
        from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415

        plan = build_plan(database, clock)
        kept = kept_plan(database, HeartbeatFile(paths.heartbeat), rules_in_force(database), plan, clock)
        return build_maker(paths, plan, week_offers(database), foresight, kept, clock)

    def answer(said: Mapping[str, Any]) -> dict[str, Any]:
        from engine.domain.errors import UsageError  # noqa: PLC0415
        from engine.domain.proposal_json import week_to_json  # noqa: PLC0415

        what, days = said.get("what"), said.get("days")
        if what not in {"suggest", "check"} or type(days) is not int:
            raise UsageError("Of a week “what” is suggest or check, and “days” a whole number.")
        return {"week": week_to_json(made(maker(), str(what), days))}

    return answer


def made(maker: WeekMaker, what: str, days: int) -> WeekProposal:
    """Return the week that is asked for by its name."""
    return maker.check(days) if what == "check" else maker.suggest(days)


def build_maker(
    paths: ProfilePaths, plan: Plan, offers: WeekOffers, foresight: WeekForesight, kept: Kept, clock: Clock
) -> WeekMaker:
    """Build what makes weeks; it loads NumPy and HiGHS."""
    from engine.planning.week_maker import WeekMaker, WeekSources  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    return WeekMaker(WeekSources(plan, offers, foresight, kept, lambda: load_settings(paths.settings).plan), clock)


def week_offers(database: Database) -> WeekOffers:
    """Build what keeps places in suggested weeks as offers."""
    from engine.planning.week_offers import WeekOffers  # noqa: PLC0415
    from engine.storage.feedback import FeedbackStore  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415

    return WeekOffers(OfferStore(database), FeedbackStore(database))


def kept_plan(database: Database, heartbeat: HeartbeatFile, labeller: CurrentRules, plan: Plan, clock: Clock) -> Kept:
    """Return what tells what became of the time planned between two moments."""
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.domain.intervals import Interval  # noqa: PLC0415
    from engine.planning.adherence import adherence_of  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.snapshot import Snapshots  # noqa: PLC0415

    categories, snapshots = CategoryStore(database), Snapshots(database, labeller, heartbeat)

    def kept(start_ms: int, end_ms: int) -> Adherence:
        planned, tree = plan.occurrences(start_ms, end_ms), CategoryTree(categories.all())
        with snapshots.take() as totals:
            return adherence_of(planned, totals, tree, Interval(start_ms, end_ms), clock.now().wall_ms)

    return kept
