"""Finds the directions that are learned together, from made-up people: what `federated.py make` writes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from helpers.simulated import simulated
from numpy.typing import NDArray

from engine.domain.model_status import Head
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.network.straight import Straight, path_of, straight
from engine.mind.next.cases import cases_of
from engine.mind.next.next_thing import CONFIG
from engine.mind.next.switches import Thing, switches_of
from engine.mind.train.straight_fit import asked_for, curvature
from engine.mind.train.together import LATEST

_THINGS = {Head.NEXT_APP: Thing.APP, Head.NEXT_DOCUMENT: Thing.DOCUMENT}
_RIDGE = 30.0
_FLAT = 1e-3  # added to every curvature, so that directions nothing depends on are none


def found_directions(head: Head, weights: Tensors, seeds: Iterable[int], days: int, count: int) -> NDArray[np.float32]:
    """Return the directions (count, numbers of the path) in which these people's own numbers differ most.

    Measured by the mean curvature of the loss, so that one step along any of them costs half a nat squared.
    """
    size = len(path_of(weights))
    asked, curved = [], np.zeros((size, size))
    for seed in seeds:
        seen = _seen(head, weights, seed, days, size)
        asked.append(asked_for(seen, np.zeros(size), _RIDGE))
        curved += curvature(seen, np.zeros(size)) / len(seen)
    root = np.linalg.cholesky(curved / len(asked) + _FLAT * np.eye(size))
    ways = np.linalg.svd(np.array(asked) @ root, full_matrices=False)[2][:count]
    ways *= np.sign(ways.sum(1, keepdims=True))  # of two signs always the same
    return np.linalg.solve(root.T, ways.T).T.astype(np.float32)


def _seen(head: Head, weights: Tensors, seed: int, days: int, size: int) -> Straight:
    switches = switches_of(simulated(seed, days).stream, _THINGS[head])
    cases = cases_of(switches, int(0.03 * len(switches)))
    return straight(CONFIG, weights, np.eye(size), cases.which(np.arange(len(cases))[-LATEST:]))
