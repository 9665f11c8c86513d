"""The hours of the week: the same as the process written out, silent without a rhythm, quick to see a change."""

from __future__ import annotations

import numpy as np
import pytest

from engine.mind.focus.kernel import Values
from engine.mind.focus.week import LEVEL, WEEK, Past, Rhythm, learned_rhythm, places, week_of

DAY_S = 86_400.0
MONDAY_S = 4 * DAY_S
KNOWN = Rhythm(0.1, 0.01, 0.02, 0.1, 0.2)
EARLY, LATE = np.arange(WEEK) % 24 < 13, np.arange(WEEK) % 24 >= 13


def slots(days: int, chance: Values, seed: int = 0, first: int = 0, clings: float = 0.0) -> Past:
    """Return workdays of slots, nine to five, focused with the chance of their hour of the week.

    clings: how likely a slot is simply as the one before it.
    """
    dice = np.random.default_rng(seed)
    day = np.array([one for one in range(first, first + days) if one % 7 < 5])
    starts = (MONDAY_S + day[:, None] * DAY_S + np.arange(9 * 4, 17 * 4) * 900.0).ravel()
    place = places(starts)
    focused = (dice.random(len(place)) < chance[place]).astype(float)
    for one in range(1, len(focused)):
        if dice.random() < clings and place[one] >= place[one - 1]:
            focused[one] = focused[one - 1]
    share = np.clip(0.3 + 0.5 * focused + dice.normal(0, 0.15, len(place)), 0, 1)
    worth = np.clip(0.4 + 0.4 * focused + dice.normal(0, 0.15, len(place)), 0, 1)
    return Past(starts, place, np.repeat(day, 32).astype(np.int32), np.stack([focused, share, worth], axis=1))


def joined(one: Past, other: Past) -> Past:
    names = ("start_s", "place", "day", "signs")
    return Past(*(np.concatenate([getattr(one, name), getattr(other, name)]) for name in names))


def test_monday_is_the_first_day() -> None:
    assert places(np.array([MONDAY_S, MONDAY_S + 3_599, MONDAY_S + 8 * DAY_S + 3_600])).tolist() == [0, 0, 25]


def test_it_is_the_process_written_out() -> None:
    past = slots(3, np.where(EARLY, 0.8, 0.3))  # too few days for a change to be thought of before the last week
    past = past.rows(np.arange(len(past)) % 3 != 1)
    found = week_of(past, KNOWN)
    apart = past.signs - past.signs.mean(0)
    index = (apart / apart.std(0)).sum(1)
    index /= index.std()
    hour, weekday = past.place % 24, past.place // 24
    around = np.abs(hour[:, None] - hour[None])
    same = weekday[:, None] == weekday[None]
    hours = 0.1 * np.exp(-0.5 * (around / 1.5) ** 2) + same * (0.01 + 0.02 * np.exp(-0.5 * (around / 2.0) ** 2)) + LEVEL
    apart_h = np.abs(past.start_s[:, None] - past.start_s[None]) / 3_600
    noise = same * (KNOWN.days + KNOWN.whiles * np.exp(-apart_h)) + (1 - KNOWN.days - KNOWN.whiles) * np.eye(len(past))
    told = hours @ np.linalg.solve(hours + noise, index)
    told -= told.mean()
    slope = index @ past.signs[:, :2] / len(past)
    assert found.adds[past.place] == pytest.approx(told[:, None] * slope, abs=1e-9)
    known = np.diagonal(hours @ np.linalg.solve(hours + noise, hours))
    assert found.known[past.place] == pytest.approx(slope[0] ** 2 * known, abs=1e-9)
    assert (found.left >= 0).all()


def test_a_rhythm_is_learned_and_told_by_how_much_is_known() -> None:
    chance = np.where(EARLY, 0.75, 0.3)
    short, long = slots(12, chance), slots(180, chance)
    here = np.unique(long.place)
    little, much = (week_of(past, learned_rhythm(past)) for past in (short, long))
    for week in (little, much):
        assert week.adds[here, 0][EARLY[here]].min() > week.adds[here, 0][LATE[here]].max()
    assert much.adds[here, 0] == pytest.approx(chance[here] - chance[here].mean(), abs=0.2)
    assert much.left[here].mean() < little.left[here].mean() / 2


@pytest.mark.parametrize("clings", [0.0, 0.7])
def test_hours_that_mean_nothing_are_not_told(clings: float) -> None:
    told = [learned_rhythm(slots(26, np.full(WEEK, 0.4), seed, clings=clings)).tells for seed in range(20)]
    assert sum(told) <= 1


def test_after_a_change_the_new_hours_are_told_within_two_weeks() -> None:
    before, after = np.where(EARLY, 0.75, 0.25), np.where(EARLY, 0.25, 0.75)
    past = joined(slots(196, before), slots(14, after, seed=1, first=196))
    adds = week_of(past, learned_rhythm(past)).adds[:, 0]
    here = np.unique(past.place)
    assert adds[here][LATE[here]].mean() > adds[here][EARLY[here]].mean() + 0.15


def test_without_slots_or_a_rhythm_nothing_is_told() -> None:
    past = slots(12, np.where(EARLY, 0.75, 0.3))
    for found in (week_of(past, Rhythm()), week_of(past.rows(slice(0, 0)), KNOWN)):
        assert not found.adds.any()
        assert not found.known.any()
