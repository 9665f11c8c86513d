"""Learning: the loop, which can be stopped after any batch and gone on with to the same weights.

The same seed, data and device give the same weights; another device gives them within rounding. Where an accelerator
has too little memory the processor does it from the start.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
import torch

from engine.mind.network.attention import Batch, Dropped
from engine.mind.network.optimiser import AdamW, rate_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

_log = logging.getLogger(__name__)

CPU = "cpu"
_Made = TypeVar("_Made", bound=torch.nn.Module)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn: rounds over all cases, cases a step, highest rate, decay of weights, share left out, seed."""

    rounds: int = 8
    batch: int = 256
    rate: float = 3e-3
    decay: float = 1e-2
    dropout: float = 0.1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where learning stands: steps taken, and all numbers it needs to go on (or, at its end, the weights alone)."""

    step: int
    numbers: dict[str, NDArray[np.float32]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of learning. finished: False where it was stopped; device: what did it in the end.

    fell_back: the accelerator had too little memory. loss: mean over the last round's steps taken in this call.
    """

    progress: Progress
    finished: bool
    device: str
    fell_back: bool
    loss: float


@dataclass(frozen=True, slots=True)
class Course:
    """How a run may go: when to stop, what to compute on, where an earlier run was stopped (same task and plan)."""

    stop: Callable[[], bool] = lambda: False
    device: str = "auto"
    progress: Progress | None = None


class Task(Protocol):
    """What is learned: a network, its cases, and how wrong it is."""

    network: torch.nn.Module

    def __len__(self) -> int:
        """How many cases there are."""

    def batch(self, cases: NDArray[np.int64]) -> Batch:
        """Return the cases at those places, on the processor."""

    def loss(self, batch: Batch, dropped: Dropped) -> torch.Tensor:
        """Return the mean loss of a batch."""


def built(make: Callable[[], _Made], seed: int) -> _Made:
    """Return what make makes, its first weights decided by the seed alone."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return make()


def chosen_device(wanted: str = "auto") -> str:
    """Return the device to compute on: "auto" takes CUDA where there is one."""
    if wanted != "auto":
        return wanted
    return "cuda" if torch.cuda.is_available() else CPU


def fit(task: Task, plan: Plan, course: Course | None = None) -> Fit:
    """Learn until the plan is done or the course says stop; the network ends on the processor, ready to be used."""
    torch.set_num_threads(1)
    how = course or Course()
    place = chosen_device(how.device)
    first = weights_of(task.network)
    try:
        return _learned(task, plan, how, place)
    except torch.OutOfMemoryError:
        if place == CPU:
            raise
        _log.warning("The accelerator has too little memory for learning; the processor does it.")
    task.network.to(CPU)
    give_weights(task.network, first)
    found = _learned(task, plan, how, CPU)
    return Fit(found.progress, found.finished, found.device, fell_back=True, loss=found.loss)


def _learned(task: Task, plan: Plan, course: Course, device: str) -> Fit:
    network = task.network.to(device).train()
    optimiser = AdamW(list(network.parameters()), plan.decay)
    step = _gone_on(network, optimiser, course.progress)
    each = max(1, -(-len(task) // plan.batch))
    steps, losses = each * plan.rounds if len(task) else 0, []
    while step < steps and not course.stop():
        chosen = _order(plan.seed, step // each, len(task))[(step % each) :: each]
        batch = {name: values.to(device) for name, values in task.batch(np.sort(chosen)).items()}
        loss = task.loss(batch, Dropped(plan.dropout, plan.seed * 1_000_003 + step))
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step(rate_at(step, steps, plan.rate))
        losses.append(float(loss.detach()))
        step += 1
    network.to(CPU).eval()
    numbers = weights_of(network) if step >= steps else _all_numbers(network, optimiser)
    mean = float(np.mean(losses[-each:])) if losses else float("nan")
    return Fit(Progress(step, numbers), step >= steps, device, fell_back=False, loss=mean)


def _order(seed: int, round_: int, cases: int) -> NDArray[np.int64]:
    return np.random.default_rng((seed, round_)).permutation(cases)


def _gone_on(network: torch.nn.Module, optimiser: AdamW, progress: Progress | None) -> int:
    if progress is None:
        return 0
    give_weights(network, {name: values for name, values in progress.numbers.items() if not name.startswith("adam.")})
    for kind, kept in (("first", optimiser.first), ("second", optimiser.second)):
        for place, values in enumerate(kept):
            values.copy_(torch.from_numpy(progress.numbers[f"adam.{kind}.{place}"]))
    optimiser.steps = progress.step
    return progress.step


def _all_numbers(network: torch.nn.Module, optimiser: AdamW) -> dict[str, NDArray[np.float32]]:
    kept = {
        f"adam.{kind}.{place}": values.cpu().numpy().copy()
        for kind, tensors in (("first", optimiser.first), ("second", optimiser.second))
        for place, values in enumerate(tensors)
    }
    return weights_of(network) | kept


def weights_of(network: torch.nn.Module) -> dict[str, NDArray[np.float32]]:
    """Return a network's weights by name, copied."""
    return {name: values.detach().cpu().numpy().copy() for name, values in network.state_dict().items()}


def give_weights(network: torch.nn.Module, weights: Mapping[str, NDArray[np.float32]]) -> None:
    """Put weights into a network. Raises ValueError where one is missing, of another shape, or no number."""
    own = network.state_dict()
    for name, values in own.items():
        found = weights.get(name)
        if found is None or found.shape != tuple(values.shape):
            told = "missing" if found is None else f"of the shape {found.shape}, not {tuple(values.shape)}"
            raise ValueError(f"the weights do not fit the network: {name} is {told}")
        if not np.isfinite(found).all():
            raise ValueError(f"the weights are damaged: {name} holds what is no number")
    # Copied, for what numpy reads from a file may not be written to.
    network.load_state_dict({name: torch.tensor(weights[name], dtype=torch.float32) for name in own})
