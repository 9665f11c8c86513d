"""Epsilons of Gaussian noise: known values, how they add up, and other people's accountant where it is installed."""

from __future__ import annotations

from math import inf, sqrt

import pytest
from helpers.reference_epsilon import reference_epsilon
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.sharing.noise.accountant import epsilon, millionths, noise_of

# By dp-accounting 0.6.0, Rényi, delta 1e-5.
KNOWN = [(1.5, 1, 2.9848), (1.5, 3, 5.5827), (6.0, 1, 0.6520), (6.0, 3, 1.1848), (6.0, 10, 2.2961)]


@pytest.mark.parametrize(("noise", "rounds", "told"), KNOWN)
def test_known_values(noise: float, rounds: int, told: float) -> None:
    assert epsilon([noise] * rounds, 1e-5) == pytest.approx(told, rel=2e-3)
    theirs = reference_epsilon([noise] * rounds, 1e-5)
    if theirs is not None:  # not installed where the suite usually runs: the values it gave are compared above
        assert epsilon([noise] * rounds, 1e-5) == pytest.approx(theirs, rel=2e-3)


def test_rounds_add_up_as_one_round_of_less_noise() -> None:
    assert epsilon([6.0] * 4, 1e-5) == pytest.approx(epsilon([3.0], 1e-5))
    assert epsilon([2.0, 3.0], 1e-5) == pytest.approx(epsilon([1 / sqrt(1 / 4 + 1 / 9)], 1e-5))
    assert epsilon([], 1e-5) == 0
    assert epsilon([0.0], 1e-5) == inf


@given(st.floats(0.3, 100))
@settings(max_examples=5, deadline=None)
def test_what_is_kept_as_a_number_alone_is_never_counted_for_less(noise: float) -> None:
    kept = millionths((noise,), 1e-5)
    assert noise_of(kept, 1e-5) <= noise * 1.0001
    assert millionths((noise_of(kept, 1e-5),), 1e-5) <= kept + 1
