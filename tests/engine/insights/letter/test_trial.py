"""Wording and time are drawn with just the probabilities that are kept, the same for the same week, never in quiet."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import product

import pytest
from helpers.letters import MONDAY, answered

from engine.domain.letters import Framing, LetterAnswer
from engine.insights.letter.trial import EXPLORED, MINUTES, drawn, plain_trial, probabilities

ARMS = list(product(Framing, MINUTES))
LIKED = [(Framing.QUESTION, MINUTES[1], LetterAnswer.ACCEPTED)] * 5
NEVER = lambda _minute: False  # noqa: E731


def test_probabilities_sum_to_one_and_prefer_what_was_accepted() -> None:
    told = probabilities(ARMS, answered(LIKED))
    assert sum(told.values()) == pytest.approx(1.0)
    assert told[Framing.QUESTION, MINUTES[1]] == pytest.approx(1 - EXPLORED + EXPLORED / 9)
    assert all(chance > 0 for chance in told.values())
    assert list(probabilities(ARMS, []).values()) == pytest.approx([1 / 9] * 9)


def test_weeks_are_drawn_as_often_as_their_propensities_say() -> None:
    counts: Counter[tuple[Framing, int]] = Counter()
    kept = {}
    for number in range(2_000):
        one = drawn(MONDAY + timedelta(weeks=number), answered(LIKED), 0, NEVER, 420)
        counts[one.framing, one.minute] += 1
        kept[one.framing, one.minute] = one.propensity
    assert all(abs(counts[arm] / 2_000 - kept[arm]) < 0.04 for arm in kept)
    assert len(kept) == 9


def test_a_week_is_drawn_the_same_again() -> None:
    first, again = (drawn(MONDAY, answered(LIKED), 0, NEVER, 420) for _ in range(2))
    assert first == again


def test_nothing_is_put_in_quiet_hours() -> None:
    found = [
        drawn(MONDAY + timedelta(weeks=number), [], 0, lambda minute: minute != MINUTES[2], 420) for number in range(50)
    ]
    assert {one.minute for one in found} == {MINUTES[2]}
    assert {drawn(MONDAY, [], 0, lambda _minute: True, 420).minute} == {420}


def test_an_answer_not_given_yet_tells_nothing() -> None:
    silent = answered([(Framing.GAIN, MINUTES[0], LetterAnswer.NONE)])
    at_once = drawn(MONDAY, silent, 1_000, NEVER, 420)
    assert at_once == drawn(MONDAY, [], 1_000, NEVER, 420)
    late = {drawn(MONDAY + timedelta(weeks=n), silent, 8 * 24 * 3_600_000, NEVER, 420).propensity for n in range(60)}
    assert min(late) < 1 / 9 - 0.01  # what was not answered in a week was not taken


def test_without_trials_it_stays_the_same() -> None:
    one = plain_trial(NEVER, 420)
    assert (one.framing, one.minute, one.propensity, one.tried) == (Framing.NEUTRAL, MINUTES[0], 1.0, False)
