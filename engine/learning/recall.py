"""When a card is asked again: FSRS, the published model of forgetting; the one file that loads the library `fsrs`.

Without its random spread, so that the state of a card follows from its reviews alone and a review can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.domain.clock import utc, wall_ms
from engine.domain.errors import UsageError
from engine.domain.learning import Review

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RATINGS = (1, 2, 3, 4)


def new_state(at_ms: int) -> str:
    """Return the state of a card that was never asked; it is due at once."""
    from fsrs import Card  # noqa: PLC0415  (needed for cards alone)

    return _told(Card(card_id=0, due=utc(at_ms)))


def reviewed(state: str, rating: int, at_ms: int) -> tuple[str, int]:
    """Return the state after an answer and when the card is due again; UsageError for a rating that is not 1 to 4."""
    from fsrs import Rating  # noqa: PLC0415

    if rating not in RATINGS:
        raise UsageError("A rating is 1 (forgotten), 2 (hard), 3 (good) or 4 (easy).")
    card, _ = _scheduler().review_card(_card(state), Rating(rating), utc(at_ms))
    return _told(card), wall_ms(card.due)


def replayed(made_ms: int, reviews: Iterable[Review]) -> tuple[str, int]:
    """Return the state and the due moment that follow from reviews, oldest first."""
    state, due_ms = new_state(made_ms), made_ms
    for one in reviews:
        state, due_ms = reviewed(state, one.rating, one.at_ms)
    return state, due_ms


def chance(state: str, at_ms: int) -> float:
    """Return how likely the card would be recalled at a moment, 0 to 1; 0 for one that was never asked."""
    return float(_scheduler().get_card_retrievability(_card(state), utc(at_ms)))


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # noqa: PLC0415

    return Scheduler(enable_fuzzing=False)


def _card(state: str) -> Card:
    from fsrs import Card  # noqa: PLC0415

    said: dict[str, Any] = json.loads(state)
    return Card.from_dict(said)  # type: ignore[arg-type]


def _told(card: Card) -> str:
    return json.dumps(card.to_dict())
