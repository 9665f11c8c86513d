"""What the person says of recommendations, and what came of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.domain.activity import Observed
from engine.domain.categories import CategoryTree
from engine.domain.clock import MS_PER_HOUR, Clock
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.errors import UsageError
from engine.domain.model_status import Effect
from engine.domain.offers import FocusRating, Offered, Said
from engine.domain.rating_moment import APART_MS, REACH_MS, rating_due
from engine.domain.recommended import Verdict
from engine.domain.stream_row import StreamRow
from engine.history.meetings import is_meeting
from engine.storage.feedback import FeedbackStore
from engine.storage.offers import OfferStore
from engine.storage.ratings import RatingStore
from engine.storage.stream import StreamReader

AGREEMENT_MS = 90 * 24 * MS_PER_HOUR
"""So far back ratings are compared with the score from activity."""


@dataclass(frozen=True, slots=True)
class Lived:
    """The history feedback is held against: what was in front, the categories as they are, and how days are cut."""

    stream: StreamReader
    tree: Callable[[], CategoryTree]
    rule: Callable[[], DayRule]


class MindFeedback:
    """Feedback on the offers of one profile; every method may raise Storage errors."""

    def __init__(
        self, offers: OfferStore, feedback: FeedbackStore, ratings: RatingStore, clock: Clock, lived: Lived
    ) -> None:
        self._offers, self._feedback, self._ratings, self._clock = offers, feedback, ratings, clock
        self._lived = lived

    def shown(self, offers: Sequence[int]) -> None:
        """Note that these offers were visible."""
        self._offers.shown(offers, self._clock.now().wall_ms)

    def say(self, offer: int, verdict: Verdict) -> None:
        """Note what the person says of an offer; UsageError where there is no such offer."""
        self._feedback.say(Said(offer, self._clock.now().wall_ms, verdict))

    def unsay(self, offer: int, verdict: Verdict) -> None:
        """Forget what the person said of an offer."""
        self._feedback.unsay(offer, verdict)

    def offered(self, offer: int) -> Offered:
        """Return what was offered under this number; UsageError where there is no such offer."""
        found = self._offers.get(offer)
        if found is None:
            raise UsageError(f"There is no recommendation {offer} any more. Ask for new ones.")
        return found

    def effect(self) -> Effect:
        """Return what came of what was recommended; openings of an hour ago and earlier are measured first."""
        from engine.mind.bandit.effect import effect_of  # noqa: PLC0415  (NumPy, by the first look at it)

        self._feedback.settle_dwell(self._clock.now().wall_ms)
        rule = self._lived.rule()
        return effect_of(self._offers.history(0, reasons=False), lambda at_ms: day_of(at_ms, rule))

    def rating_due(self) -> bool:
        """Return whether to ask how focused the last half hour was."""
        now_ms, rule = self._clock.now().wall_ms, self._lived.rule()
        day_start_ms = day_bounds(day_of(now_ms, rule), rule).start_ms
        ratings = self._ratings.since(min(day_start_ms, now_ms - APART_MS))
        rows, tree = self._lived.stream.rows(now_ms - REACH_MS, now_ms), self._lived.tree()
        return rating_due(rows, ratings, day_start_ms, now_ms, lambda row: _meeting(row, tree))

    def rate(self, value: int) -> None:
        """Store how focused the last half hour was; UsageError for what is not 1 to 5."""
        self._ratings.add(FocusRating(self._clock.now().wall_ms, value))

    def ratings_agreement(self) -> float | None:
        """Return how ratings and the score from activity rank the same times; None under ten ratings."""
        ratings = self._ratings.since(self._clock.now().wall_ms - AGREEMENT_MS)
        if not ratings:
            return None
        from engine.mind.bandit.agreement import agreement  # noqa: PLC0415  (NumPy, by the first look at it)

        rows = self._lived.stream.rows(ratings[0].at_ms - REACH_MS, ratings[-1].at_ms)
        ends = [row.end_ms for row in rows]

        def within(start_ms: int, end_ms: int) -> Sequence[StreamRow]:
            return rows[bisect_left(ends, start_ms) : bisect_left(ends, end_ms) + 1]

        tree = self._lived.tree()
        weights = {one.id: float(tree.weight(one.id)) for one in tree.in_order()}
        return agreement(ratings, within, weights, self._lived.rule())


def _meeting(row: StreamRow, tree: CategoryTree) -> bool:
    path = tree.path(row.category) if row.category else ()
    return is_meeting(Observed(row.presence, row.app, row.title), path)
