"""Shares of noise add up to discrete Laplace noise exactly, and figures are cut before it is added."""

from __future__ import annotations

from datetime import date
from math import exp
from random import Random
from statistics import fmean, pstdev

import pytest
from helpers.chi_square import against_theory
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.sharing import GROUPS
from engine.domain.team import MILLION, NOISY_FROM, TeamRules, fewest_of
from engine.sharing.team.figures import capped, counted, noised, scale_of, told
from engine.sharing.team.noise_share import deviation, geometric, half_width, noise_share, polya

RULES = TeamRules("0" * 32, "Team", date(2026, 11, 9), 20, MILLION, 160, GROUPS)


def test_shares_of_exactly_so_many_are_discrete_laplace() -> None:
    below, scale = Random(1).randrange, 3
    q = exp(-1 / scale)
    drawn = [sum(noise_share(scale, 4, below) for _ in range(4)) for _ in range(4_000)]
    assert against_theory(drawn, lambda value: (1 - q) / (1 + q) * q ** abs(value), 60) > 0.01


def test_a_share_has_the_chances_of_its_own() -> None:
    below, scale, parts = Random(2).randrange, 3, 4
    q, rate = exp(-1 / scale), 1 / parts
    chances = [(1 - q) ** rate]
    for step in range(80):
        chances.append(chances[-1] * q * (step + rate) / (step + 1))
    drawn = [polya(scale, parts, below) for _ in range(6_000)]
    assert against_theory(drawn, lambda value: chances[value] if value >= 0 else 0.0, 80) > 0.01
    drawn = [geometric(scale, below) for _ in range(6_000)]
    assert against_theory(drawn, lambda value: (1 - q) * q**value if value >= 0 else 0.0, 80) > 0.01


def test_more_people_than_needed_only_add_noise() -> None:
    below = Random(3).randrange
    drawn = [sum(noise_share(5, 4, below) for _ in range(6)) for _ in range(1_200)]
    assert pstdev(drawn) == pytest.approx(deviation(5, 4, 6), rel=0.1)
    assert abs(fmean(drawn)) < 1.2
    assert deviation(5, 4, 6) > deviation(5, 4, 4)
    within = sum(abs(value) <= half_width(5, 4, 6) for value in drawn) / len(drawn)
    assert 0.93 < within < 0.98


def test_the_interval_of_whole_noise_is_that_of_the_theory() -> None:
    scale, q = 160, exp(-1 / 160)
    width = half_width(scale, 20, 20)
    outside = 2 * q ** (width + 1) / (1 + q)
    assert outside <= 0.05 < 2 * q**width / (1 + q)


@given(st.lists(st.integers(0, 700), min_size=6, max_size=6))
def test_one_person_more_or_less_changes_all_sums_by_the_cap_at_most(one: list[int]) -> None:
    quarters = dict(zip(GROUPS, one, strict=True))
    figures = counted(quarters, RULES, NOISY_FROM)
    assert sum(figures) <= RULES.cap_quarters
    assert scale_of(RULES) * RULES.epsilon_millionths >= RULES.cap_quarters * MILLION
    if sum(one) <= RULES.cap_quarters:
        assert figures == tuple(one)


def test_the_noise_is_whole_when_as_many_drop_out_as_may() -> None:
    members = 21
    assert fewest_of(members) <= members - 5
    below = Random(4).randrange
    rules = TeamRules(
        **{name: getattr(RULES, name) for name in RULES.__slots__ if name != "cap_quarters"}, cap_quarters=4
    )
    drawn = [sum(noised((0,), rules, members, below)[0] for _ in range(fewest_of(members))) for _ in range(600)]
    q = exp(-1 / 4)
    assert against_theory(drawn, lambda value: (1 - q) / (1 + q) * q ** abs(value), 60) > 0.01


def test_few_people_get_rounded_figures_and_no_noise() -> None:
    quarters = dict(zip(GROUPS, (0, 1, 2, 5, 6, 7), strict=True))
    assert counted(quarters, RULES, 19) == (0, 0, 4, 4, 8, 8)
    assert noised((4, 8), RULES, 19) == (4, 8)
    lines = told((0, 9, 10, 29, 31, 400), RULES, 19, 19)
    assert [(line.minutes, line.low) for line in lines] == [
        (0, None),
        (0, None),
        (0, None),
        (300, None),
        (600, None),
        (6_000, None),
    ]


def test_figures_above_the_cap_shrink_in_proportion() -> None:
    assert capped((300, 20, 0), 160) == (150, 10, 0)
    assert capped((100, 60, 0), 160) == (100, 60, 0)


def test_sums_below_nought_are_told_as_nought() -> None:
    lines = told((-900, 5_000, 0, 0, 0, 0), RULES, 20, 20)
    assert (lines[0].minutes, lines[0].low, lines[0].high) == (0, 0, 0)
    assert lines[1].low is not None
    assert lines[1].low < lines[1].minutes == 75_000
