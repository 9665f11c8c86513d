"""Noise of its own for every group, intervals that hold, small figures withheld."""

from __future__ import annotations

import random
from fractions import Fraction

from helpers.chi_square import against_theory

from engine.domain.sharing import GROUPS, MILLION
from engine.sharing.noise.laplace import discrete_laplace, half_width, probability
from engine.sharing.week.figures import noise_scale, noisy_lines, rounded_lines

SECONDS = dict(zip(GROUPS, (72_000, 27_000, 18_000, 9_000, 4_500, 0), strict=True))
COARSE = 4_000 * MILLION  # an epsilon at which the noise is under a second


def test_the_noise_is_that_of_half_an_hour() -> None:
    assert noise_scale(MILLION) == 1_800
    assert noise_scale(MILLION // 2) == 3_600
    assert noise_scale(700_000) == Fraction(18_000, 7)


def test_figures_are_drawn_with_the_noise_of_the_sampler_each_with_its_own() -> None:
    lines = noisy_lines(SECONDS, MILLION, random.Random(5).randrange)
    below = random.Random(5).randrange
    drawn = [SECONDS[name] + discrete_laplace(Fraction(1_800), below) for name in GROUPS]
    assert [line.minutes for line in lines] == [max(0, round(one / 60)) for one in drawn]
    assert [line.minutes for line in noisy_lines(SECONDS, COARSE, below)] == [1_200, 450, 300, 150, 75, 0]


def test_a_figures_noise_has_the_chances_of_the_theory() -> None:
    below = random.Random(8).randrange
    off = [(noisy_lines(SECONDS, 1_800 * MILLION, below)[0].minutes or 0) - 1_200 for _ in range(100)]
    assert set(off) == {0}, "noise of a second is not seen in minutes"
    drawn = [discrete_laplace(noise_scale(600 * MILLION), below) for _ in range(4_000)]
    chances = {value: float(probability(value, Fraction(3))[0]) for value in range(-40, 41)}
    assert against_theory(drawn, lambda value: chances[value], 40) > 0.01


def test_the_interval_holds_the_true_figure_nineteen_times_out_of_twenty() -> None:
    below = random.Random(6).randrange
    lines = [line for _ in range(150) for line in noisy_lines(SECONDS, MILLION, below)]
    held = sum((line.low or 0) <= SECONDS[line.group] / 60 <= (line.high or 0) for line in lines)
    assert 0.93 < held / len(lines) < 0.99


def test_what_lies_below_nought_is_nought_after_the_interval_is_worked_out() -> None:
    below = random.Random(7).randrange
    lines = [noisy_lines(SECONDS, MILLION, below)[5] for _ in range(120)]
    width = half_width(Fraction(1_800)) / 60
    highs = [line.high or 0 for line in lines if line.minutes == 0]
    assert len(highs) > 30
    assert min(highs) < width - 5, "a draw below nought has a shorter way up"
    assert all(line.low == 0 for line in lines if line.minutes == 0)
    assert {abs((line.high or 0) - (line.minutes or 0) - width) < 1.6 for line in lines if line.minutes} == {True}


def test_small_rounded_figures_are_withheld_nought_too() -> None:
    amounts = {name: {"night": 0, "morning": 3_599, "afternoon": 3_600, "evening": 4_100} for name in GROUPS}
    lines = rounded_lines(amounts)
    assert [(one.part, one.minutes) for one in lines[:4]] == [
        ("night", None),
        ("morning", None),
        ("afternoon", 60),
        ("evening", 75),
    ]
    assert [one.group for one in lines[::4]] == list(GROUPS)
    assert all(one.low is None and one.high is None for one in lines)
