"""Training runs as stored, and whether the past changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.changes import Begin, End, TakeBack
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.model_status import Head, HeadStatus, RunState, TrainingRun
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.training_runs import TrainingRunStore

HOUR = 3_600_000
STATUS = HeadStatus(Head.FOCUS, "AUC", 0.7, 0.6, "person's mean", 0.01, 0.2, 300, live=True)
RUN = TrainingRun(0, 5, 9, RunState.DONE, 0, 20 * HOUR, 12.5, 1_000, "cpu", (STATUS,), "a note")


@pytest.fixture
def runs(database: Database) -> TrainingRunStore:
    return TrainingRunStore(database)


def test_a_run_comes_back_and_can_be_brought_up_to_date(runs: TrainingRunStore) -> None:
    running = replace(RUN, state=RunState.RUNNING, heads=(), finished_ms=0)
    number = runs.add(running)
    assert runs.get(number) == replace(running, id=number)
    runs.change(replace(RUN, id=number))
    second = runs.add(replace(RUN, state=RunState.FAILED))
    assert runs.latest(5) == [replace(RUN, id=second, state=RunState.FAILED), replace(RUN, id=number)]
    assert [run.id for run in runs.latest(1)] == [second]
    with pytest.raises(UsageError):
        runs.change(replace(RUN, id=99))
    runs.clear()
    assert runs.latest(5) == []


def test_one_run_at_most_is_in_use(runs: TrainingRunStore) -> None:
    first, second = runs.add(RUN), runs.add(RUN)
    assert runs.in_use() is None
    for number in (first, second):
        runs.use(number)
        assert runs.in_use() == replace(RUN, id=number)
    with pytest.raises(UsageError):
        runs.use(99)
    assert runs.in_use() == replace(RUN, id=second)
    runs.use(None)
    assert runs.in_use() is None


def _erase_an_import(database: Database) -> Callable[[], object]:
    batches = BatchStore(database)
    with batches.begin("tockler", "x", "ab" * 32, ZONE, made_ms=5) as batch:
        batch.insert([Activity(3 * HOUR, 4 * HOUR, seen("a", "secret"), ZONE, "tockler")])
    return lambda: batches.undo(batch.id, undone_ms=6)


def _correct(database: Database) -> Callable[[], object]:
    corrections = CorrectionStore(database)
    return lambda: corrections.apply([Correction(CorrectionKind.DELETE, Interval(10, 20), 7)])


def _undo(database: Database) -> Callable[[], object]:
    corrections = CorrectionStore(database)
    corrections.apply([Correction(CorrectionKind.DELETE, Interval(10, 20), 7)])
    return corrections.undo


def _cut(database: Database) -> Callable[[], object]:
    store = ActivityStore(database)
    store.apply([Begin(10, seen("a"), ZONE), End(HOUR)])
    return lambda: store.apply([TakeBack(500)])


@pytest.mark.parametrize("change", [_erase_an_import, _correct, _undo, _cut])
def test_what_is_erased_or_corrected_is_told_to_runs_that_learned_from_it(
    database: Database, runs: TrainingRunStore, change: Callable[[Database], Callable[[], object]]
) -> None:
    do = change(database)
    before = runs.add(RUN)
    assert not runs.history_changed(before)
    do()
    assert runs.history_changed(before)
    assert not runs.history_changed(runs.add(RUN))
    earlier = runs.add(replace(RUN, data_to_ms=0))
    do_again = change(database)
    do_again()
    assert not runs.history_changed(earlier)


def test_time_recorded_since_is_no_change_of_the_past(
    database: Database, runs: TrainingRunStore, store: ActivityStore
) -> None:
    number = runs.add(RUN)
    store.apply([Begin(10, seen("a"), ZONE), Begin(500, seen("b"), ZONE), End(900), Begin(950, seen("c"), ZONE)])
    store.apply([End(950)])
    store.insert_many([Activity(2_000, 3_000, seen("d"), ZONE)])
    assert not runs.history_changed(number)
    assert runs.history_changed(99)
