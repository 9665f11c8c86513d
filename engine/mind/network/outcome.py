"""Will it happen? NumPy in, NumPy out, around the network of that name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from engine.mind.network.attention import Batch, Dropped, Outcome, OutcomeConfig
from engine.mind.network.fit import Course, Fit, Plan, built, fit, give_weights, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_ROWS = 4_096  # moments computed at once; bounds the memory


@dataclass(frozen=True, slots=True)
class OutcomeCases:
    """What outcomes are learned from and told of.

    features: (n, F). label: (n, outcomes) 1, 0 or NaN where it is not known. weight: of each case (n). events, there:
    (n, T, E) and (n, T) past events and which of them count, where the config asks for them.
    """

    features: NDArray[np.float32]
    label: NDArray[np.float32] | None = None
    weight: NDArray[np.float32] | None = None
    events: NDArray[np.float32] | None = None
    there: NDArray[np.bool_] | None = None

    def __len__(self) -> int:
        return len(self.features)

    def inputs(self, rows: NDArray[np.int64] | slice) -> Batch:
        """Return what the network looks at, of some rows."""
        batch = {"features": torch.from_numpy(self.features[rows])}
        if self.events is not None and self.there is not None:
            batch |= {"events": torch.from_numpy(self.events[rows]), "there": torch.from_numpy(self.there[rows])}
        return batch


class OutcomeModel:
    """A network that tells outcomes, learned or made from weights."""

    def __init__(self, config: OutcomeConfig, network: Outcome) -> None:
        self.config = config
        self._network = network.eval()

    @staticmethod
    def from_weights(config: OutcomeConfig, weights: Mapping[str, NDArray[np.float32]]) -> OutcomeModel:
        """Return the model of these weights. Raises ValueError where they do not fit."""
        network = Outcome(config)
        give_weights(network, weights)
        return OutcomeModel(config, network)

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """Return the weights by name."""
        return weights_of(self._network)

    @property
    def parameters(self) -> int:
        """How many numbers were learned."""
        return sum(one.numel() for one in self._network.parameters())

    def logits(self, cases: OutcomeCases) -> NDArray[np.float32]:
        """Return the logit of each outcome (n, outcomes)."""
        torch.set_num_threads(1)
        with torch.inference_mode():
            parts = [
                self._network(cases.inputs(slice(start, start + _ROWS))).numpy()
                for start in range(0, len(cases), _ROWS)
            ]
        return np.concatenate(parts) if parts else np.empty((0, self.config.outcomes), np.float32)

    def probability(self, cases: OutcomeCases) -> NDArray[np.float64]:
        """Return the probability of each outcome (n, outcomes)."""
        return 1.0 / (1.0 + np.exp(-np.clip(self.logits(cases).astype(np.float64), -30, 30)))


@dataclass(frozen=True, slots=True)
class OutcomeFit:
    """A learned model and how it was learned; stopped early, progress goes on."""

    model: OutcomeModel
    fit: Fit


def learn_outcome(
    cases: OutcomeCases,
    config: OutcomeConfig,
    plan: Plan,
    course: Course | None = None,
    before: OutcomeModel | None = None,
    counted: int | None = None,
) -> OutcomeFit:
    """Return a model learned from cases with labels.

    before: one to begin from, such as yesterday's. counted: which feature is a logit that counting gives, to begin
    from where there is no model before.
    """
    network = built(lambda: Outcome(config), plan.seed)
    if before is None:
        _learn_scales(network, cases)
        if counted is not None:
            _begin_with(network, counted)
    else:
        give_weights(network, before.weights())
    found = fit(_OutcomeTask(network, cases), plan, course)
    return OutcomeFit(OutcomeModel(config, network), found)


def _learn_scales(network: Outcome, cases: OutcomeCases) -> None:
    if len(cases):
        network.scale.learn(torch.from_numpy(cases.features))
    if cases.events is not None and cases.there is not None and cases.there.any():
        network.event_scale.learn(torch.from_numpy(cases.events[cases.there]))


def _begin_with(network: Outcome, counted: int) -> None:
    """Let the network say what one feature says until it knows better."""
    with torch.no_grad():
        network.plain.weight[:, counted] = network.scale.deviation[counted]
        network.plain.bias.fill_(float(network.scale.mean[counted]))


class _OutcomeTask:
    """Binary cross-entropy of the outcomes that are known."""

    def __init__(self, network: Outcome, cases: OutcomeCases) -> None:
        if cases.label is None:
            raise ValueError("cases to learn from need labels")
        self.network: torch.nn.Module = network
        self._cases, self._label = cases, cases.label

    def __len__(self) -> int:
        return len(self._cases)

    def batch(self, cases: NDArray[np.int64]) -> Batch:
        weight = self._cases.weight
        taken = np.ones(len(cases), np.float32) if weight is None else weight[cases]
        return self._cases.inputs(cases) | {
            "label": torch.from_numpy(self._label[cases]),
            "weight": torch.from_numpy(taken),
        }

    def loss(self, batch: Batch, dropped: Dropped) -> torch.Tensor:
        label = batch["label"]
        known = ~torch.isnan(label) * batch["weight"][:, None]
        each = functional.binary_cross_entropy_with_logits(
            self.network(batch, dropped), label.nan_to_num(), reduction="none"
        )
        return (each * known).sum() / known.sum().clamp(min=1e-6)
