"""Builds what a worker does for the day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from engine.bootstrap.mind_advice import local_clock
from engine.bootstrap.opening import open_database
from engine.bootstrap.whole import build_engine
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.jobs.day_work import DayWork

LOOKED_AHEAD_MS = 7 * 24 * 3_600_000
"""How far ahead conflicts are looked for."""


@contextmanager
def day_work(paths: ProfilePaths) -> Iterator[DayWork]:
    """Build what a worker does for the day and take it down again; raises Storage errors."""
    from engine.domain.job_runs import CALENDARS, DROP, ERASE, FIGURES, PLAN_DAY  # noqa: PLC0415
    from engine.jobs.day_work import DayWork  # noqa: PLC0415
    from engine.storage.jobs import JobStore  # noqa: PLC0415

    engine = build_engine(paths)
    database = open_database(engine.paths)  # with the key it found
    try:
        steps = {
            CALENDARS: lambda: _calendars(engine),
            PLAN_DAY: lambda: _day(engine),
            FIGURES: lambda: _figures(engine),
            DROP: lambda: _drop(engine),
            ERASE: lambda: _finish_erasing(engine),
        }
        yield DayWork(JobStore(database), local_clock(), steps)
    finally:
        database.close()
        engine.close()


def _calendars(engine: Engine) -> None:
    """Read what changed, and look whether the plan still holds where that brought anything."""
    read = engine.calendars.refresh().values()
    if any(one.added or one.changed or one.removed for one in read):
        _tell_conflicts(engine)


def _day(engine: Engine) -> None:
    """Begin the day with calendars as they are now and a plan that is known to hold, or said not to."""
    engine.calendars.refresh()
    _tell_conflicts(engine)


def _tell_conflicts(engine: Engine) -> None:
    """Have it said where planned times of the coming days came to be in each other's way."""
    from engine.planning.plan_changed import told  # noqa: PLC0415

    now_ms = local_clock().now().wall_ms
    count, about = told(engine.plan.conflicts(now_ms, now_ms + LOOKED_AHEAD_MS))
    if count:
        engine.notifications.plan_changed(count, about)


def _figures(engine: Engine) -> None:
    """Work out yesterday's focus figures, which are kept, so that nobody waits for them; write a letter that is due."""
    today = engine.history.today()
    yesterday = engine.reports.request(today - timedelta(days=1), today)
    engine.reports.report(yesterday, focus=True)
    engine.letters.write_due()


def _drop(engine: Engine) -> None:
    """Drop what is older than the limits the person agreed to."""
    if engine.retention.due():
        engine.retention.apply()


def _finish_erasing(engine: Engine) -> None:
    """Remove what an erase left outside of rows; what cannot be done yet is told and tried again."""
    from engine.domain.errors import StorageBusy  # noqa: PLC0415

    if troubles := engine.erasing.finish():
        raise StorageBusy(troubles[0])
