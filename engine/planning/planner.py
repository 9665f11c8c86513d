"""What places time by itself: suggested weeks, accepted, refused, checked, and what became of planned time.

Weeks are made by a process that keeps the forecast warm; where that does not answer, one is made here by hours alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.domain.adherence import Adherence
from engine.domain.blocks import About, Block
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import (
    SettingsError,
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageGone,
    UsageError,
)
from engine.domain.intervals import Interval
from engine.domain.offers import Shown
from engine.domain.proposal_json import week_from_json
from engine.domain.proposals import Proposal, WeekProposal, of_week
from engine.domain.recommended import Verdict
from engine.domain.week_keys import key_of
from engine.planning.plan import Plan
from engine.planning.week_offers import WeekOffers
from engine.talking import Asker, NoAnswer, raise_told

ANSWER_S = 20.0
"""So long a week is waited for: the first one comes with the start of the process, which a busy machine delays."""

_KINDS = {
    kind.__name__: kind
    for kind in (StorageBusy, StorageDamaged, StorageError, StorageFull, StorageGone, SettingsError, UsageError)
}


@dataclass(frozen=True, slots=True)
class PlannerParts:
    """What a planner rests on. here: makes a week in this process, by its name and the number of days.

    kept: tells what became of the time planned between two moments.
    """

    plan: Plan
    offers: WeekOffers
    asker: Asker
    here: Callable[[str, int], WeekProposal]
    kept: Callable[[int, int], Adherence]
    rule: Callable[[], DayRule]


class Planner:
    """Places time for one profile. Every method may raise Storage errors."""

    def __init__(self, parts: PlannerParts, clock: Clock, *, patience_s: float = ANSWER_S) -> None:
        self._parts = parts
        self._clock = clock
        self._patience_s = patience_s

    def suggest(self, days: int = 7) -> WeekProposal:
        """Return a suggestion for so many days, today included. It blocks up to seconds: ask from a thread.

        What stands in the plan is moved only where the week gains; places refused before are not proposed again.
        """
        return self._asked("suggest", days)

    def check(self, days: int = 7) -> WeekProposal:
        """Return where that would go what Kairos placed and something else overlaps now; it blocks like suggest."""
        return self._asked("check", days)

    def accept(self, keys: Sequence[str]) -> list[Block]:
        """Plan these proposals in one change, all or none, and return the blocks.

        UsageError where one is not known any more, is planned already, has begun, or lies over something protected.
        """
        found = [self._proposal(key) for key in dict.fromkeys(keys)]
        blocks = self._parts.plan.accept(found)
        for one in found:
            self._parts.offers.say(one.offer_id, Verdict.ACCEPTED, self._now())
        return blocks

    def refuse(self, key: str) -> None:
        """Have this place never proposed again for the same block; UsageError where the proposal is not known."""
        self._parts.offers.say(self._shown(key).offered.offer.id, Verdict.NOT_NOW, self._now())

    def adherence(self, start: date, end: date) -> Adherence:
        """Return what became of the time planned on the days from start to end, both included."""
        rule = self._parts.rule()
        return self._parts.kept(day_start_ms(start, rule), day_start_ms(end + timedelta(days=1), rule))

    def _asked(self, what: str, days: int) -> WeekProposal:
        question = {"ask": "week", "what": what, "days": days}
        try:
            told = self._parts.asker.ask(question, seconds=self._patience_s)
            raise_told(told, _KINDS)
            return week_from_json(told["week"])
        except (NoAnswer, KeyError, TypeError, ValueError):
            return self._parts.here(what, days)

    def _proposal(self, key: str) -> Proposal:
        shown = self._shown(key)
        offered, (flexible_id, moves_id) = shown.offered, of_week(shown.offered.context) or (0, 0)
        interval = offered.interval or Interval(0, 0)
        if interval.start_ms < self._now():
            raise UsageError(f"The place {key} has begun already. Ask for new ones: kairos plan suggest")
        return Proposal(
            key=key,
            flexible_id=flexible_id,
            about=self._about(flexible_id, moves_id),
            interval=interval,
            focused_minutes=offered.features.get("focused_minutes", 0.0),
            why=offered.why,
            offer_id=offered.offer.id,
            moves_id=moves_id,
        )

    def _about(self, flexible_id: int, moves_id: int) -> About:
        if moves_id:
            return self._parts.plan.get(moves_id).about
        if not flexible_id:
            return About()
        found = next((one for one in self._parts.plan.flexible() if one.id == flexible_id), None)
        if found is None:
            raise UsageError("That flexible block is gone. Ask for a new suggestion: kairos plan suggest")
        return found.about

    def _shown(self, key: str) -> Shown:
        now, found = self._clock.now(), None
        for one in self._parts.offers.history(now.wall_ms):
            for_what, interval = of_week(one.offered.context), one.offered.interval
            if for_what is not None and interval is not None and key_of(*for_what, interval, now.zone) == key:
                found = one  # the latest of them
        if found is None:
            raise UsageError(f"There is no proposal {key} any more. Ask for new ones: kairos plan suggest")
        return found

    def _now(self) -> int:
        return self._clock.now().wall_ms
