"""What the focus forecast is compared with: plain rules, a linear head and a network on the same numbers."""

from __future__ import annotations

import numpy as np
from benchmarks.focus_report_features import plain_features
from benchmarks.focus_reports import Reports

from engine.mind.baseline.focus import hour_of_week_mean, persons_mean
from engine.mind.calibration import sigmoid
from engine.mind.focus.kernel import Values

_SEEDS = 3
_STEPS = 30
_RIDGE = 20.0
_FROM = 0.15  # of each person's time: before it there is next to nothing to learn from


def persons_own(reports: Reports) -> dict[str, Values]:
    """Return what the rules tell of every report: the person's mean, that of the hour of the week, the last report."""
    found = {name: np.empty(len(reports.label)) for name in ("person's mean", "hour of week", "last report")}
    for one in np.unique(reports.cases["person"]):
        own = np.flatnonzero(reports.cases["person"] == one)
        label = reports.label[own]
        found["person's mean"][own] = persons_mean(label)
        found["hour of week"][own] = hour_of_week_mean(label, reports.cases["weekday"][own], reports.cases["hour"][own])
        found["last report"][own] = np.concatenate([[0.5], label[:-1]])
    return found


def heads(reports: Reports, *, context: bool) -> dict[str, Values]:
    """Return what a linear head and a network tell of every report, learned on all people's development parts."""
    numbers = plain_features(reports, context=context)
    learned = (reports.part >= _FROM) & ~reports.test
    scaled = (numbers - numbers[learned].mean(0)) / (numbers[learned].std(0) + 1e-6)
    return {"linear head": _linear(scaled, reports.label, learned), "network": _network(scaled, reports.label, learned)}


def _linear(numbers: Values, label: Values, learned: np.ndarray) -> Values:
    """Return what logistic regression with a ridge tells, by Newton's method."""
    design = np.concatenate([np.ones((len(numbers), 1)), numbers], axis=1)
    ridge = np.diag([1e-6, *[_RIDGE] * numbers.shape[1]])
    weights = np.zeros(design.shape[1])
    x, y = design[learned], label[learned]
    for _ in range(_STEPS):
        told = sigmoid(x @ weights)
        curve = (x * (told * (1 - told))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(curve, x.T @ (told - y) + ridge @ weights)
    return sigmoid(design @ weights)


def _network(numbers: Values, label: Values, learned: np.ndarray) -> Values:
    """Return the mean of networks of several seeds."""
    from engine.mind.network.attention import OutcomeConfig
    from engine.mind.network.fit import Plan
    from engine.mind.network.outcome import OutcomeCases, learn_outcome

    held = np.clip(numbers, -4, 4).astype(np.float32)
    cases = OutcomeCases(held[learned], label[learned, None].astype(np.float32))
    config = OutcomeConfig(held.shape[1], width=16)
    plans = (Plan(rounds=25, rate=2e-3, decay=0.1, dropout=0.3, seed=seed) for seed in range(_SEEDS))
    told = [learn_outcome(cases, config, plan).model.probability(OutcomeCases(held))[:, 0] for plan in plans]
    return np.asarray(np.mean(told, axis=0))
