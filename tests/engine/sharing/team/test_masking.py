"""Masks cancel in the sum, exactly, whoever drops out; and alone they hide everything."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from helpers.masked_people import MaskedPeople, masked_people, roster_of
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from engine.domain.team import fewest_of
from engine.sharing.team.agreement import fresh_key
from engine.sharing.team.masking import added, mask, masked, pair_seed, sign
from engine.sharing.team.parts import MODULUS, OWN, Keys
from engine.sharing.team.unmasking import signed

PEOPLE = 8
FIGURES = [[Random(number).randrange(-500, 5_000) for _ in range(6)] for number in range(PEOPLE)]


@pytest.fixture(scope="module")
def people() -> MaskedPeople:
    return masked_people(FIGURES)


def test_sums_are_exact_whoever_drops_out(people: MaskedPeople) -> None:
    most = PEOPLE - fewest_of(PEOPLE)
    assert most == 2
    for count in range(most + 1):
        for missing in combinations(people.roster.numbers, count):
            there = [FIGURES[number - 1] for number in people.roster.numbers if number not in missing]
            assert people.sums(missing) == tuple(map(sum, zip(*there, strict=True)))


def test_one_contribution_alone_is_as_random_bytes() -> None:
    length = 20_000
    keys = {number: Keys(fresh_key(), fresh_key()) for number in (1, 2)}
    told = masked([0] * length, 1, keys[1], roster_of(keys, length), 2)
    drawn = b"".join(word.to_bytes(8, "little") for word in told.figures)
    expected = len(drawn) / 256
    statistic = sum((found - expected) ** 2 / expected for found in Counter(drawn).values())
    assert len(Counter(drawn)) == 256
    assert chi2.sf(statistic, 255) > 1e-9
    pairs = Counter(zip(drawn[::2], drawn[1::2], strict=True))
    assert max(pairs.values()) < 15  # 1.2 expected of each of 65,536


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-(2**40), 2**40), min_size=6, max_size=6), st.integers(1, PEOPLE))
def test_any_other_figures_have_masks_that_give_the_same_file(other: list[int], number: int) -> None:
    """Who knows every mask a member shares with others still sees figures and own mask as one sum modulo 2^64."""
    keys = {one: Keys(fresh_key(), fresh_key()) for one in range(1, PEOPLE + 1)}
    roster = roster_of(keys, 6)
    own = FIGURES[number - 1]
    told = masked(own, number, keys[number], roster, 6)
    bare = list(told.figures)
    for pair in roster.numbers:
        if pair != number:
            seed = pair_seed(keys[pair].mask, pair, number, roster)  # as the other one finds it
            bare = added(bare, mask(seed, 6), -sign(number, pair))
    own_mask = added(bare, own, -1)
    other_mask = added(bare, other, -1)
    assert all(0 <= word < MODULUS for word in (*own_mask, *other_mask))
    assert added(other, other_mask, 1) == added(own, own_mask, 1) == bare


def test_the_same_figures_are_never_masked_alike(people: MaskedPeople) -> None:
    roster, keys = people.roster, people.keys[1]
    again = masked(FIGURES[0], 1, keys, roster, 6)
    assert all(one != other for one, other in zip(again.figures, people.masked[1].figures, strict=True))
    elsewhere = roster_of(people.keys, 6, "another list")
    assert pair_seed(keys.mask, 1, 2, elsewhere) != pair_seed(keys.mask, 1, 2, roster)


def test_both_of_a_pair_find_the_same_mask_and_one_takes_it_away(people: MaskedPeople) -> None:
    one, other = (people.keys[number].mask for number in (2, 5))
    assert pair_seed(one, 2, 5, people.roster) == pair_seed(other, 5, 2, people.roster)
    assert (sign(2, 5), sign(5, 2), sign(5, OWN)) == (1, -1, 1)


def test_sums_below_nought_come_out_as_such() -> None:
    assert (signed(MODULUS - 3), signed(3), signed(0)) == (-3, 3, 0)
    assert masked_people([[-7]] * 5).sums() == (-35,)
