"""Builds what a worker does for the day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from engine.bootstrap.mind_advice import local_clock
from engine.bootstrap.whole import build_engine
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.jobs.day_work import DayWork


@contextmanager
def day_work(paths: ProfilePaths) -> Iterator[DayWork]:
    """Build what a worker does for the day and take it down again; raises Storage errors."""
    from engine.domain.job_runs import FIGURES  # noqa: PLC0415
    from engine.jobs.day_work import DayWork  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.storage.jobs import JobStore  # noqa: PLC0415

    engine, database = build_engine(paths), Database.open(paths.database)
    try:
        steps = {FIGURES: lambda: _figures(engine)}
        yield DayWork(JobStore(database), local_clock(), steps)
    finally:
        database.close()
        engine.close()


def _figures(engine: Engine) -> None:
    """Work out yesterday's focus figures, which are kept, so that nobody waits for them."""
    today = engine.history.today()
    yesterday = engine.reports.request(today - timedelta(days=1), today)
    engine.reports.report(yesterday, focus=True)
