"""What is learned together moves the network it says it moves, by what the cases ask for, and is judged fairly."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.simulated import simulated

from engine.domain.model_status import Head
from engine.domain.together import HEADS, STEPS
from engine.mind.checkpoint.tensors import pack
from engine.mind.network.straight import moved, path_of, straight
from engine.mind.next.cases import cases_of
from engine.mind.next.next_thing import CONFIG, model_of
from engine.mind.next.switches import Thing, switches_of
from engine.mind.train import directions
from engine.mind.train.directions import DirectionsMissing
from engine.mind.train.population import FILE, population_prior
from engine.mind.train.straight_fit import asked_for, losses
from engine.mind.train.together import PriorLearner
from engine.paths import resource

PRIOR = population_prior(resource(FILE))
WAYS = directions.directions(resource(directions.FILE))
STREAM = simulated(7, 6).stream


def test_the_shipped_directions_fit_the_shipped_weights() -> None:
    assert set(WAYS) == set(HEADS)
    for head, ways in WAYS.items():
        assert ways.shape == (STEPS, len(path_of(PRIOR[head])))


def test_a_directions_file_that_is_another_one_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "directions.safetensors"
    path.write_bytes(pack({"next_app": np.zeros((2, 140), np.float32)}))
    assert set(directions.directions(path, None)) == {Head.NEXT_APP}
    with pytest.raises(DirectionsMissing, match="not the file that was published"):
        directions.directions(path)
    with pytest.raises(DirectionsMissing):
        directions.directions(path.with_name("none"))


def test_steps_say_of_cases_what_the_moved_network_says() -> None:
    switches = switches_of(STREAM, Thing.APP)
    cases = cases_of(switches, len(switches) - 150)
    cases = cases.which(cases.target >= 0)
    steps = np.array([0.3, -0.2])
    seen = straight(CONFIG, PRIOR[Head.NEXT_APP], WAYS[Head.NEXT_APP], cases)
    weights = moved(PRIOR[Head.NEXT_APP], steps @ WAYS[Head.NEXT_APP])
    rows = np.arange(len(cases))
    for by, network in ((np.zeros(2), PRIOR[Head.NEXT_APP]), (steps, weights)):
        told = model_of(network).tell(cases).all[rows, cases.target]
        assert losses(seen, by) == pytest.approx(-told, abs=2e-3)
    assert {name for name in weights if not np.array_equal(weights[name], PRIOR[Head.NEXT_APP][name])} == {
        "gate_plain.bias", "gate_plain.weight", "plain.weight"
    }  # fmt: skip
    asked = asked_for(seen, np.zeros(2), 5.0)
    assert losses(seen, asked).sum() < losses(seen, np.zeros(2)).sum()
    assert np.abs(asked_for(seen, np.zeros(2), 1e9)).max() < 1e-4


def test_only_what_was_before_is_learned_from_and_only_what_came_after_is_judged() -> None:
    learner = PriorLearner(PRIOR, WAYS, STREAM)
    end_s, day_s = float(STREAM.end_s[-1]), 86_400.0
    assert learner.asks(Head.NEXT_APP, (0.0, 0.0), float(STREAM.start_s[0]) + 600.0) is None
    asked = learner.asks(Head.NEXT_APP, (0.0, 0.0), end_s - 3 * day_s)
    until = PriorLearner(PRIOR, WAYS, STREAM.until(end_s - 3 * day_s))
    assert asked == until.asks(Head.NEXT_APP, (0.0, 0.0), end_s)
    assert asked is not None
    assert any(asked)
    judged = learner.judge(Head.NEXT_APP, (0.0, 0.0), end_s - 4 * day_s)
    assert judged is not None
    assert judged.ours == judged.shipped
    assert judged.good
    far = learner.judge(Head.NEXT_APP, (8.0, -8.0), end_s - 4 * day_s)
    assert far is not None
    assert not far.good
    assert learner.judge(Head.NEXT_APP, (0.0, 0.0), end_s - day_s) is None  # too few days
