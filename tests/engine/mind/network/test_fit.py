from typing import Any

import numpy as np
import pytest
import torch

from engine.mind.measures.metrics import auc
from engine.mind.network import fit as learning
from engine.mind.network.attention import Batch, Dropped, Outcome, OutcomeConfig
from engine.mind.network.fit import Course, Plan, Progress, built, fit, give_weights
from engine.mind.network.optimiser import AdamW, rate_at
from engine.mind.network.outcome import OutcomeCases, OutcomeModel, learn_outcome

PLAN = Plan(rounds=6, batch=64, rate=1e-2)
CONFIG = OutcomeConfig(features=3, events=2, width=8, heads=2)


def cases(many: int = 600, seed: int = 0) -> OutcomeCases:
    """It happens where two features agree in sign, and more so if the one past event that matters was large."""
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(many, 3)).astype(np.float32)
    events = rng.normal(size=(many, 5, 2)).astype(np.float32)
    events[:, :, 1] = 0
    marked = rng.integers(5, size=many)
    events[np.arange(many), marked, 1] = 3
    logit = 3 * np.sign(features[:, 0] * features[:, 1]) + 3 * events[np.arange(many), marked, 0]
    label = (rng.random(many) < 1 / (1 + np.exp(-logit))).astype(np.float32)[:, None]
    return OutcomeCases(features, label, None, events, np.ones((many, 5), np.bool_))


def test_it_learns_what_neither_a_line_nor_an_average_tells() -> None:
    found = learn_outcome(cases(1500), CONFIG, Plan(rounds=25, batch=64, rate=1e-2), Course(device="cpu"))
    later = cases(600, seed=9)
    assert later.label is not None
    assert auc(found.model.probability(later)[:, 0], later.label[:, 0]) > 0.9
    assert found.fit.finished
    assert found.fit.device == "cpu"


def test_the_same_seed_gives_the_same_weights_and_another_other_ones() -> None:
    once, again = (learn_outcome(cases(), CONFIG, PLAN).model.weights() for _ in range(2))
    other = learn_outcome(cases(), CONFIG, Plan(rounds=6, batch=64, rate=1e-2, seed=1)).model.weights()
    assert all(np.array_equal(once[name], again[name]) for name in once)
    assert not np.array_equal(once["into.weight"], other["into.weight"])


@pytest.mark.parametrize("after", [1, 17])
def test_stopped_and_gone_on_with_it_ends_where_it_would_have_ended(after: int) -> None:
    whole = learn_outcome(cases(), CONFIG, PLAN).model.weights()
    asked = iter([False] * after + [True])
    part = learn_outcome(cases(), CONFIG, PLAN, Course(stop=lambda: next(asked)))
    assert not part.fit.finished
    assert part.fit.progress.step == after
    kept = Progress(part.fit.progress.step, {name: one.copy() for name, one in part.fit.progress.numbers.items()})
    rest = learn_outcome(cases(), CONFIG, PLAN, Course(progress=kept))
    assert rest.fit.finished
    assert all(np.array_equal(whole[name], rest.model.weights()[name]) for name in whole)


def test_weights_make_the_same_model_again() -> None:
    model = learn_outcome(cases(), CONFIG, PLAN).model
    again = OutcomeModel.from_weights(CONFIG, model.weights())
    assert np.array_equal(model.probability(cases(50)), again.probability(cases(50)))


def damaged(name: str, weights: dict[str, Any]) -> dict[str, Any]:
    if name == "missing":
        del weights["out.weight"]
    elif name == "shape":
        weights["out.weight"] = weights["out.weight"][:, :-1]
    else:
        weights["out.weight"] = np.full_like(weights["out.weight"], np.nan)
    return weights


@pytest.mark.parametrize("name", ["missing", "shape", "nan"])
def test_weights_that_do_not_fit_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"out\.weight"):
        give_weights(Outcome(CONFIG), damaged(name, learning.weights_of(Outcome(CONFIG))))


def test_labels_that_are_not_known_do_not_count() -> None:
    known = cases()
    assert known.label is not None
    half = np.full((len(known), 2), np.nan, np.float32)
    half[:, :1] = known.label
    config = OutcomeConfig(features=3, events=2, outcomes=2, width=8, heads=2)
    found = learn_outcome(OutcomeCases(known.features, half, None, known.events, known.there), config, PLAN)
    assert np.isfinite(found.fit.loss)
    weights = found.model.weights()
    assert np.abs(weights["plain.weight"][0]).max() > 0
    assert np.abs(weights["plain.weight"][1]).max() == 0


def test_it_begins_where_counting_ends() -> None:
    known = cases(200)
    config = OutcomeConfig(features=3)
    found = learn_outcome(OutcomeCases(known.features, known.label), config, Plan(rounds=0), None, None, 2)
    assert found.model.logits(known)[:, 0] == pytest.approx(known.features[:, 2], abs=1e-5)


def test_nothing_to_learn_from_leaves_a_model_that_says_half() -> None:
    nothing = OutcomeCases(np.empty((0, 3), np.float32), np.empty((0, 1), np.float32))
    found = learn_outcome(nothing, OutcomeConfig(features=3), PLAN)
    assert found.fit.finished
    assert found.model.probability(OutcomeCases(np.ones((2, 3), np.float32))).tolist() == [[0.5], [0.5]]


class Crowded(torch.nn.Module):
    """Cannot be moved to an accelerator: there is no memory left on it."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(2, 2))

    def to(self, *where: Any, **more: Any) -> "Crowded":
        if where == ("cuda",):
            self.weight.data += 7  # whatever it had begun
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self


class CrowdedTask:
    def __init__(self) -> None:
        self.network: torch.nn.Module = Crowded()

    def __len__(self) -> int:
        return 4

    def batch(self, cases: np.ndarray[Any, Any]) -> Batch:
        return {"x": torch.from_numpy(cases.astype(np.float32))}

    def loss(self, batch: Batch, dropped: Dropped) -> torch.Tensor:
        weight = torch.as_tensor(self.network.weight)
        return ((weight - 1) ** 2).mean() + 0 * batch["x"].sum()


def test_an_accelerator_without_memory_leaves_it_to_the_processor() -> None:
    task, plain = CrowdedTask(), CrowdedTask()
    found = fit(task, PLAN, Course(device="cuda"))
    fit(plain, PLAN, Course(device="cpu"))
    assert (found.device, found.fell_back, found.finished) == ("cpu", True, True)
    assert torch.equal(torch.as_tensor(task.network.weight), torch.as_tensor(plain.network.weight))


def test_first_weights_come_from_the_seed_and_leave_torch_s_own_dice_alone() -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    one = built(lambda: Outcome(CONFIG), 3)
    assert torch.equal(torch.rand(3), expected)
    assert torch.equal(one.into.weight, built(lambda: Outcome(CONFIG), 3).into.weight)


def test_the_rate_rises_and_falls() -> None:
    rates = [rate_at(step, 100, 1.0) for step in range(100)]
    top = int(np.argmax(rates))
    assert 25 <= top <= 35
    assert rates[0] < 0.05
    assert rates[-1] < 1e-3
    assert rates[:top] == sorted(rates[:top])
    assert rates[top:] == sorted(rates[top:], reverse=True)


def test_adamw_does_as_its_formula_says() -> None:
    parameter = torch.nn.Parameter(torch.tensor([[1.0]]))
    optimiser = AdamW([parameter], decay=0.5)
    (parameter * 0.25).sum().backward()  # type: ignore[no-untyped-call]
    optimiser.step(0.1)
    # The first step is one rate against the gradient's sign, after the weight has lost rate * decay.
    assert parameter.item() == pytest.approx(1.0 * (1 - 0.05) - 0.1, abs=1e-5)
