"""Jobs run again and again, a failing one too, and stop with the block."""

from __future__ import annotations

import asyncio

from engine.domain.errors import StorageFull
from engine.jobs.runner import running
from engine.jobs.schedule import Job, recorder_jobs


def test_a_failing_job_is_tried_again_and_others_go_on() -> None:
    calls: list[str] = []

    def fail() -> None:
        calls.append("fail")
        raise StorageFull("no room")

    async def scenario() -> None:
        with running([Job("fails", 1, fail), Job("works", 1, lambda: calls.append("work"))]):
            while calls.count("fail") < 2 or calls.count("work") < 2:  # noqa: ASYNC110  (jobs give no event to wait for)
                await asyncio.sleep(0.05)

    asyncio.run(asyncio.wait_for(scenario(), 20))
    assert calls.count("fail") >= 2


def test_the_recorder_tidies_every_hour_however_late() -> None:
    tidy, _, _ = recorder_jobs(tidy=lambda: None, index=lambda: None, train=lambda: None)
    assert (tidy.name, tidy.every_s, tidy.late_s) == ("tidy", 3_600, None)
