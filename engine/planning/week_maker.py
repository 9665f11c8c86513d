"""Makes suggested weeks where NumPy and the forecast are at hand: loads, asks the optimiser, stores the offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from engine.domain.adherence import Adherence
from engine.domain.blocks import BlockKind, FlexibleBlock, Occurrence
from engine.domain.clock import MS_PER_HOUR, Clock, Instant
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.proposals import WeekProposal, of_week
from engine.domain.week_forecast import WeekForesight
from engine.planning.adherence import measured
from engine.planning.keeping import REACH_DAYS, keep_rates
from engine.planning.occurrences import conflicts_of
from engine.planning.plan import Plan
from engine.planning.week.facts import Refusal, WeekFacts
from engine.planning.week.slots import slots_in
from engine.planning.week.standing import is_movable
from engine.planning.week.suggest import replanned_week, suggested_week
from engine.planning.week_offers import REFUSED, WeekOffers
from engine.settings import PlanSettings

MOST_DAYS = 14
_DAY_MS = 24 * MS_PER_HOUR
_ONCE_REACH_MS = 366 * _DAY_MS  # as far from now a place of what is wanted once is looked for


@dataclass(frozen=True, slots=True)
class WeekSources:
    """Where the facts come from; each raises Storage errors, settings a SettingsError too."""

    plan: Plan
    offers: WeekOffers
    foresight: WeekForesight
    kept: Callable[[int, int], Adherence]
    settings: Callable[[], PlanSettings]


class WeekMaker:
    """Suggests weeks for one profile."""

    def __init__(self, sources: WeekSources, clock: Clock) -> None:
        self._sources = sources
        self._clock = clock

    def suggest(self, days: int) -> WeekProposal:
        """Return a suggestion for so many days, today included; every place in it is stored as an offer."""
        facts = self._facts(max(1, min(days, MOST_DAYS)))
        return self._offered(suggested_week(facts), facts)

    def check(self, days: int) -> WeekProposal:
        """Return where that would go what Kairos placed before and something else now overlaps."""
        facts = self._facts(max(1, min(days, MOST_DAYS)))
        moving = _overlapped(facts.occurrences, facts.now.wall_ms)
        return self._offered(replanned_week(facts, moving), facts)

    def _offered(self, week: WeekProposal, facts: WeekFacts) -> WeekProposal:
        numbered = self._sources.offers.numbered(week.proposals, facts.now.wall_ms, facts.forecast.run)
        return replace(week, proposals=numbered)

    def _facts(self, days: int) -> WeekFacts:
        now = self._clock.now()
        rule, sources = DayRule(now.zone), self._sources
        today = day_of(now.wall_ms, rule)
        span = Interval(now.wall_ms, day_start_ms(today + timedelta(days=days), rule))
        slots = slots_in(span, now.zone)
        flexible = tuple(sources.plan.flexible())
        return WeekFacts(
            now=now,
            span=span,
            settings=sources.settings(),
            forecast=sources.foresight(now, slots.start_ms, len(slots)),
            flexible=flexible,
            occurrences=tuple(sources.plan.occurrences(day_start_ms(today, rule), span.end_ms)),
            placed=self._placed(flexible, now.wall_ms),
            refused=self._refused(now),
            kept=self._kept(now),
        )

    def _placed(self, flexible: Sequence[FlexibleBlock], now_ms: int) -> frozenset[int]:
        """Return what is wanted once and has a place, ahead or behind; what was missed there is wanted still."""
        once = {one.id for one in flexible if not one.per_week and one.active}
        if not once:
            return frozenset()
        around = self._sources.plan.occurrences(now_ms - _ONCE_REACH_MS, now_ms + _ONCE_REACH_MS)
        mine = [one for one in around if one.block.origin.flexible_id in once]
        told = self._sources.kept(now_ms - REACH_DAYS * _DAY_MS, now_ms)
        missed = {one.occurrence.block.id for one in measured(told.kept) if not one.matching_ms}
        return frozenset(one.block.origin.flexible_id for one in mine if one.block.id not in missed)

    def _refused(self, now: Instant) -> tuple[Refusal, ...]:
        found = []
        for one in self._sources.offers.history(now.wall_ms):
            for_what, interval = of_week(one.offered.context), one.offered.interval
            if for_what is None or interval is None or interval.end_ms <= now.wall_ms:
                continue
            if any(said.verdict in REFUSED for said in one.said):
                found.append(Refusal(for_what[0], interval))
        return tuple(found)

    def _kept(self, now: Instant) -> Mapping[BlockKind, tuple[float, ...]]:
        told = self._sources.kept(now.wall_ms - REACH_DAYS * _DAY_MS, now.wall_ms)
        return keep_rates(told.kept, now.zone)


def _overlapped(occurrences: Sequence[Occurrence], now_ms: int) -> list[int]:
    """Return the blocks that may be moved and overlap something that may not, of two that may the later made one."""
    found = []
    for clash in conflicts_of(occurrences):
        both = [one for one in (clash.first, clash.second) if is_movable(one, now_ms)]
        if both:
            found.append(max(both, key=lambda one: one.block.id).block.id)
    return found
