"""A history made by dice in a real database, and what it looks like minute by minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from helpers.random_history import (
    CATEGORIES,
    END_MS,
    MINUTE_MS,
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
from helpers.storage_labels import put_rules

from engine.domain.rules import Rule
from engine.domain.totals import Key
from engine.history.labels import CurrentRules
from engine.history.relabelling import relabelling
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.labelled import LabelledHistory
from engine.storage.looks import LookStore
from engine.storage.recount import count_everything
from engine.storage.rules import RuleStore
from engine.storage.totals import TotalStore

BY = (Key.PRESENCE, Key.APP, Key.WITHHELD, Key.CATEGORY, Key.PROJECT, Key.TAG)
Moments = dict[int, tuple[Any, ...]]


class DicedHistory:
    """The stores of one database, filled by the steps of a seed."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.stored_rules, categories = RuleStore(database), CategoryStore(database)
        for one in CATEGORIES:
            categories.add(one.name, one.parent_id)
        self.current = CurrentRules(self.stored_rules, categories)
        self.activities = ActivityStore(database, labeller=self.current)
        self.imports = BatchStore(database, self.current)
        self.corrections = CorrectionStore(database, self.current)
        self.looks = LookStore(database, self.current)
        self.totals = TotalStore(database)
        self.labelled = LabelledHistory(database, self.current)
        self._batches: dict[str, int] = {}
        for step in Dice(seed).steps():
            self._take(step)

    def rule(self, rules: Sequence[Rule]) -> None:
        """Bring other rules to bear on the whole history."""
        put_rules(self.stored_rules, rules)
        for _ in relabelling(self.looks, self.current):
            pass

    def _take(self, step: Step) -> None:
        match step:
            case Record(activities):
                self.activities.insert_many(activities)
            case Import():
                self._import(step)
            case Forget(name):
                if number := self._batches.pop(name):
                    self.imports.undo(number, undone_ms=END_MS)
            case Rules(rules):
                self.rule(rules)
            case _:
                self._correct(step)

    def _correct(self, step: Act | Undo | Redo) -> None:
        match step:
            case Act(corrections):
                self.corrections.apply(corrections)
            case Undo():
                self.corrections.undo()
            case Redo():
                self.corrections.redo()

    def _import(self, step: Import) -> None:
        with self.imports.begin("test", step.name, step.name, "UTC", made_ms=END_MS) as writer:
            writer.insert(step.activities)
        self._batches[step.name] = writer.id if step.activities else 0

    def counted(self, start_ms: int = START_MS, end_ms: int = END_MS, *, hourly: bool = True) -> Counter[Any]:
        """Return the totals, hour by hour, by all keys."""
        by = (Key.HOUR, *BY) if hourly else BY
        return Counter({_key(row): row.ms for row in self.totals.total(start_ms, end_ms, by)})

    def recounted(self) -> Counter[Any]:
        """Return the totals once all were made anew."""
        with self.database.writing() as connection:
            count_everything(connection)
        return self.counted()

    def moments(self) -> Moments:
        """Return what counts in each minute that has anything: presence, names, labels."""
        found: Moments = {}
        for one in self.labelled.between(START_MS, END_MS):
            what, labels = one.what, one.labels
            said = (what.presence, what.app, what.title, what.site, what.document, what.withheld, labels)
            for minute in range(one.interval.start_ms, one.interval.end_ms, MINUTE_MS):
                found[minute] = said
        return found

    def ask(self, question: str) -> list[Any]:
        """Return rows as they are stored."""
        with self.database.reading() as connection:
            return list(connection.exec_driver_sql(question).all())


def _key(row: Any) -> tuple[Any, ...]:
    return row.hour, row.presence, row.app, row.withheld, row.category_id, row.project, row.tag
