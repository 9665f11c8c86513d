import numpy as np
import pytest

from engine.mind.measures import bootstrap
from engine.mind.measures.metrics import auc


def test_the_interval_of_a_mean_holds_the_truth_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(1)
    held = 0
    for seed in range(100):
        day = np.repeat(np.arange(30), 5)
        values = 1.0 + rng.normal(size=30)[day] + rng.normal(size=150)
        found = bootstrap.mean(values, day, rounds=300, seed=seed)
        held += found.low <= 1.0 <= found.high
    assert 85 <= held <= 100


def test_cases_that_hang_together_widen_the_interval() -> None:
    rng = np.random.default_rng(2)
    day = np.repeat(np.arange(10), 50)
    values = rng.normal(size=10)[day]
    whole, single = bootstrap.mean(values, day), bootstrap.mean(values, np.arange(500))
    assert whole.high - whole.low > 4 * (single.high - single.low)


def test_macro_mean_weighs_people_alike() -> None:
    person = np.array([0] * 90 + [1] * 10)
    values = np.array([1.0] * 90 + [0.0] * 10)
    assert bootstrap.macro_mean(values, person).value == pytest.approx(0.5)
    by_day = bootstrap.macro_mean(values, person, np.arange(100) // 5)
    assert (by_day.low, by_day.high) == (0.5, 0.5)  # nobody's days differ
    by_person = bootstrap.macro_mean(values, person)
    assert (by_person.low, by_person.high) == (0.0, 1.0)


def test_any_figure_can_be_resampled_and_the_same_seed_gives_the_same() -> None:
    rng = np.random.default_rng(3)
    label = rng.integers(2, size=200)
    score = label + rng.normal(size=200)
    group = np.arange(200) // 10
    once = bootstrap.resampled(lambda at: auc(score[at], label[at]), group, rounds=100)
    assert once == bootstrap.resampled(lambda at: auc(score[at], label[at]), group, rounds=100)
    assert once.low < once.value < once.high
    assert once.above_zero
