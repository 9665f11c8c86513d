"""Places in a suggested week as offers: stored with their reasons, found again, accepted and refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.offers import Offered, Said, Shown
from engine.domain.proposals import WEEK_POLICY, Proposal, of_week, week_context
from engine.domain.recommended import Kind, Offer, Verdict
from engine.storage.feedback import FeedbackStore
from engine.storage.offers import OfferStore

REFUSED = frozenset({Verdict.NOT_NOW, Verdict.WRONG, Verdict.LESS})
REACH_MS = 28 * 24 * MS_PER_HOUR
"""How far back answers are looked for: longer than any week is suggested ahead."""


class WeekOffers:
    """The offers of suggested weeks of one profile; raises Storage errors."""

    def __init__(self, offers: OfferStore, feedback: FeedbackStore) -> None:
        self._offers = offers
        self._feedback = feedback

    def numbered(self, proposals: Sequence[Proposal], now_ms: int, run: int) -> tuple[Proposal, ...]:
        """Store places that are offered and return them with their numbers; what is offered already keeps its own."""
        known = {_place(one.offered): one.offered.offer.id for one in self.history(now_ms) if not one.said}
        fresh = [
            _offered(one, now_ms, run, rank)
            for rank, one in enumerate(proposals, 1)
            if (week_context(one.flexible_id, one.moves_id), one.interval) not in known
        ]
        numbers = self._offers.add(fresh)
        self._offers.shown(numbers, now_ms)
        known |= {_place(one): number for one, number in zip(fresh, numbers, strict=True)}
        return tuple(
            replace(one, offer_id=known[week_context(one.flexible_id, one.moves_id), one.interval]) for one in proposals
        )

    def history(self, now_ms: int) -> list[Shown]:
        """Return the places offered lately, with what was said of them."""
        return [
            one
            for one in self._offers.history(now_ms - REACH_MS, Kind.BLOCK)
            if one.offered.offer.policy == WEEK_POLICY and of_week(one.offered.context) is not None
        ]

    def say(self, offer_id: int, verdict: Verdict, now_ms: int) -> None:
        """Store an answer; of an offer that was forgotten meanwhile nothing is said."""
        try:
            self._feedback.say(Said(offer_id, now_ms, verdict))
        except UsageError:  # what is planned stays planned
            return


def _place(one: Offered) -> tuple[str, object]:
    return one.context, one.interval


def _offered(one: Proposal, now_ms: int, run: int, rank: int) -> Offered:
    return Offered(
        Offer(0, now_ms, WEEK_POLICY, 1.0, rank, run),
        Kind.BLOCK,
        one.why,
        interval=one.interval,
        context=week_context(one.flexible_id, one.moves_id),
        features={"focused_minutes": one.focused_minutes},
    )
