"""How jobs stand is stored: begun, ended, cut off, looked at in vain, moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.api.jobs import Jobs
from engine.domain.job_runs import JOBS, PLAN_DAY, TIDY, JobOutcome, JobState
from engine.storage.database import Database
from engine.storage.jobs import JobStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield JobStore(database)
    database.close()


def test_a_run_begins_and_ends(store: JobStore) -> None:
    store.plan_next({TIDY: 50})
    assert store.all()["tidy"] == JobState("tidy", 3_600, next_ms=50)
    store.begin(TIDY, 60, 160)
    assert store.all()["tidy"] == JobState("tidy", 3_600, 60, None, JobOutcome.RUNNING, "", 160, 1)
    store.end("tidy", 65, JobOutcome.FAILED, "No room.")
    assert store.all()["tidy"] == JobState("tidy", 3_600, 60, 65, JobOutcome.FAILED, "No room.", 160, 1)
    store.end("tidy", 99, JobOutcome.DONE)
    assert store.all()["tidy"].last_end_ms == 65, "nothing was under way"
    store.ran(TIDY, 160, 161, 260)
    assert store.all()["tidy"] == JobState("tidy", 3_600, 160, 161, JobOutcome.DONE, "", 260, 2)
    store.move("tidy", 20)
    assert store.all()["tidy"].last_start_ms == 20


def test_what_was_asked_for_is_what_has_not_ended(store: JobStore) -> None:
    store.begin(PLAN_DAY, 1)
    store.ran(TIDY, 1, 2, 3)
    assert store.asked(JOBS) == [PLAN_DAY]
    store.cut_off()
    assert store.asked(JOBS) == []
    assert store.all()["plan the day"].outcome is JobOutcome.CUT_OFF
    assert store.all()["tidy"].outcome is JobOutcome.DONE


def test_without_a_recorder_nothing_is_due_and_nothing_runs(store: JobStore) -> None:
    store.begin(PLAN_DAY, 1, 99)
    runs = [True, False]
    jobs = Jobs(store, lambda: runs.pop(0))
    told = {one.name: one for one in jobs.states()}
    assert list(told) == [plan.name for plan in JOBS]
    assert (told["plan the day"].outcome, told["plan the day"].next_ms) == (JobOutcome.RUNNING, 99)
    assert told["tidy"] == JobState("tidy", 3_600)
    told = {one.name: one for one in jobs.states()}
    assert (told["plan the day"].outcome, told["plan the day"].next_ms) == (JobOutcome.CUT_OFF, None)
