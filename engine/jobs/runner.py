"""Runs the table of jobs with APScheduler on the recorder's own loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from engine.domain.clock import Clock, utc
from engine.domain.days import DayRule
from engine.domain.errors import KairosError
from engine.jobs.schedule import Job
from engine.jobs.timetable import Timetable
from engine.jobs.turns import JobRuns, Turns

BEAT_S = 15.0
"""How often the clocks are looked at: the scheduler's waits stand still in sleep and know of no changed clock."""

_APART_MS = 1_000  # times that lie closer are the same


@dataclass(frozen=True, slots=True)
class RunnerParts:
    """What the runner is built from. rule: how the person's days are cut here and now."""

    store: JobRuns
    clock: Clock
    rule: Callable[[], DayRule]
    beat_s: float = BEAT_S


@contextmanager
def running(jobs: Iterable[Job], parts: RunnerParts) -> Iterator[None]:
    """Run the jobs on the present loop until the block ends; each works in the loop's default executor.

    Raises Storage errors where it cannot be read how the jobs stand.
    """
    runner = JobRunner(tuple(jobs), parts)
    runner.start()
    try:
        yield
    finally:
        runner.stop()


class JobRunner:
    """Keeps one timer per job, set anew after each run and whenever the clocks say something else."""

    def __init__(self, jobs: tuple[Job, ...], parts: RunnerParts) -> None:
        self._jobs, self._parts = jobs, parts
        parts.store.cut_off()
        now = parts.clock.now()
        self._timetable = Timetable([job.plan for job in jobs], parts.store.all(), now)
        for name in self._timetable.moved:
            parts.store.move(name, now.wall_ms)
        self._turns = Turns(parts.store, parts.clock)
        self._timers: dict[str, int] = {}
        self._stored: dict[str, int] = {}
        self._in_hand: set[str] = set()
        self._scheduler = AsyncIOScheduler(event_loop=asyncio.get_running_loop(), timezone="UTC")
        self._beats: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Set the timers, and look at the clocks every beat."""
        self._scheduler.start()
        self._beats = asyncio.create_task(self._beat())

    def stop(self) -> None:
        """Take the timers away; a run under way ends by itself."""
        if self._beats is not None:
            self._beats.cancel()
        self._scheduler.shutdown(wait=False)

    async def _beat(self) -> None:
        while True:
            with suppress(KairosError):  # told by whoever writes the history; tried again at the next beat
                await self._look()
            await asyncio.sleep(self._parts.beat_s)

    async def _look(self) -> None:
        """Heed what the clocks say, and how runs went that other processes are at."""
        self._timetable.look(self._parts.clock.now())
        for job in self._jobs:
            await self._follow(job)
        await self._set_timers()

    async def _follow(self, job: Job) -> None:
        name = job.plan.name
        if name in self._in_hand or not self._timetable.goes_on(name):
            return
        outcome = await asyncio.to_thread(self._turns.follow, job)
        if outcome is not None:
            self._timetable.ended(name, outcome)

    async def _turn(self, job: Job) -> None:
        """Run the job, unless the clocks changed their mind since its timer was set."""
        now, rule, name = self._parts.clock.now(), self._parts.rule(), job.plan.name
        if self._timetable.goes_on(name) or self._timetable.next_ms(job.plan, now, rule) > now.wall_ms:
            return  # the next beat sets another timer
        next_ms = self._timetable.start(job.plan, now, rule)
        self._in_hand.add(name)
        try:
            outcome = await asyncio.to_thread(self._turns.take, job, now, next_ms)
        finally:
            self._in_hand.discard(name)
        self._timetable.ended(name, outcome)
        self._stored[name] = next_ms
        with suppress(KairosError):
            await self._set_timers()

    async def _set_timers(self) -> None:
        """Have every job run when it is due."""
        now, rule = self._parts.clock.now(), self._parts.rule()
        found = [job for job in self._jobs if not self._timetable.goes_on(job.plan.name)]
        when = {job: self._timetable.next_ms(job.plan, now, rule) for job in found}
        for job, next_ms in when.items():
            self._set_timer(job, next_ms, now.wall_ms)
        told = {job.plan: one for job, one in when.items() if _apart(self._stored.get(job.plan.name), one)}
        if told:
            self._stored |= {plan.name: next_ms for plan, next_ms in told.items()}
            await asyncio.to_thread(self._parts.store.plan_next, told)

    def _set_timer(self, job: Job, next_ms: int, now_ms: int) -> None:
        name = job.plan.name
        if next_ms > now_ms and not _apart(self._timers.get(name), next_ms):
            return
        self._timers[name] = next_ms
        with suppress(JobLookupError):
            self._scheduler.remove_job(name)
        self._scheduler.add_job(self._turn, DateTrigger(utc(next_ms)), [job], id=name, misfire_grace_time=None)


def _apart(one_ms: int | None, other_ms: int) -> bool:
    return one_ms is None or abs(one_ms - other_ms) > _APART_MS
