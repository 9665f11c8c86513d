"""The models are trained once a day while the person is away, sooner where the past changed, on a machine with time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import text

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.job_runs import TRAIN
from engine.domain.model_status import RunState, TrainingRun
from engine.domain.training_due import TrainingFacts, is_due
from engine.jobs.training import BackgroundTraining
from engine.launch import Worker, WorkerJob
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.training_facts import training_facts
from engine.storage.training_runs import TrainingRunStore

NOW = 1_795_262_400_000
HOUR, MINUTE = MS_PER_HOUR, MS_PER_MINUTE
AWAY = TrainingFacts(True, None, False, NOW - 11 * MINUTE)
HERE = replace(AWAY, active_ms=NOW)


def ended(facts: TrainingFacts, state: RunState, hours: float, *, changed: bool = False) -> TrainingFacts:
    return replace(facts, last=(state, NOW - int(hours * HOUR)), changed=changed)


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        (replace(AWAY, history=False), False),
        (AWAY, True),
        (HERE, False),
        (ended(AWAY, RunState.DONE, 19), False),
        (ended(AWAY, RunState.DONE, 21), True),
        (ended(AWAY, RunState.FAILED, 19), False),
        (ended(HERE, RunState.DONE, 21), False),
        (ended(HERE, RunState.DONE, 73), True),
        (ended(AWAY, RunState.DONE, 1, changed=True), True),
        (ended(HERE, RunState.DONE, 1, changed=True), False),
        (replace(ended(AWAY, RunState.DONE, 1, changed=True), history=False), True),
        (replace(ended(AWAY, RunState.DONE, 80), history=False), False),
        (ended(AWAY, RunState.STOPPED, 0.5), False),
        (ended(AWAY, RunState.STOPPED, 1.5), True),
        (ended(AWAY, RunState.RUNNING, 0.5), True),
        (ended(AWAY, RunState.DONE, -21), True),
    ],
)
def test_when_it_is_due(facts: TrainingFacts, due: bool) -> None:
    assert is_due(facts, NOW) is due


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile").ensure()


@pytest.fixture
def database(paths: ProfilePaths) -> Iterator[Database]:
    made = Database.open(paths.database)
    yield made
    made.close()


def record(database: Database, presence: int, start_ms: int, end_ms: int, *, goes_on: bool = False) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT OR IGNORE INTO source (id, name) VALUES (9, 'x')"))
        connection.execute(text("INSERT OR IGNORE INTO zone (id, name) VALUES (9, 'UTC')"))
        row = {"start": start_ms, "end": start_ms if goes_on else end_ms, "presence": presence}
        connection.execute(
            text(
                "INSERT INTO activity (source_id, start_ms, end_ms, zone_id, presence, withheld) "
                "VALUES (9, :start, :end, 9, :presence, 0)"
            ),
            row,
        )
        if goes_on:
            connection.execute(text("INSERT INTO open_activity (source_id, start_ms) VALUES (9, :start)"), row)


def test_the_facts_are_read(database: Database) -> None:
    facts = training_facts(database)
    assert facts(NOW) == TrainingFacts(False, None, False, 0)
    record(database, 0, NOW - 3 * HOUR, NOW - 2 * HOUR)
    record(database, 1, NOW - 2 * HOUR, NOW - HOUR)
    assert facts(NOW) == TrainingFacts(True, None, False, NOW - 2 * HOUR)
    record(database, 0, NOW - HOUR, 0, goes_on=True)
    assert facts(NOW).active_ms == NOW


def test_an_erased_past_is_a_fact(database: Database) -> None:
    record(database, 0, NOW - 9 * HOUR, NOW - 8 * HOUR)
    record(database, 0, NOW - 3 * HOUR, NOW - 2 * HOUR)
    runs = TrainingRunStore(database)
    runs.add(TrainingRun(0, NOW - 9, NOW - 5, RunState.DONE, 0, NOW - 4 * HOUR, 1.0, 1, "cpu"))
    facts = training_facts(database)
    assert facts(NOW).last == (RunState.DONE, NOW - 5)
    with database.writing() as connection:
        connection.execute(text("DELETE FROM activity WHERE start_ms = :start"), {"start": NOW - 3 * HOUR})
    assert not facts(NOW).changed, "the run did not know of it"
    with database.writing() as connection:
        connection.execute(text("DELETE FROM activity"))
    assert facts(NOW).changed


def test_it_starts_the_worker_where_the_machine_has_time(paths: ProfilePaths) -> None:
    started: list[WorkerJob] = []
    spare = [False, True]

    class Played:
        def runs(self) -> bool:
            return True

        def let_go(self) -> None:
            return

    def start(job: WorkerJob, _paths: ProfilePaths) -> Worker:
        started.append(job)
        return cast("Worker", Played())

    training = BackgroundTraining(paths, lambda _now: AWAY, lambda: NOW, lambda: spare.pop(0), start)
    training.look()
    assert started == []
    training.look()
    training.look()
    assert started == [WorkerJob.TRAIN]
    training.end()


def test_the_recorder_looks_every_ten_minutes() -> None:
    assert (TRAIN.name, TRAIN.every_s, TRAIN.rest_s) == ("train models", 600, 120)
