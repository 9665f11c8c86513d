"""Hours count only where the history shows that they do."""

from __future__ import annotations

import numpy as np

from engine.mind.focus.kernel import Values
from engine.mind.focus.pattern import LEVEL, chance_of_hours
from engine.mind.stream.columns import Numbers

DAYS, SLOTS = 30, 28


def days_of(seed: int, lift: float, momentum: float) -> tuple[Values, Values, Numbers]:
    """Return labels of slots from nine on. lift: how much likelier before noon; momentum: how long whiles last."""
    dice = np.random.default_rng(seed)
    hour = np.tile(9 + np.arange(SLOTS) / 4, DAYS)
    label = np.zeros(DAYS * SLOTS)
    for place in range(len(label)):
        again = place % SLOTS and dice.random() < momentum
        label[place] = label[place - 1] if again else dice.random() < 0.5 + lift * (0.5 if hour[place] < 12 else -0.5)
    return label, hour, np.repeat(np.arange(DAYS, dtype=np.int32), SLOTS)


def test_good_mornings_are_found() -> None:
    assert chance_of_hours(*days_of(0, 0.5, 0.0)) <= LEVEL


def test_long_whiles_without_hours_are_no_habit() -> None:
    chances = [chance_of_hours(*days_of(seed, 0.0, 0.7)) for seed in range(40)]
    assert sum(chance <= LEVEL for chance in chances) <= 2
    assert np.median(chances) > 0.3


def test_too_few_days_show_nothing() -> None:
    label, hour, day = days_of(0, 1.0, 0.0)
    assert chance_of_hours(label[: 4 * SLOTS], hour[: 4 * SLOTS], day[: 4 * SLOTS]) == 1


def test_the_same_seed_gives_the_same_chance() -> None:
    case = days_of(3, 0.1, 0.5)
    assert chance_of_hours(*case, rounds=100, seed=4) == chance_of_hours(*case, rounds=100, seed=4)
