"""Cards are asked again as the published formulas say, and a state follows from the reviews alone."""

from __future__ import annotations

import math

import pytest
from helpers.manual_clock import MONDAY_NOON_MS as NOON

from engine.domain.errors import UsageError
from engine.domain.learning import Review
from engine.learning.recall import chance, new_state, replayed, reviewed

DAY = 24 * 3_600_000
# FSRS-6 with the weights it was published with: first stabilities, and the exponent of forgetting.
FIRST_STABILITY = (0.212, 1.2931, 2.3065, 8.2956)
DECAY = 0.1542


def forgetting(days: float, stability: float) -> float:
    """Return the chance of recall by the published curve, which is 0.9 after as many days as the stability."""
    return float((1 + (0.9 ** (-1 / DECAY) - 1) * days / stability) ** -DECAY)


def test_a_card_never_asked_is_due_and_not_recalled() -> None:
    assert chance(new_state(NOON), NOON) == 0.0
    assert replayed(NOON, [])[1] == NOON


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_the_first_answer_sets_the_stability_and_recall_fades_by_the_curve(rating: int) -> None:
    state, _ = reviewed(new_state(NOON), rating, NOON)
    assert chance(state, NOON) == 1.0
    for days in (1, 3, 30):
        expected = forgetting(days, FIRST_STABILITY[rating - 1])
        assert math.isclose(chance(state, NOON + days * DAY), expected, rel_tol=1e-9)


def test_better_answers_wait_longer_and_a_forgotten_card_comes_back_soon() -> None:
    waits = [reviewed(new_state(NOON), rating, NOON)[1] - NOON for rating in (1, 2, 3, 4)]
    assert waits == sorted(waits)
    assert waits[3] == round(FIRST_STABILITY[3]) * DAY
    known, due = reviewed(new_state(NOON), 4, NOON)
    assert reviewed(known, 1, due)[1] - due == 10 * 60_000
    assert reviewed(known, 3, due)[1] - due > 2 * waits[3]


def test_the_state_follows_from_the_reviews() -> None:
    state, moment, reviews = new_state(NOON), NOON, []
    for rating in (3, 3, 4, 1, 3, 2):
        reviews.append(Review(1, moment, rating, 0))
        state, moment = reviewed(state, rating, moment)
    assert replayed(NOON, reviews) == (state, moment)


@pytest.mark.parametrize("rating", [0, 5, -1])
def test_other_ratings_are_refused(rating: int) -> None:
    with pytest.raises(UsageError, match=r"1 \(forgotten"):
        reviewed(new_state(NOON), rating, NOON)
