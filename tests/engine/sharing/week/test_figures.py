"""Noise of its own for every group, intervals that hold, small figures withheld."""

from __future__ import annotations

import random
from fractions import Fraction

from helpers.chi_square import against_theory

from engine.domain.sharing import GROUPS, MILLION
from engine.sharing.noise.laplace import half_width, probability
from engine.sharing.week.figures import noise_scale, noisy_lines, rounded_lines

COUNTS = dict(zip(GROUPS, (80, 30, 20, 10, 5, 0), strict=True))


def test_the_noise_is_that_of_two_changed_counts() -> None:
    assert noise_scale(MILLION) == 2
    assert noise_scale(MILLION // 2) == 4
    assert noise_scale(300_000) == Fraction(20, 3)


def test_every_group_has_noise_of_that_scale_of_its_own() -> None:
    below = random.Random(5).randrange
    drawn = [noisy_lines(COUNTS, MILLION, below) for _ in range(500)]
    off = [[line.minutes // 15 - 80 for line in lines[:1] if line.minutes is not None] for lines in drawn]
    chances = {value: float(probability(value, Fraction(2))[0]) for value in range(-40, 41)}
    assert against_theory([one for (one,) in off], lambda value: chances[value], 40) > 0.01
    focus, meetings = ([lines[place].minutes for lines in drawn] for place in (0, 1))
    assert len({(one, other) for one, other in zip(focus, meetings, strict=True)}) > 40, "not one draw for all"


def test_the_interval_holds_the_true_figure_nineteen_times_out_of_twenty() -> None:
    below = random.Random(6).randrange
    lines = [line for _ in range(200) for line in noisy_lines(COUNTS, MILLION, below)]
    held = sum((line.low or 0) <= COUNTS[line.group] * 15 <= (line.high or 0) for line in lines)
    assert held / len(lines) > 0.94


def test_what_lies_below_nought_is_nought_after_the_interval_is_worked_out() -> None:
    below = random.Random(7).randrange
    lines = [noisy_lines(COUNTS, MILLION, below)[5] for _ in range(120)]
    assert {line.minutes for line in lines} >= {0, 15}
    width = half_width(Fraction(2)) * 15
    above = [(line.minutes, line.low, line.high) for line in lines if line.minutes]
    assert all((low, high) == (max(0, minutes - width), minutes + width) for minutes, low, high in above)
    narrow = [line.high for line in lines if line.minutes == 0]
    assert min(one or 0 for one in narrow) < width, "a draw below nought has a shorter way up"


def test_small_rounded_figures_are_withheld_nought_too() -> None:
    counts = {name: {"night": 0, "morning": 3, "afternoon": 4, "evening": 5} for name in GROUPS}
    lines = rounded_lines(counts)
    assert [(one.part, one.minutes) for one in lines[:4]] == [
        ("night", None),
        ("morning", None),
        ("afternoon", 60),
        ("evening", 75),
    ]
    assert [one.group for one in lines[::4]] == list(GROUPS)
    assert all(one.low is None and one.high is None for one in lines)
