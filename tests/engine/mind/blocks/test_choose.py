"""The block chosen is the window worth most, and its reasons add up to its score."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.recommended import Abstention, ReasonKind
from engine.mind.blocks.chances import SLOT_S, Chances, Part
from engine.mind.blocks.choose import PER_HOUR, Block, next_blocks, worth

NOON = 1_795_176_000.0  # 2026-11-20 12:00 UTC
DAY = 96


def chances(minutes: list[float], parts: tuple[Part, ...] = ()) -> Chances:
    values = np.array(minutes, dtype=float)
    starts = NOON + SLOT_S * np.arange(len(values), dtype=np.float64)
    share = values / 15
    low, high = np.maximum(share - 0.1, 0), np.minimum(share + 0.1, 1)
    return Chances(starts, share, low, high, values, np.zeros(len(values), dtype=bool), parts)


def all_free(given: Chances) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.ones(len(given), dtype=bool)


def best(given: Chances, free: np.ndarray[tuple[int], np.dtype[np.bool_]] | None = None, now_s: float = NOON) -> Block:
    found = next_blocks(given, all_free(given) if free is None else free, now_s)
    assert not isinstance(found, Abstention)
    return found[0]


def test_the_good_hours_are_chosen_from_their_first_to_their_last_slot() -> None:
    minutes = [4.0] * DAY
    minutes[20:26] = [12.0] * 6
    block = best(chances(minutes))
    assert block.interval.start_ms == (NOON + 20 * SLOT_S) * 1_000
    assert block.interval.length_ms == 90 * 60_000
    assert block.focused_minutes == pytest.approx(72)
    assert (block.low, block.probability, block.high) == pytest.approx((0.7, 0.8, 0.9))


def test_a_block_lasts_from_45_to_120_minutes() -> None:
    one_good, all_good = [4.0] * DAY, [4.0] * DAY
    one_good[30] = 15.0
    all_good[30:60] = [15.0] * 30
    assert best(chances(one_good)).interval.length_ms == 45 * 60_000
    assert best(chances(all_good)).interval.length_ms == 120 * 60_000


def test_what_is_planned_is_never_taken() -> None:
    minutes = [4.0] * DAY
    minutes[20:26] = [12.0] * 6
    free = np.ones(DAY, dtype=bool)
    free[22] = False
    block = best(chances(minutes), free)
    assert not block.interval.start_ms <= (NOON + 22 * SLOT_S) * 1_000 < block.interval.end_ms


def test_a_hole_in_the_forecast_is_no_window() -> None:
    given = chances([10.0] * 6)
    starts = given.start_s.copy()
    starts[2:] += 3_600  # two slots, a hole of an hour, four slots
    assert best(replace(given, start_s=starts)).interval.start_ms == starts[2] * 1_000


def test_of_equal_times_the_next_one_is_taken_and_never_one_that_has_begun() -> None:
    block = best(chances([8.0] * DAY), now_s=NOON + 60)
    assert block.interval.start_ms == (NOON + SLOT_S) * 1_000


def test_a_clearly_better_time_tomorrow_beats_a_poor_one_now_but_a_trifle_better_does_not() -> None:
    poor_now, trifle = [5.0] * (2 * DAY), [5.0] * (2 * DAY)
    poor_now[90:96], trifle[90:96], trifle[0:6] = [11.0] * 6, [11.0] * 6, [10.95] * 6
    assert best(chances(poor_now)).interval.start_ms == (NOON + 90 * SLOT_S) * 1_000
    assert best(chances(trifle)).interval.start_ms == NOON * 1_000


def test_several_blocks_share_no_time_and_come_best_first() -> None:
    found = next_blocks(chances([float(place % 13) for place in range(DAY)]), np.ones(DAY, dtype=bool), NOON, 4)
    assert isinstance(found, list)
    assert len(found) == 4
    for before, after in pairwise(sorted(found, key=lambda one: one.interval.start_ms)):
        assert before.interval.end_ms <= after.interval.start_ms
    gains = [one.why.score - one.why.base for one in found]
    assert gains == sorted(gains, reverse=True)


def test_no_block_is_worth_more_than_the_one_chosen() -> None:
    given, free = of_parts(7), np.ones(DAY, dtype=bool)
    found = next_blocks(given, free, NOON, 5)
    assert isinstance(found, list)
    values = [worth(given, free, one, NOON) for one in found]
    assert values == sorted(values, reverse=True)
    assert values[0] == pytest.approx(found[0].why.score - found[0].why.base)


def test_without_free_time_and_without_a_pattern_nothing_is_said() -> None:
    given = chances([8.0] * 8)
    two_and_two = np.array([True, True, False, True, True, False, True, True])
    assert next_blocks(given, two_and_two, NOON) is Abstention.NO_TIME
    assert next_blocks(given, all_free(given), NOON + 8 * SLOT_S) is Abstention.NO_TIME
    assert next_blocks(replace(given, abstains=~given.abstains), all_free(given), NOON) is Abstention.NO_PATTERN
    assert next_blocks(chances([]), np.ones(0, dtype=bool), NOON) is Abstention.NO_TIME


def test_slots_of_which_nothing_is_known_are_left_alone() -> None:
    minutes = [4.0] * DAY
    minutes[20:26], minutes[40:44] = [12.0] * 6, [9.0] * 4
    given = chances(minutes)
    unknown = given.abstains.copy()
    unknown[18:30] = True
    assert best(replace(given, abstains=unknown)).interval.start_ms == (NOON + 40 * SLOT_S) * 1_000


def of_parts(seed: int, slots: int = DAY) -> Chances:
    dice = np.random.default_rng(seed)
    hours, lately = dice.normal(0, 2, slots), np.exp(-np.arange(slots) / 8) * dice.normal(0, 3)
    parts = (
        Part(ReasonKind.HOURS, hours, amount=1 / (1 + np.exp(-hours))),
        Part(ReasonKind.LATELY, lately, amount=np.full(slots, 0.7)),
        Part(ReasonKind.PURPOSE, np.full(slots, 1.0), subject="Writing"),
    )
    rest = dice.normal(0, 0.05, slots)
    return chances(np.clip(6 + hours + lately + 1 + rest, 0, 15).tolist(), parts)


@given(st.integers(0, 10_000))
def test_reasons_add_up_to_the_score_exactly(seed: int) -> None:
    block = best(of_parts(seed))
    assert block.why.unexplained == 0
    assert block.why.score == pytest.approx(block.focused_minutes, abs=PER_HOUR * 24 + 1e-6)
    told = [abs(one.adds) for one in block.why.reasons if one.kind is not ReasonKind.OTHER]
    assert told == sorted(told, reverse=True)


@given(st.integers(0, 10_000))
def test_without_what_a_reason_rests_on_the_score_moves_the_way_it_says(seed: int) -> None:
    given = of_parts(seed)
    block = best(given)
    window = (given.start_s * 1_000 >= block.interval.start_ms) & (given.start_s * 1_000 < block.interval.end_ms)
    hours = next((one for one in block.why.reasons if one.kind is ReasonKind.HOURS), None)
    if hours is None:
        return
    part = given.parts[0]
    without = given.minutes[window].sum() - (part.minutes[window].sum() - part.minutes.mean() * window.sum())
    assert (without < given.minutes[window].sum()) == (hours.adds > 0)


def test_the_same_question_gets_the_same_answer() -> None:
    assert best(of_parts(5)) == best(of_parts(5))
