"""A model that says something else than when it was learned is not used."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from helpers.reading_person import library

from engine.domain.model_status import Head
from engine.mind.checkpoint.manifest import Part
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.week import Rhythm
from engine.mind.network.attention import Outcome, Pointer
from engine.mind.network.fit import weights_of
from engine.mind.next import next_thing, outcomes
from engine.mind.recommend.kept import numbers_of
from engine.mind.recommend.ranker import FALLBACK
from engine.mind.recommend.recommender import fit
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


@pytest.mark.parametrize(("name", "by"), [("dials", 3.0), ("rhythm", 0.1)])
def test_the_whole_focus_forecast_is_asked(name: str, by: float) -> None:
    tensors = kept(Forecaster(rhythm=Rhythm(0.3, 0.015, 0.02)).weights())
    part = Part(live=True, config={KEY: golden_of(Head.FOCUS, tensors)})
    with pytest.raises(ValueError, match="something else"):
        check_golden(Head.FOCUS, part, {**tensors, f"weights/{name}": tensors[f"weights/{name}"] * by})


def test_the_table_of_documents_is_asked() -> None:
    read = library(vectors=8, days=25)
    numbers = numbers_of(fit(read.uses, read.facts, now_s=read.end_s, counts=FALLBACK))
    part = Part(live=True, config={KEY: golden_of(Head.DOCUMENTS, numbers)})
    assert len(part.config[KEY]) >= 20
    assert len({round(one, 3) for one in part.config[KEY]}) >= 10
    check_golden(Head.DOCUMENTS, part, numbers)
    near, points = numbers["together.near"], numbers["points"]
    turned = ({"counts": numbers["counts"][::-1]}, {"together.near": near * 0}, {"points": points[::-1]})
    for other in turned:
        with pytest.raises(ValueError, match="something else"):
            check_golden(Head.DOCUMENTS, part, {**numbers, **other})


def test_a_library_without_documents_is_not_asked() -> None:
    assert golden_of(Head.DOCUMENTS, {"documents": np.zeros(0, np.int64), "counts": np.zeros(0)}) == []


def test_a_little_less_exact_is_the_same() -> None:
    tensors = kept(MODELS[Head.SWITCH])
    config = {KEY: [one + 1e-5 for one in golden_of(Head.SWITCH, tensors)]}
    check_golden(Head.SWITCH, Part(live=True, config=config), tensors)


def test_what_kept_none_and_what_has_no_weights_is_not_asked() -> None:
    assert golden_of(Head.DOCUMENTS, kept(MODELS[Head.FOCUS])) == []
    assert golden_of(Head.NEXT_APP, {"w": np.zeros(2)}) == []
    check_golden(Head.SWITCH, Part(live=True), {})
