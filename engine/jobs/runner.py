"""Runs the table of jobs with APScheduler on the recorder's own loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from engine.domain.errors import KairosError
from engine.jobs.schedule import Job

_log = logging.getLogger(__name__)


@contextmanager
def running(jobs: Iterable[Job]) -> Iterator[AsyncIOScheduler]:
    """Run the jobs on the present loop until the block ends; each works in the loop's default executor."""
    scheduler = AsyncIOScheduler(event_loop=asyncio.get_running_loop(), timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            _run,
            "interval",
            args=[job],
            id=job.name,
            seconds=job.every_s,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=job.late_s,
        )
    scheduler.start()
    try:
        yield scheduler
    finally:
        scheduler.shutdown(wait=False)


async def _run(job: Job) -> None:
    """Run one job; an expected failure waits for the next turn."""
    try:
        await asyncio.to_thread(job.run)
    except KairosError as error:
        _log.warning("job %s failed: %s", job.name, error.title)
