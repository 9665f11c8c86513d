"""What comes next? NumPy in, NumPy out, around the network of that name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch
from torch.nn import functional

from engine.mind.network.attention import Batch, Dropped, Pointer, PointerConfig
from engine.mind.network.fit import Course, Fit, Plan, built, fit, give_weights, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_ROWS = 512  # moments computed at once; bounds the memory
_NO_CHANCE = -1e4


class PointerCases(Protocol):
    """Moments with candidates; numbers gives what Pointer.forward asks for."""

    @property
    def target(self) -> NDArray[np.int64]:
        """The place of what came among the candidates, -1 for none of them (n)."""

    def __len__(self) -> int:
        """How many moments there are."""

    def numbers(self, rows: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        """Return the inputs of some moments."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the network says of moments: the probability of going back (n), and logarithms of those of all (n, K).

    others: logarithms of probabilities given that one turns to another than the thing before (n, K).
    """

    back: NDArray[np.float64]
    all: NDArray[np.float64]
    others: NDArray[np.float64]


class PointerModel:
    """A network that tells what comes next, learned or made from weights."""

    def __init__(self, config: PointerConfig, network: Pointer) -> None:
        self.config = config
        self._network = network.eval()

    @staticmethod
    def from_weights(config: PointerConfig, weights: Mapping[str, NDArray[np.float32]]) -> PointerModel:
        """Return the model of these weights. Raises ValueError where they do not fit."""
        network = Pointer(config)
        give_weights(network, weights)
        return PointerModel(config, network)

    def varied(self, feature: int) -> bool:
        """Return whether a candidate's feature was ever another than in the other cases it was learned from."""
        return bool(self._network.scale.varied[feature])

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """Return the weights by name."""
        return weights_of(self._network)

    @property
    def parameters(self) -> int:
        """How many numbers were learned."""
        return sum(one.numel() for one in self._network.parameters())

    def tell(self, cases: PointerCases) -> Told:
        """Return what comes next at each moment."""
        torch.set_num_threads(1)
        parts = [
            self._told(cases.numbers(np.arange(start, min(start + _ROWS, len(cases)))))
            for start in range(0, len(cases), _ROWS)
        ]
        back, every, others = (np.concatenate(part) for part in zip(*parts, strict=True))
        return Told(back, every, others)

    def _told(self, numbers: dict[str, NDArray[Any]]) -> tuple[NDArray[np.float64], ...]:
        batch = _tensors(numbers)
        with torch.inference_mode():
            gate, others = self._network(batch)
            every = _joined(gate, others, batch["back"])
        return tuple(one.double().clamp(min=_NO_CHANCE).numpy() for one in (torch.sigmoid(gate), every, others))


@dataclass(frozen=True, slots=True)
class PointerFit:
    """A learned model and how it was learned; stopped early, fit.progress goes on."""

    model: PointerModel
    fit: Fit


def learn_pointer(
    cases: PointerCases,
    config: PointerConfig,
    plan: Plan,
    course: Course | None = None,
    before: PointerModel | None = None,
) -> PointerFit:
    """Return a model learned from cases whose target is a candidate. before: one to begin from."""
    network = built(lambda: Pointer(config), plan.seed)
    task = _PointerTask(network, cases)
    if before is not None:
        give_weights(network, before.weights())
    task.learn_scales(unseen=before is not None)
    found = fit(task, plan, course)
    return PointerFit(PointerModel(config, network), found)


class _PointerTask:
    """The negative logarithm of the probability of what came."""

    def __init__(self, network: Pointer, cases: PointerCases) -> None:
        self.network: torch.nn.Module = network
        self._pointer, self._cases = network, cases
        self._known = np.flatnonzero(cases.target >= 0)

    def __len__(self) -> int:
        return len(self._known)

    def learn_scales(self, most: int = 4_096, *, unseen: bool) -> None:
        """Take means and deviations of some cases evenly spread; unseen: of what was the same always so far."""
        if not len(self._known):
            return
        some = self._known[np.linspace(0, len(self._known) - 1, min(most, len(self._known))).astype(np.int64)]
        batch = _tensors(self._cases.numbers(some))
        pointer, events = self._pointer, batch["events"][batch["leads"] >= 0]
        told = [(pointer.scale, batch["candidates"][batch["there"]]), (pointer.moment_scale, batch["moment"])]
        for scale, seen in [*told, *([(pointer.event_scale, events)] if len(events) else [])]:
            scale.learn_unseen(seen) if unseen else scale.learn(seen)

    def batch(self, cases: NDArray[np.int64]) -> Batch:
        rows = self._known[cases]
        return _tensors(self._cases.numbers(rows)) | {"target": torch.from_numpy(self._cases.target[rows])}

    def loss(self, batch: Batch, dropped: Dropped) -> torch.Tensor:
        gate, others = self._pointer(batch, dropped)
        return functional.nll_loss(_joined(gate, others, batch["back"]), batch["target"])


def _joined(gate: torch.Tensor, others: torch.Tensor, back: torch.Tensor) -> torch.Tensor:
    """Return log-probabilities of all candidates (B, K): the gate's for the thing before, the rest for the others."""
    places = torch.arange(others.shape[1], device=others.device)
    to_others = others + functional.logsigmoid(-gate)[:, None]
    return torch.where(places == back[:, None], functional.logsigmoid(gate)[:, None], to_others)


def _tensors(numbers: dict[str, NDArray[Any]]) -> Batch:
    return {name: torch.from_numpy(values) for name, values in numbers.items()}
