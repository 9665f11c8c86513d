"""A week of learning: proposed with reasons, accepted into the plan, taken back, and measured by what was foretold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from engine.domain.adherence import Adherence
from engine.domain.blocks import Block
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.learning import PIECE_MINUTES, Effect, LearningPlan, LearningWeek, Level, Returns, Standing
from engine.domain.periods import Period, period_around
from engine.domain.proposals import Proposal
from engine.learning.allocation import Candidate, allocated, share_of
from engine.learning.blocks import LearningBlocks, names_and_minutes, spent_minutes
from engine.learning.levels import LATE_MS, gained, known_at
from engine.learning.returns import Measured, fitted
from engine.learning.skills import Skills
from engine.storage.learning_weeks import LearningWeekStore
from engine.storage.skills import SkillStore

USUAL_MINUTES: Final = 180
"""A week's limit where the person never said one."""
MOST_HOURS: Final = 40
"""Of learning a week: a full week of work."""


@dataclass(frozen=True, slots=True)
class WeekParts:
    """What weeks are made of. kept: what became of the time planned on days, both included."""

    store: LearningWeekStore
    skills: Skills
    levels: SkillStore
    blocks: LearningBlocks
    kept: Callable[[date, date], Adherence]
    rule: Callable[[], DayRule]
    week_start: Callable[[], int]


class Weeks:
    """The weeks of learning of one profile. Every method raises Storage errors."""

    def __init__(self, parts: WeekParts, clock: Clock) -> None:
        self._parts = parts
        self._clock = clock

    def plan(self, most_minutes: int | None = None) -> LearningPlan:
        """Return the week's minutes: those accepted, else a proposal. From its fifth day on the week is the next one.

        most_minutes: a proposal within that limit, whatever was accepted; UsageError for one that no week has.
        """
        week = self._week()
        rows = self._parts.store.all()
        accepted = [one for one in rows if one.week == week]
        if most_minutes is None and accepted:
            return self._accepted(week, accepted)
        limit = self._usual(rows) if most_minutes is None else most_minutes
        if not PIECE_MINUTES <= limit <= MOST_HOURS * 60:
            raise UsageError(f"A week of learning has {PIECE_MINUTES} minutes to {MOST_HOURS} hours.")
        return LearningPlan(week, limit, allocated(self._candidates(), limit))

    def accept(self, plan: LearningPlan) -> LearningPlan:
        """Have the minutes of a plan placed from now on, keep what it foretells, and return it as accepted.

        UsageError for a plan without minutes, or of another week.
        """
        if plan.week != self._week():
            raise UsageError("This plan is of another week. Make a new one: kairos learn plan")
        if not plan.minutes:
            raise UsageError("There is nothing to plan yet. Add a skill first: kairos learn add NAME")
        now_ms = self._now()
        given = [one for one in plan.shares if one.minutes]
        rows = [LearningWeek(plan.week, one.skill.id, now_ms, one.minutes, one.gain) for one in given]
        self._parts.blocks.put(names_and_minutes(given))
        self._parts.store.replace(plan.week, rows)
        return replace(plan, accepted=True)

    def propose(self) -> tuple[Proposal, ...]:
        """Return places in the week ahead for the minutes accepted; it may take seconds."""
        return self._parts.blocks.propose()

    def place(self, keys: Sequence[str]) -> list[Block]:
        """Plan these places, all or none; UsageError where one is not known any more."""
        return self._parts.blocks.take(keys)

    def take_back(self) -> bool:
        """Take this week's plan back, with its places ahead; what was wanted the week before is wanted again.

        Returns False where nothing was accepted.
        """
        week = self._week()
        rows = self._parts.store.all()
        if not any(one.week == week for one in rows):
            return False
        before = max((one.week for one in rows if one.week < week), default=None)
        names = {one.id: one.name for one in self._parts.skills.all()}
        shares = [(names[one.skill_id], one.minutes) for one in rows if one.week == before]
        self._parts.blocks.withdraw(shares, self._now())
        self._parts.store.replace(week, ())
        return True

    def effect(self) -> Effect:
        """Measure the weeks that are over and return them, the last first."""
        self._measure()
        names = {one.id: one.name for one in self._parts.skills.all()}
        over = [one for one in self._parts.store.all() if self._is_over(one.week) and one.skill_id in names]
        over.sort(key=lambda one: (one.week, -one.minutes), reverse=True)
        return Effect(tuple((one, names[one.skill_id]) for one in over))

    # ---------------------------------------------------------------- what it rests on

    def _accepted(self, week: date, rows: Sequence[LearningWeek]) -> LearningPlan:
        """Return the accepted week as it was accepted, with what it foretold then."""
        known = {one.skill.id: one for one in self._candidates(resting=True)}
        shares = (replace(share_of(known[one.skill_id], one.minutes), gain=one.foretold) for one in rows)
        told = tuple(sorted(shares, key=lambda one: -one.minutes))
        return LearningPlan(week, sum(one.minutes for one in rows), told, accepted=True)

    def _usual(self, rows: Sequence[LearningWeek]) -> int:
        """Return the minutes of the last week that was accepted."""
        last = max((one.week for one in rows), default=None)
        return sum(one.minutes for one in rows if one.week == last) or USUAL_MINUTES

    def _candidates(self, *, resting: bool = False) -> list[Candidate]:
        log = self._log()
        return [
            Candidate(one.skill, one.level, _returns(log, one), one.minutes_left, one.told)
            for one in self._parts.skills.standings()
            if one.skill.active or resting
        ]

    def _log(self) -> dict[int, list[Measured]]:
        self._measure()
        levels, found = self._levels(), dict[int, list[Measured]]()
        for one in self._parts.store.all():
            if one.spent is not None and one.gained is not None:
                level = known_at(levels.get(one.skill_id, ()), self._begin_ms(one))
                found.setdefault(one.skill_id, []).append(Measured(one.spent, level, one.gained))
        return found

    def _measure(self) -> None:
        """Store what came of weeks that are over, and gains that were told since; a week is settled two days later."""
        now_ms = self._now()
        levels = self._levels()
        names = {one.id: one.name for one in self._parts.skills.all()}
        told: list[LearningWeek] = []
        for week, parts in _by_week(self._parts.store.all()):
            span = self._span(week)
            settled = all(one.spent is not None for one in parts) and now_ms > span.end_ms + 2 * LATE_MS
            if settled or not self._is_over(week):
                continue
            kept = self._parts.kept(week, week + timedelta(days=6))
            spent = spent_minutes(kept, span)
            told += [
                replace(
                    one,
                    spent=spent.get(names.get(one.skill_id, ""), 0),
                    gained=gained(levels.get(one.skill_id, ()), self._begin_ms(one), span.end_ms),
                )
                for one in parts
            ]
        if told:
            self._parts.store.measure(told)

    def _begin_ms(self, one: LearningWeek) -> int:
        """Return from when on a week counts: accepted when it had begun, from that moment."""
        return max(self._span(one.week).start_ms, one.made_ms)

    def _levels(self) -> dict[int, list[Level]]:
        found: dict[int, list[Level]] = {}
        for one in self._parts.levels.levels():
            found.setdefault(one.skill_id, []).append(one)
        return found

    def _span(self, week: date) -> Interval:
        rule = self._parts.rule()
        return Interval(day_start_ms(week, rule), day_start_ms(week + timedelta(days=7), rule))

    def _week(self) -> date:
        """Return the week most of whose coming seven days it holds: from its fifth day on the next one is planned."""
        today = day_of(self._now(), self._parts.rule())
        return period_around(Period.WEEK, today + timedelta(days=3), self._parts.week_start())[0]

    def _is_over(self, week: date) -> bool:
        return self._span(week).end_ms <= self._now()

    def _now(self) -> int:
        return self._clock.now().wall_ms


def _returns(log: dict[int, list[Measured]], one: Standing) -> Returns:
    return fitted(log.get(one.skill.id, ()))


def _by_week(rows: Iterable[LearningWeek]) -> list[tuple[date, list[LearningWeek]]]:
    found: dict[date, list[LearningWeek]] = {}
    for one in rows:
        found.setdefault(one.week, []).append(one)
    return sorted(found.items())
