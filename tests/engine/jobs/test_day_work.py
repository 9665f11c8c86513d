"""The worker does what the recorder began for it, one after the other, and stores how each went."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.manual_clock import ManualClock

from engine.bootstrap import build_engine
from engine.domain.blocks import About, Block
from engine.domain.clock import MS_PER_HOUR, SystemClock
from engine.domain.errors import ImportFailed
from engine.domain.intervals import Interval
from engine.domain.job_runs import CALENDARS, FIGURES, PLAN_DAY, JobOutcome, JobPlan
from engine.domain.notifications import NotificationKind
from engine.jobs.day_work import DayWork
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.jobs import JobStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield JobStore(database)
    database.close()


def test_what_was_begun_is_done_and_what_is_begun_meanwhile(store: JobStore) -> None:
    done: list[JobPlan] = []

    def calendars() -> None:
        done.append(CALENDARS)
        store.begin(FIGURES, 5)

    def fail() -> None:
        raise ImportFailed("It is no calendar.")

    steps = {CALENDARS: calendars, PLAN_DAY: fail, FIGURES: lambda: done.append(FIGURES)}
    store.begin(CALENDARS, 1)
    store.begin(PLAN_DAY, 2)
    DayWork(store, ManualClock(), steps).run()
    assert done == [CALENDARS, FIGURES]
    assert {name: one.outcome for name, one in store.all().items()} == {
        "watch calendars": JobOutcome.DONE,
        "plan the day": JobOutcome.FAILED,
        "focus figures": JobOutcome.DONE,
    }
    assert store.all()["plan the day"].message == "It is no calendar."


def test_by_hand_everything_is_done_and_a_fault_keeps_nothing_from_it(store: JobStore) -> None:
    done: list[JobPlan] = []

    def break_down() -> None:
        raise ZeroDivisionError

    DayWork(store, ManualClock(), {CALENDARS: break_down, FIGURES: lambda: done.append(FIGURES)}).run()
    assert done == [FIGURES]
    assert "fault of Kairos" in store.all()["watch calendars"].message


def test_told_to_stop_it_begins_nothing_more(store: JobStore) -> None:
    done: list[JobPlan] = []
    work: list[DayWork] = []

    def first() -> None:
        done.append(CALENDARS)
        work[0].stop()

    store.begin(CALENDARS, 1)
    store.begin(FIGURES, 1)
    work.append(DayWork(store, ManualClock(), {CALENDARS: first, FIGURES: lambda: done.append(FIGURES)}))
    work[0].run()
    assert done == [CALENDARS]
    assert store.all()["focus figures"].outcome is JobOutcome.RUNNING, "told by the recorder as cut off"


def test_the_worker_itself_says_that_the_plan_has_a_conflict(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine = build_engine(paths)
    try:
        settings = engine.preferences.load()
        loud = replace(settings.notifications, quiet_from=0, quiet_until=0, block_soon=0)
        engine.preferences.change(replace(settings, notifications=loud))
        start = SystemClock(lambda: "UTC").now().wall_ms + MS_PER_HOUR
        for minute in (0, 30):
            interval = Interval(start + minute * 60_000, start + MS_PER_HOUR + minute * 60_000)
            engine.plan.add(Block(About(), interval, "UTC"))
        command = (sys.executable, "-m", "engine.worker", "plan", "--profile", str(paths.folder))
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        states = {one.name: one for one in engine.jobs.states()}
        assert states["plan the day"].outcome is JobOutcome.DONE, states
        found = engine.notifications.due()
        assert [(one.kind, one.amount) for one in found] == [(NotificationKind.PLAN_CHANGED, 1)]
    finally:
        engine.close()
