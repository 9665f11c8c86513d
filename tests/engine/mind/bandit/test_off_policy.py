"""What another policy is worth, told from a log: right where the truth is known, and as sure as it says."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.bandit_world import World, live

from engine.domain.recommended import Verdict
from engine.mind.bandit.choose import GREEDY, UNDER, Bandit
from engine.mind.bandit.off_policy import Log, snips

ARMS = 6
TRUE = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])


def _log(seed: int, count: int, logging: np.ndarray, target: np.ndarray) -> Log:
    rng = np.random.default_rng(seed)
    arm = rng.choice(ARMS, count, p=logging)
    reward = rng.random(count) < TRUE[arm]
    return Log.of(reward, logging[arm], target[arm], np.arange(count))


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    logging = np.array([0.4, 0.25, 0.15, 0.1, 0.06, 0.04])
    target = logging[::-1]
    truth = float(target @ TRUE)
    found = [one for seed in range(200) if (one := snips(_log(seed, 800, logging, target))) is not None]
    assert np.mean([one.value for one in found]) == pytest.approx(truth, abs=0.01)
    assert 0.9 <= np.mean([one.low <= truth <= one.high for one in found]) <= 0.99
    assert np.mean([one.support for one in found]) == pytest.approx(1.0, abs=0.05)


def test_self_normalising_is_steadier() -> None:
    logging = np.array([0.4, 0.25, 0.15, 0.1, 0.06, 0.04])
    logs = [_log(seed, 300, logging, logging[::-1]) for seed in range(200)]
    plain = [np.mean(log.weights * log.reward) for log in logs]
    found = [one.value for log in logs if (one := snips(log)) is not None]
    assert len(found) == len(logs)
    assert np.std(found) < 0.9 * np.std(plain)


def test_what_was_shown_together_is_no_more_than_one_case() -> None:
    rewards = np.repeat(np.random.default_rng(3).random(50) < 0.5, 10)
    ones = np.ones(500)
    apart = snips(Log.of(rewards, ones, ones, np.arange(500)))
    together = snips(Log.of(rewards, ones, ones, np.repeat(np.arange(50), 10)))
    assert apart is not None
    assert together is not None
    assert together.high - together.low == pytest.approx(np.sqrt(10) * (apart.high - apart.low), rel=0.05)


def test_nothing_is_said_of_what_was_never_shown() -> None:
    assert snips(Log.of([], [], [], [])) is None
    assert snips(Log.of([1, 0], [0.5, 0.5], [0, 0], [1, 2])) is None
    assert snips(Log.of([1], [0.5], [1], [1])) is None
    half = snips(Log.of([1, 0, 1, 0], [1, 1, 1, 1], [1, 1, 0, 0], [1, 1, 2, 2]))
    assert half is not None
    assert half.support == 0.5


def test_greed_is_told_from_what_thompson_sampling_showed() -> None:
    lived = live(World(2), Bandit(floor=0.3), 150)
    rows = lived.history
    log = Log.of(
        [any(said.verdict is Verdict.OPENED for said in one.said) for one in rows],
        [one.offered.offer.propensity for one in rows],
        [one.offered.features[UNDER + GREEDY] for one in rows],
        [one.offered.offer.made_ms for one in rows],
    )
    greedy = [
        chance for one in rows if one.offered.features[UNDER + GREEDY] and one.offered.offer.rank < 5
        for chance in [lived.truth[one.offered.offer.made_ms // 7_200_000 - 1][one.offered.document_id or 0]]
    ]  # fmt: skip
    worth = snips(log)
    assert worth is not None
    assert worth.low < np.mean(greedy) < worth.high
    assert worth.support == pytest.approx(1.0, abs=0.1)
