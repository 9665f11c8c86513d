"""The straight path of a Pointer along a few directions, with all other numbers held still.

The straight path is what features say directly: the gate's bias and weights and the candidates' weights, in this order.
Moved along directions of it, the loss is convex in how far, so that what cases ask for is one answer. NumPy out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from engine.mind.network.attention import Pointer, PointerConfig
from engine.mind.network.fit import give_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from engine.mind.network.pointer import PointerCases

PATH = ("gate_plain.bias", "gate_plain.weight", "plain.weight")
_ROWS = 512
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Straight:
    """Cases seen along D directions, n of them, K candidates at most.

    told: (n, K, D) and own: (n, D) what a step along each direction adds to a candidate's score and to the gate's
    logit. others: (n, K) the scores as they are, gate: (n) the logit of going back; -1e9 where that cannot be. target,
    back: (n) places of what came and of the thing before.
    """

    told: NDArray[np.float64]
    own: NDArray[np.float64]
    others: NDArray[np.float64]
    gate: NDArray[np.float64]
    target: NDArray[np.int64]
    back: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.target)


def path_of(weights: Mapping[str, NDArray[Any]]) -> NDArray[np.float64]:
    """Return the numbers of the straight path."""
    return np.concatenate([np.asarray(weights[name], np.float64).ravel() for name in PATH])


def moved(weights: Mapping[str, NDArray[Any]], by: NDArray[np.float64]) -> dict[str, NDArray[np.float32]]:
    """Return the weights with the straight path moved by so much; the others are the same ones."""
    found, at = {name: np.asarray(one, np.float32) for name, one in weights.items()}, 0
    for name in PATH:
        old = found[name]
        found[name] = (old + by[at : at + old.size].reshape(old.shape)).astype(np.float32)
        at += old.size
    return found


def straight(
    config: PointerConfig,
    weights: Mapping[str, NDArray[np.float32]],
    directions: NDArray[np.float64],
    cases: PointerCases,
) -> Straight:
    """Return the cases whose target is a candidate. Raises ValueError where weights or directions do not fit."""
    torch.set_num_threads(1)
    network = Pointer(config)
    give_weights(network, weights)
    network.eval()
    gate_size = 1 + config.candidate + config.heads + config.moment
    if directions.shape[1] != len(path_of(weights)):
        raise ValueError("the directions do not fit the network")
    way = directions[:, :gate_size], directions[:, gate_size:]
    known = np.flatnonzero(cases.target >= 0)
    rows = [known[start : start + _ROWS] for start in range(0, max(1, len(known)), _ROWS)]
    parts = [_part(network, cases, some, *way) for some in rows]
    return Straight(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _part(
    network: Pointer,
    cases: PointerCases,
    rows: NDArray[np.int64],
    gate_way: NDArray[np.float64],
    plain_way: NDArray[np.float64],
) -> tuple[NDArray[Any], ...]:
    numbers = {name: torch.from_numpy(values) for name, values in cases.numbers(rows).items()}
    back = numbers["back"]
    with torch.inference_mode():
        told, moment, _ = network.inner(numbers)
        own = torch.cat([told.gather(1, _which(back, told.shape[2]))[:, 0], moment], dim=1)
        gate, scores = network(numbers)
    felt = np.hstack([np.ones((len(own), 1)), own.double().numpy()])
    others = scores.double().numpy()
    return (
        told.double().numpy() @ plain_way.T,
        felt @ gate_way.T,
        np.where(others < _NEVER / 2, _NEVER, others),
        np.where(back.numpy() >= 0, gate.double().numpy(), _NEVER),
        cases.target[rows],
        back.numpy(),
    )


def _which(back: torch.Tensor, width: int) -> torch.Tensor:
    return back.clamp(min=0)[:, None, None].expand(-1, 1, width)
