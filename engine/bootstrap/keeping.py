"""Builds what keeps the data safe by itself: copies and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.clock import Clock
    from engine.jobs.day_work import DayWork


def keeping_wanted(paths: ProfilePaths, clock: Clock) -> Callable[[], bool]:
    """Return what tells whether there is anything to copy or to check; asked by the recorder, which opens nothing."""
    from engine.storage.keep_due import check_wanted, checked_ms, copy_wanted  # noqa: PLC0415

    started_ms = clock.now().wall_ms

    def wanted() -> bool:
        now_ms = clock.now().wall_ms
        if check_wanted(checked_ms(paths.check), started_ms, now_ms):
            return True
        return copy_wanted(paths.database, paths.backups, now_ms)

    return wanted


@contextmanager
def keeping(paths: ProfilePaths) -> Iterator[DayWork]:
    """Build what a worker does to keep the data safe, and take it down again; raises Storage errors."""
    from engine.api import Backups  # noqa: PLC0415
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415
    from engine.bootstrap.opening import open_database  # noqa: PLC0415
    from engine.domain.job_runs import KEEP  # noqa: PLC0415
    from engine.jobs.day_work import DayWork  # noqa: PLC0415
    from engine.jobs.keeping import Keeping  # noqa: PLC0415
    from engine.storage.jobs import JobStore  # noqa: PLC0415
    from engine.storage.recorder_status import RecorderStatusStore  # noqa: PLC0415

    database, clock = open_database(paths), local_clock()
    try:
        health = RecorderStatusStore(database).load()
        started_ms = 0 if health is None else health.started_ms or 0
        work = Keeping(Backups(replace(paths, key=database.key), database, clock), clock, started_ms)
        yield DayWork(JobStore(database), clock, {KEEP: work.run})
    finally:
        database.close()
