"""Two hundred random histories in a real database: its totals are those of the slow evaluator, to the millisecond.

Recording, imports and taking them back, corrections, undo, redo and new rules come in any order; after the last
step the totals of the whole time, and of a random part of it, must be what going through it minute by minute gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from helpers.brute_force import BruteForce
from helpers.random_history import (
    CATEGORIES,
    END_MS,
    MINUTE_MS,
    MINUTES,
    START_MS,
    Act,
    Dice,
    Forget,
    Import,
    Record,
    Redo,
    Rules,
    Step,
    Undo,
)
from helpers.rule_reference import label as label_slowly
from helpers.storage_labels import put_rules

from engine.domain.look import Look
from engine.domain.rules import Rule
from engine.domain.totals import Key
from engine.history.labels import CurrentRules
from engine.history.relabelling import relabelling
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.rules import RuleStore
from engine.storage.totals import TotalStore

BY = (Key.PRESENCE, Key.APP, Key.WITHHELD, Key.CATEGORY, Key.PROJECT, Key.TAG)
SEEDS = range(200)
Totals = Counter[tuple[str, str, str, int | None, str, str]]


class Both:
    """One history twice: in a database and in the slow evaluator."""

    def __init__(self, database: Database) -> None:
        self.categories, self.stored_rules = CategoryStore(database), RuleStore(database)
        for one in CATEGORIES:
            assert self.categories.add(one.name, one.parent_id) == one.id
        self.current = CurrentRules(self.stored_rules, self.categories)
        self.activities = ActivityStore(database, labeller=self.current)
        self.imports = BatchStore(database, self.current)
        self.corrections = CorrectionStore(database, self.current)
        self.looks = LookStore(database, self.current)
        self.totals = TotalStore(database)
        self.slow = BruteForce(START_MS, END_MS, MINUTE_MS)
        self.batches: dict[str, tuple[int, int]] = {}
        self.rules: tuple[Rule, ...] = ()

    def take(self, step: Step) -> None:
        match step:
            case Record(activities):
                self.activities.insert_many(activities)
                self.slow.record(activities)
            case Import():
                self._import(step)
            case Forget(name):
                self._forget(name)
            case Rules(rules):
                self._rule(rules)
            case _:
                self._correct(step)

    def _correct(self, step: Act | Undo | Redo) -> None:
        match step:
            case Act(corrections):
                self.corrections.apply(corrections)
                self.slow.act(corrections)
            case Undo():
                assert (self.corrections.undo() is not None) == self.slow.undo()
            case Redo():
                assert (self.corrections.redo() is not None) == self.slow.redo()

    def _import(self, step: Import) -> None:
        with self.imports.begin("test", step.name, step.name, "UTC", made_ms=END_MS) as writer:
            writer.insert(step.activities)
        self.batches[step.name] = writer.id if step.activities else 0, self.slow.record(step.activities)

    def _forget(self, name: str) -> None:
        number, batch = self.batches.pop(name)
        if number:
            self.imports.undo(number, undone_ms=END_MS)
        self.slow.forget(batch)

    def _rule(self, rules: tuple[Rule, ...]) -> None:
        put_rules(self.stored_rules, rules)
        for _ in relabelling(self.looks, self.current):
            pass
        self.rules = tuple(replace(one, id=place + 1) for place, one in enumerate(rules))

    def label(self, app: str, title: str, site: str, document: str) -> tuple[int | None, str, str]:
        found = label_slowly(Look(0, app, title, site, document), self.rules, CATEGORIES)
        return found.category_id, found.project, found.tag

    def fast(self, start_ms: int, end_ms: int) -> Totals:
        found: Totals = Counter()
        for row in self.totals.total(start_ms, end_ms, BY):
            assert row.presence is not None
            assert row.withheld is not None
            key = row.presence.value, row.app, row.withheld.value, row.category_id, row.project, row.tag
            found[key] += row.ms
        return found


@contextmanager
def stored(path: Path) -> Iterator[Both]:
    database = Database.open(path)
    try:
        yield Both(database)
    finally:
        database.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_totals_of_a_random_history(seed: int, tmp_path: Path) -> None:
    dice = Random(-seed)
    with stored(tmp_path / "kairos.sqlite3") as both:
        for step in Dice(seed).steps():
            both.take(step)
        cut = sorted(dice.sample(range(MINUTES + 1), 2))
        for first, last in ((0, MINUTES), cut):
            start, end = START_MS + first * MINUTE_MS, START_MS + last * MINUTE_MS
            assert both.fast(start, end) == both.slow.totals(both.label, start, end)
