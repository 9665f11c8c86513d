"""Weights everybody begins with that are newer than a person's model have it begin anew; older ones do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from helpers.simulated import simulated

from engine.domain.model_status import Head
from engine.mind.measures.compared import Compared
from engine.mind.train.earlier import kept
from engine.mind.train.heads import NextTrainee
from engine.mind.train.learning import Course


@dataclass
class Model:
    name: str

    def weights(self) -> dict[str, Any]:
        return {"name": np.frombuffer(self.name.encode().ljust(8), np.uint8)}


@dataclass
class Fitted:
    model: Model
    fit: Any = None


@dataclass
class Learner:
    """Remembers what it began with."""

    begun: list[str | None] = field(default_factory=list)

    def fit(self, stream: Any, *, before_s: float, begin: Model | None = None, **_: Any) -> None:
        self.begun.append(None if begin is None else begin.name)

    def compare(self, model: Model, stream: Any, since_s: float) -> Compared:
        none = np.zeros(0)
        return Compared("MRR", "most recent", none, none, none.astype(np.int32))

    def evaluate(self, stream: Any, origins_s: Sequence[float], *, begin: Model | None = None, **_: Any) -> Compared:
        return self.compare(Model(""), stream, 0.0)


@pytest.mark.parametrize(("prior_s", "begins"), [(0.0, "earlier"), (900.0, "earlier"), (1_100.0, "together")])
def test_newer_weights_have_a_model_begin_anew(prior_s: float, begins: str) -> None:
    tensors, config = kept(Model("earlier").weights(), None, 1_000.0)
    learner = Learner()
    trainee = NextTrainee(
        Head.NEXT_APP,
        learner,
        lambda weights: Model(bytes(weights["name"]).decode().strip()),
        simulated(7, 6).stream,
        Model("together").weights(),
        prior_s,
    )
    assert trainee.learn(Course(2e9, 0, lambda: False, (config, tensors))) is None
    assert learner.begun == [begins]
