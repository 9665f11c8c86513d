"""Random histories with rules, imports, corrections and undo: what counts is what the slow evaluator says."""

from __future__ import annotations

import pytest
from helpers.brute_force import BruteForce
from helpers.random_history import END_MS, MINUTE_MS, START_MS, Act, Dice, Forget, Import, Record, Redo, Step, Undo

from engine.domain.activity import Activity
from engine.domain.corrections import Correction
from engine.domain.overlays import effective
from engine.domain.stretches import LabelledStretch

SEEDS = range(200)


class Plain:
    """The history as the engine's pure functions are given it: activities and corrections in force."""

    def __init__(self) -> None:
        self.slow = BruteForce(START_MS, END_MS, MINUTE_MS)
        self.batches: dict[str, tuple[int, tuple[Activity, ...]]] = {}

    def take(self, step: Step) -> None:
        match step:
            case Record(activities):
                number = self.slow.record(activities)
                self.batches[f"recorder {number}"] = number, activities
            case Import(name, activities):
                self.batches[name] = self.slow.record(activities), activities
            case Forget(name):
                self.slow.forget(self.batches.pop(name)[0])
            case Act(corrections):
                self.slow.act(corrections)
            case Undo():
                self.slow.undo()
            case Redo():
                self.slow.redo()

    def raw(self) -> list[Activity]:
        return [one for _, activities in self.batches.values() for one in activities]

    def in_force(self) -> list[Correction]:
        return self.slow.in_force()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_minute_of_a_random_history_is_as_the_slow_evaluator_says(seed: int) -> None:
    history = Plain()
    for step in Dice(seed).steps():
        history.take(step)
    found: dict[int, LabelledStretch] = {}
    for one in effective(history.raw(), history.in_force()):
        for moment in range(one.interval.start_ms, one.interval.end_ms, MINUTE_MS):
            assert moment not in found
            found[moment] = one
    for place, cell in enumerate(history.slow.moments()):
        now = found.get(START_MS + place * MINUTE_MS)
        assert (now is None) == (cell is None)
        if now is not None and cell is not None:
            what, named = now.what, (cell.presence, cell.app, cell.title, cell.site, cell.document)
            assert (what.presence.value, what.app, what.title, what.site, what.document) == named
            assert (now.source, now.zone, now.corrected) == (cell.source, cell.zone, cell.corrected)
