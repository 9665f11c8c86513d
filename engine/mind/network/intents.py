"""Which of several things a question asks for: one linear head, its confidence set right by cases it did not see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from engine.mind.network.fit import Course, Plan, built, fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.network.attention import Batch, Dropped

_TEMPERATURES = tuple(float(one) for one in np.geomspace(0.2, 5.0, 25))
PLAN = Plan(rounds=12, batch=64, rate=2e-2, decay=1e-2, dropout=0.2)


class IntentHead(torch.nn.Module):
    """Features (n, F) to logits (n, intents)."""

    def __init__(self, width: int, intents: int) -> None:
        super().__init__()
        self.linear = torch.nn.Linear(width, intents)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return the logits."""
        logits: torch.Tensor = self.linear(features)
        return logits


@dataclass
class _Task:
    network: torch.nn.Module
    features: NDArray[np.float32]
    label: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.features)

    def batch(self, cases: NDArray[np.int64]) -> Batch:
        return {"features": torch.from_numpy(self.features[cases]), "label": torch.from_numpy(self.label[cases])}

    def loss(self, batch: Batch, dropped: Dropped) -> torch.Tensor:
        return functional.cross_entropy(self.network(dropped(batch["features"])), batch["label"], label_smoothing=0.02)


class IntentModel:
    """A learned head; temperature: what its logits are divided by, so that confidences keep their promise."""

    def __init__(self, network: IntentHead, temperature: float = 1.0) -> None:
        self.network = network.eval()
        self.temperature = temperature

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probability of each intent (n, intents)."""
        with torch.inference_mode():
            found = torch.softmax(self.network(torch.from_numpy(features)) / self.temperature, dim=1)
        told: NDArray[np.float32] = found.numpy()
        return told


def learn_intents(features: NDArray[np.float32], label: NDArray[np.int64], intents: int, seed: int = 0) -> IntentModel:
    """Learn a head; the same seed and cases give the same one."""
    torch.set_num_threads(1)
    network = built(lambda: IntentHead(features.shape[1], intents), seed)
    fit(_Task(network, features, label), PLAN, Course(device="cpu"))
    return IntentModel(network)


def temperature_of(model: IntentModel, features: NDArray[np.float32], label: NDArray[np.int64]) -> float:
    """Return the temperature at which cases the model did not learn from are likeliest.

    Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017.
    """
    with torch.inference_mode():
        logits = model.network(torch.from_numpy(features))
        wanted = torch.from_numpy(label)
        losses = [float(functional.cross_entropy(logits / one, wanted)) for one in _TEMPERATURES]
    return _TEMPERATURES[int(np.argmin(losses))]
