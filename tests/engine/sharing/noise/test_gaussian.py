"""The discrete Gaussian is drawn with exactly its chances."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest
from helpers.chi_square import against_theory

from engine.sharing.noise.gaussian import discrete_gaussian, probabilities


@pytest.mark.parametrize("variance", [Fraction(1, 4), Fraction(9, 2), Fraction(400)], ids=str)
def test_draws_fit_the_theory(variance: Fraction) -> None:
    below = random.Random(17).randrange
    drawn = [discrete_gaussian(variance, below) for _ in range(4_000)]
    whole = sum(math.exp(-(value**2) / (2 * float(variance))) for value in range(-400, 401))
    assert against_theory(drawn, lambda value: math.exp(-(value**2) / (2 * float(variance))) / whole, 120) > 0.01


def test_chances_are_those_of_the_theory() -> None:
    found = probabilities(Fraction(4), 40)
    weights = [math.exp(-(value**2) / 8) for value in range(41)]
    whole = 2 * sum(weights) - 1
    assert [float(one) for one in found] == pytest.approx([one / whole for one in weights])


def test_a_variance_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above nought"):
        discrete_gaussian(Fraction(0))
