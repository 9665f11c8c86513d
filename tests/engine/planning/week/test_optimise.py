"""The best week is the one that trying everything finds; what was asked for and what stands come first."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.small_weeks import best_of_all, greedy_week, keeps_limits, small_week

from engine.planning.week.dive import dived
from engine.planning.week.greedy import Filling
from engine.planning.week.optimise import best_week, total
from engine.planning.week.places import places_for
from engine.planning.week.rows import rows_for
from engine.planning.week.slots import Mask, Values
from engine.planning.week.wanted import MOVED_FOR, Limits, Piece, Wanted

DAY = np.repeat(np.arange(2), 12)
FREE: Mask = np.ones(24, dtype=bool)
LIMITS = Limits((12, 12), 1)
SAMPLE = range(1_000, 1_015)


def rising(step: float = 0.5) -> Values:
    return np.asarray(step * np.arange(24), dtype=np.float64)


def focus(minutes: Values, shortest: int = 3, longest: int = 3, pieces: int = 1) -> Wanted:
    return Wanted(deep=True, allowed=FREE, worth=minutes, shortest=shortest, longest=longest, pieces=pieces)


@pytest.mark.parametrize("seed", SAMPLE)
def test_no_week_is_better_than_the_one_found(seed: int) -> None:
    week = small_week(seed)
    found = best_week(week.wanted, week.day, week.limits, 60.0)
    assert found.exact
    assert keeps_limits(week, found.pieces)
    assert found.worth == pytest.approx(best_of_all(week), abs=1e-6)
    assert found.worth == pytest.approx(total(week.wanted, found.pieces), abs=1e-9)


@pytest.mark.parametrize("seed", SAMPLE)
def test_without_time_for_a_proof_it_says_so_and_is_no_worse_than_greedy(seed: int) -> None:
    week = small_week(seed)
    found = best_week(week.wanted, week.day, week.limits, 0.0)
    assert keeps_limits(week, found.pieces)
    assert found.worth >= total(week.wanted, greedy_week(week.wanted, week.day, week.limits)) - 1e-9
    if found.exact:  # the bound alone proves it
        assert found.worth == pytest.approx(best_of_all(week), abs=1e-5)
    assert found.worth + found.short >= best_of_all(week) - 1e-5


def test_focus_goes_where_it_is_best_and_all_else_where_it_is_poor() -> None:
    minutes = rising()
    chores = Wanted(deep=False, allowed=FREE, worth=-minutes, shortest=2, longest=4, pieces=1)
    assert best_week([focus(minutes), chores], DAY, LIMITS).pieces == (Piece(0, 2, 1), Piece(21, 24, 0))


def test_a_piece_grows_as_far_as_it_may() -> None:
    assert best_week([focus(rising(), 2, 5)], DAY, LIMITS).pieces == (Piece(19, 24, 0),)
    assert best_week([focus(rising(), 2, 5)], DAY, Limits((12, 3))).pieces == (Piece(21, 24, 0),)


def test_what_was_asked_for_comes_before_what_promises_more() -> None:
    nobody_asked = Wanted(
        deep=True, allowed=FREE, worth=rising(), shortest=12, longest=12, pieces=9, a_day=9, altogether=12, asked=False
    )
    chores = Wanted(deep=False, allowed=DAY == 1, worth=-rising(), shortest=1, longest=1, pieces=1)
    found = best_week([nobody_asked, chores], DAY, LIMITS)
    assert [one.of for one in found.pieces] == [0, 1]
    assert found.pieces[0] == Piece(0, 12, 0)


def test_what_stands_is_moved_only_where_the_week_gains_enough() -> None:
    stands = Wanted(
        deep=True, allowed=FREE, worth=np.where(DAY == 1, 6.0, 0.0), shortest=3, longest=3, pieces=1, stands=2
    )
    assert MOVED_FOR > 3 * 6.0
    assert best_week([stands], DAY, LIMITS).pieces == (Piece(2, 5, 0),)
    more = Wanted(
        deep=True, allowed=FREE, worth=np.where(DAY == 1, 8.0, 0.0), shortest=3, longest=3, pieces=1, stands=2
    )
    assert best_week([more], DAY, LIMITS).pieces == (Piece(12, 15, 0),)


def test_blocks_alike_in_all_get_their_own_share_of_each_day() -> None:
    alike = [focus(rising(), pieces=2) for _ in range(3)]
    found = best_week(alike, DAY, LIMITS).pieces
    for number in range(3):
        days = [int(DAY[one.first]) for one in found if one.of == number]
        assert days == [0, 1]


def test_nothing_to_place_and_nowhere_to_place_it() -> None:
    assert best_week([], DAY, LIMITS).pieces == ()
    nowhere = Wanted(deep=True, allowed=~FREE, worth=rising(), shortest=1, longest=1, pieces=1)
    found = best_week([nowhere], DAY, LIMITS)
    assert (found.pieces, found.exact) == ((), True)


def test_a_place_that_another_one_is_never_worse_than_is_left_out() -> None:
    minutes = np.where(np.arange(24) % 12 < 4, 10.0, 0.0)
    places = places_for([focus(minutes, 2, 6)], DAY, LIMITS)
    assert int((places.stop - places.first).max()) == 4
    chores = Wanted(deep=False, allowed=FREE, worth=-minutes, shortest=2, longest=6, pieces=1)
    assert set((places_for([chores], DAY, LIMITS).stop - places_for([chores], DAY, LIMITS).first).tolist()) == {2}


@pytest.mark.parametrize("seed", range(4))
def test_a_week_that_is_relaxed_again_and_again_keeps_the_limits(seed: int) -> None:
    week = small_week(1_020 + seed)
    places = places_for(week.wanted, week.day, week.limits)
    rows = rows_for(places, week.wanted, week.limits)
    share, all_of_them = np.zeros(len(places)), np.arange(len(places))
    filling = Filling(week.wanted, week.day, week.limits)
    found = tuple(dived(places, rows, share, all_of_them, filling, lambda: 1.0))
    assert keeps_limits(week, found)
    assert bool(found) == bool(len(places))
    assert total(week.wanted, found) <= best_of_all(week) + 1e-9


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    week = small_week(1_003)
    best_week(week.wanted, week.day, week.limits)
    assert capfd.readouterr() == ("", "")
