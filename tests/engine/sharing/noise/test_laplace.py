"""The discrete Laplace is drawn with exactly its chances, and its intervals hold what they say."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from helpers.chi_square import against_sample, against_theory

from engine.sharing.noise.coins import Below, exp_coin
from engine.sharing.noise.exponential import exp_bounds
from engine.sharing.noise.laplace import beyond, discrete_laplace, half_width, probability

SCALES = [Fraction(2), Fraction(1, 3), Fraction(20, 7)]


def seeded(seed: int) -> Below:
    return random.Random(seed).randrange


def chance(value: int, scale: Fraction) -> float:
    return math.tanh(1 / (2 * float(scale))) * math.exp(-abs(value) / float(scale))


@pytest.mark.parametrize("scale", SCALES, ids=str)
def test_draws_fit_the_theory(scale: Fraction) -> None:
    below = seeded(7)
    drawn = [discrete_laplace(scale, below) for _ in range(20_000)]
    assert against_theory(drawn, lambda value: chance(value, scale), 60) > 0.01


def test_a_wrong_scale_would_be_seen() -> None:
    below = seeded(7)
    drawn = [discrete_laplace(Fraction(2), below) for _ in range(20_000)]
    assert against_theory(drawn, lambda value: chance(value, Fraction(19, 10)), 60) < 0.01


def test_draws_are_those_of_another_library() -> None:
    opendp = pytest.importorskip("opendp.prelude")
    opendp.enable_features("contrib")
    space = opendp.vector_domain(opendp.atom_domain(T=int)), opendp.l1_distance(T=int)
    theirs = opendp.m.make_laplace(*space, scale=2.0)([0] * 50_000)
    below = seeded(11)
    assert against_sample([discrete_laplace(Fraction(2), below) for _ in range(8_000)], theirs) > 1e-6


def test_whole_numbers_alone_are_asked_of_the_source() -> None:
    asked: list[object] = []
    source = seeded(3)

    def below(most: int) -> int:
        asked.append(most)
        return source(most)

    drawn = [discrete_laplace(Fraction(2_000_000, 700_001), below) for _ in range(200)]
    assert {type(one) for one in (*asked, *drawn)} == {int}


@pytest.mark.parametrize("power", ["0", "1/3", "1", "5/2", "40"])
def test_exponentials_lie_between_their_bounds(power: str) -> None:
    low, high = exp_bounds(Fraction(power))
    assert low <= high
    assert float(low) == pytest.approx(math.exp(-float(Fraction(power))), rel=1e-15)
    assert (high - low) < high / 10**20


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 3), (1, 1), (5, 2)])
def test_a_coin_falls_with_the_chance_of_an_exponential(numerator: int, denominator: int) -> None:
    below, size = seeded(5), 20_000
    share = sum(exp_coin(numerator, denominator, below) for _ in range(size)) / size
    wanted = math.exp(-numerator / denominator)
    assert abs(share - wanted) < 4 * math.sqrt(wanted * (1 - wanted) / size)


@pytest.mark.parametrize("scale", [*SCALES, Fraction(200)], ids=str)
def test_intervals_are_the_least_that_hold_nineteen_in_twenty(scale: Fraction) -> None:
    width = half_width(scale)
    inside = sum(chance(value, scale) for value in range(-width, width + 1))
    assert inside >= 0.95
    assert inside - 2 * chance(width, scale) < 0.95
    assert float(beyond(width, scale)) == pytest.approx(1 - inside, rel=1e-9)


def test_chances_are_the_theorys_and_sum_to_one() -> None:
    both = [probability(value, Fraction(2)) for value in range(-40, 41)]
    assert all(low <= high for low, high in both)
    assert [float(low) for low, _ in both] == pytest.approx([chance(value, Fraction(2)) for value in range(-40, 41)])
    assert float(sum(low for low, _ in both)) == pytest.approx(1, abs=1e-8)


@pytest.mark.parametrize("scale", [Fraction(0), Fraction(-1)])
def test_a_scale_of_nothing_is_refused(scale: Fraction) -> None:
    with pytest.raises(ValueError, match="above nought"):
        discrete_laplace(scale)
