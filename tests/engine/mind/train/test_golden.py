"""A model that says something else than when it was learned is not used."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.domain.model_status import Head
from engine.mind.checkpoint.manifest import Part
from engine.mind.focus.forecaster import Forecaster
from engine.mind.network.attention import Outcome, Pointer
from engine.mind.network.fit import weights_of
from engine.mind.next import next_thing, outcomes
from engine.mind.train.golden import KEY, check_golden, golden_of


def kept(weights: dict[str, Any]) -> dict[str, Any]:
    return {f"weights/{name}": one for name, one in weights.items()}


MODELS = {
    Head.FOCUS: Forecaster().weights(),
    Head.SWITCH: weights_of(Outcome(outcomes.CONFIG)),
    Head.NEXT_APP: weights_of(Pointer(next_thing.CONFIG)),
}


@pytest.mark.parametrize("head", list(MODELS))
def test_the_same_numbers_say_the_same_and_others_do_not(head: Head) -> None:
    tensors = kept(MODELS[head])
    part = Part(live=True, config={KEY: golden_of(head, tensors)})
    assert len(part.config[KEY]) >= 3
    assert np.isfinite(part.config[KEY]).all()
    check_golden(head, part, tensors)
    turned = dict(tensors)
    for name in ("weights/calibration", "weights/plain.weight", "weights/plain.bias", "weights/gate_plain.bias"):
        if name in turned:
            turned[name] = turned[name] + 0.7
    with pytest.raises(ValueError, match="something else"):
        check_golden(head, part, turned)
    with pytest.raises(ValueError, match="something else"):
        check_golden(head, Part(live=True, config={KEY: part.config[KEY][:-1]}), tensors)


def test_a_little_less_exact_is_the_same() -> None:
    tensors = kept(MODELS[Head.SWITCH])
    config = {KEY: [one + 1e-5 for one in golden_of(Head.SWITCH, tensors)]}
    check_golden(Head.SWITCH, Part(live=True, config=config), tensors)


def test_what_kept_none_and_what_has_no_weights_is_not_asked() -> None:
    assert golden_of(Head.DOCUMENTS, kept(MODELS[Head.FOCUS])) == []
    assert golden_of(Head.NEXT_APP, {"w": np.zeros(2)}) == []
    check_golden(Head.SWITCH, Part(live=True), {})
