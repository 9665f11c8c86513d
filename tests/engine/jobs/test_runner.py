"""Jobs run by themselves, a failing one keeps no other from its turn, and how each went is stored."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.domain.clock import MS_PER_HOUR, Clock, Instant, SystemClock
from engine.domain.days import DayRule
from engine.domain.errors import StorageFull
from engine.domain.job_runs import JobOutcome, JobPlan, JobState
from engine.jobs.runner import RunnerParts, running
from engine.jobs.schedule import Job
from engine.storage.database import Database
from engine.storage.jobs import JobStore

HOURLY = JobPlan("hourly", 3_600, rest_s=0)
SECONDLY = JobPlan("secondly", 1, rest_s=0)
DAILY = JobPlan("daily", 0, rest_s=0)


class SteppedClock:
    """The machine's clock, and more of it once the machine has slept as the test says."""

    def __init__(self) -> None:
        self._clock = SystemClock(lambda: "UTC")
        self.slept_ms = 0

    def now(self) -> Instant:
        """Return the present moment."""
        now = self._clock.now()
        return replace(now, boot_ms=now.boot_ms + self.slept_ms)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    yield JobStore(database)
    database.close()


def run_until(store: JobStore, jobs: list[Job], over: Callable[[], bool], clock: Clock | None = None) -> None:
    """Run the jobs until over says so."""
    parts = RunnerParts(store, clock or SystemClock(lambda: "UTC"), lambda: DayRule("UTC"), beat_s=0.05)

    async def scenario() -> None:
        with running(jobs, parts):
            while not over():  # noqa: ASYNC110  (jobs give no event to wait for)
                await asyncio.sleep(0.02)

    asyncio.run(asyncio.wait_for(scenario(), 30))


def outcome(store: JobStore, plan: JobPlan) -> JobOutcome | None:
    found = store.all().get(plan.name)
    return None if found is None else found.outcome


def test_a_failing_and_a_broken_job_keep_no_other_from_its_turn(store: JobStore) -> None:
    calls: list[str] = []

    def fail() -> None:
        calls.append("fail")
        raise StorageFull("There is no room.")

    def break_down() -> None:
        calls.append("break")
        raise ZeroDivisionError

    fails, breaks = Job(JobPlan("fails", 1, rest_s=0), fail), Job(JobPlan("breaks", 1, rest_s=0), break_down)
    works = Job(SECONDLY, lambda: calls.append("work"))

    def over() -> bool:
        return min(calls.count(one) for one in ("fail", "break", "work")) >= 2

    run_until(store, [fails, breaks, works], over)
    known = store.all()
    assert (known["fails"].outcome, known["fails"].message) == (JobOutcome.FAILED, "There is no room.")
    assert "fault of Kairos" in known["breaks"].message
    assert known["secondly"].runs >= 1
    assert known["secondly"].message == ""


def test_last_runs_count_across_restarts(store: JobStore) -> None:
    calls: list[str] = []
    jobs = [Job(HOURLY, lambda: calls.append("hourly")), Job(DAILY, lambda: calls.append("daily"))]
    run_until(store, jobs, lambda: outcome(store, HOURLY) == outcome(store, DAILY) == JobOutcome.DONE)
    assert sorted(calls) == ["daily", "hourly"]
    first = store.all()["hourly"]
    beats: list[str] = []
    run_until(store, [*jobs, Job(SECONDLY, lambda: beats.append("beat"))], lambda: len(beats) >= 2)
    assert sorted(calls) == ["daily", "hourly"], "neither is due again"
    assert store.all()["hourly"].last_start_ms == first.last_start_ms
    assert abs((store.all()["hourly"].next_ms or 0) - (first.last_start_ms or 0) - MS_PER_HOUR) < 2_000


def test_a_machine_that_slept_makes_up_for_all_it_missed_with_one_run(store: JobStore) -> None:
    clock, calls, beats = SteppedClock(), list[int](), list[int]()
    hourly, secondly = Job(HOURLY, lambda: calls.append(1)), Job(SECONDLY, lambda: beats.append(1))

    def over() -> bool:
        if calls and not clock.slept_ms:
            clock.slept_ms = 5 * MS_PER_HOUR
            beats.clear()
        return len(calls) >= 2 and len(beats) >= 2

    run_until(store, [hourly, secondly], over, clock)
    assert len(calls) == 2


def test_what_a_killed_process_left_is_cut_off_and_tried_again(store: JobStore) -> None:
    store.begin(DAILY, SystemClock(lambda: "UTC").now().wall_ms - 2 * MS_PER_HOUR)
    seen: list[JobState] = []
    job = Job(DAILY, lambda: seen.append(store.all()["daily"]))

    def over() -> bool:
        if not seen:
            seen.append(store.all()["daily"])
        return outcome(store, DAILY) is JobOutcome.DONE

    run_until(store, [job], over)
    assert [one.outcome for one in seen] == [JobOutcome.CUT_OFF, JobOutcome.RUNNING]
    assert "cut off" in seen[0].message


def test_nothing_to_do_is_stored_as_a_run(store: JobStore) -> None:
    calls: list[str] = []
    run_until(
        store,
        [Job(HOURLY, lambda: calls.append("run"), lambda: False)],
        lambda: outcome(store, HOURLY) is JobOutcome.DONE,
    )
    assert calls == []


def test_how_a_worker_fared_is_what_the_worker_stored(store: JobStore) -> None:
    working = threading.Event()
    job = Job(HOURLY, working.set, at_work=working.is_set)

    def over() -> bool:
        if working.is_set():
            assert outcome(store, HOURLY) is JobOutcome.RUNNING
            store.end("hourly", 5, JobOutcome.FAILED, "No calendar can be read.")
            working.clear()
        return outcome(store, HOURLY) is JobOutcome.FAILED and store.all()["hourly"].next_ms is not None

    run_until(store, [job], over)
    assert store.all()["hourly"].message == "No calendar can be read."


def test_a_worker_that_died_is_told(store: JobStore) -> None:
    working = threading.Event()

    def over() -> bool:
        working.clear()
        return outcome(store, HOURLY) is JobOutcome.CUT_OFF

    run_until(store, [Job(HOURLY, working.set, at_work=working.is_set)], over)
