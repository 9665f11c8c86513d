"""The additive process: parts that sum up, one case told from those before it, nothing told of what is unlike."""

from __future__ import annotations

import numpy as np
import pytest

from engine.mind.focus.kernel import Component, Factor, kernel, rows
from engine.mind.focus.process import Prior, Process, merged, one_by_one, one_by_one_as_asked, surprise

PRIOR = Prior(
    (
        Component("base", 0.3),
        Component("lately", 0.5, (Factor("fading", "when", 3.0),)),
        Component("hours", 0.2, (Factor("round", "hour", 2.0, 24.0), Factor("same", "kind"))),
        Component("state", 0.1, (Factor("close", "state", 0.7), Factor("faded", "nearness"))),
        Component("state", 0.1, (Factor("inner", "state"),)),
        Component("near", 0.1, (Factor("near", "when", 1.0),)),
    ),
    0.2,
)


def cases(many: int, seed: int = 0) -> dict[str, np.ndarray]:
    dice = np.random.default_rng(seed)
    return {
        "when": np.sort(dice.random(many) * 50),
        "hour": dice.random(many) * 24,
        "kind": dice.integers(-1, 3, many),
        "state": dice.normal(size=(many, 4)),
        "nearness": dice.random(many),
    }


def test_what_is_told_is_the_textbook_answer_and_the_sum_of_its_parts() -> None:
    seen, new = cases(300), cases(40, seed=1)
    outcomes = np.random.default_rng(2).normal(size=(300, 2))
    noisy = kernel(PRIOR.components, seen, seen) + (PRIOR.noise + 1e-6) * np.eye(300)
    across = kernel(PRIOR.components, new, seen)
    told = Process(PRIOR, seen, outcomes).told(new, {"lately", "hours"})
    assert sum(told.parts.values()) == pytest.approx(across @ np.linalg.solve(noisy, outcomes))
    own = np.diagonal(kernel(PRIOR.components, new, new))
    assert told.left == pytest.approx(own - np.diagonal(across @ np.linalg.solve(noisy, across.T)), abs=1e-3)
    assert merged(told.parts, ("lately", "hours")) == pytest.approx(told.parts["lately"] + told.parts["hours"])


def test_one_by_one_tells_each_case_as_if_those_after_it_had_not_been() -> None:
    seen = cases(150)
    outcome = np.random.default_rng(3).normal(size=150)
    mean, variance = one_by_one(PRIOR, seen, outcome)
    for place in (1, 40, 149):
        told = Process(PRIOR, rows(seen, slice(place)), outcome[:place, None]).told(rows(seen, slice(place, place + 1)))
        assert mean[place] == pytest.approx(sum(part[0, 0] for part in told.parts.values()))
        assert variance[place] == pytest.approx(told.left[0] + PRIOR.noise, abs=1e-3)


def test_cases_are_told_as_they_looked_beforehand_and_read_as_they_turned_out() -> None:
    components = (*PRIOR.components, Component("purpose", 0.4, (Factor("shares", "share"),)))
    prior, seen = Prior(components, 0.2), cases(80)
    outcome = np.random.default_rng(4).normal(size=80)
    turned_out = seen | {"share": np.eye(3)[np.arange(80) % 3]}
    asked = seen | {"share": np.full((80, 3), 1 / 3)}
    told = one_by_one_as_asked(prior, turned_out, asked, outcome)
    for place in (1, 79):
        process = Process(prior, rows(turned_out, slice(place)), outcome[:place, None])
        parts = process.told(rows(asked, slice(place, place + 1))).parts.values()
        assert told[place] == pytest.approx(sum(part[0, 0] for part in parts))
    known = one_by_one_as_asked(prior, turned_out, turned_out, outcome)
    assert known == pytest.approx(one_by_one(prior, turned_out, outcome)[0])


def test_nothing_is_told_of_what_is_like_nothing() -> None:
    prior = Prior((Component("purpose", 1.0, (Factor("same", "kind"),)),), 0.1)
    process = Process(prior, {"kind": np.array([0, 0, 1])}, np.ones((3, 1)))
    told = process.told({"kind": np.array([0, 2, -1])}, {"purpose"})
    assert told.parts["purpose"][:, 0].tolist() == pytest.approx([2 / 2.1, 0, 0], abs=1e-4)
    assert told.apart.tolist() == pytest.approx([1 / (1 + 0.05), 0, 0], abs=1e-3)
    assert told.left.tolist() == pytest.approx([1 - 1 / 1.05, 1, 0], abs=1e-3)


def test_evidence_prefers_the_truth() -> None:
    dice = np.random.default_rng(5)
    when = {"when": np.arange(200.0)}
    truth = Prior((Component("lately", 1.0, (Factor("fading", "when", 20.0),)),), 0.3)
    outcome = np.linalg.cholesky(kernel(truth.components, when, when) + 0.3 * np.eye(200)) @ dice.normal(size=200)
    other = Prior((Component("lately", 1.0, (Factor("fading", "when", 0.5),)),), 0.3)
    assert surprise(*one_by_one(truth, when, outcome), outcome) < surprise(*one_by_one(other, when, outcome), outcome)


def test_repeated_cases_are_computed_once_and_come_out_the_same() -> None:
    left, right = cases(60), cases(30, seed=7)
    repeated = {name: np.concatenate([column[:2]] * 30) for name, column in left.items()} | {
        "state": np.repeat(left["state"][:1], 60, axis=0)
    }
    whole = kernel(PRIOR.components, repeated, right)
    single = [kernel(PRIOR.components, rows(repeated, slice(place, place + 1)), right)[0] for place in range(60)]
    assert whole == pytest.approx(np.array(single))
