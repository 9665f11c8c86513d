"""Builds what happens by itself: how it stands, and what a worker does of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from engine.bootstrap.mind_advice import day_rule, local_clock
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine, Jobs
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.jobs.day_work import DayWork
    from engine.storage.database import Database


def build_jobs(database: Database, recorder_runs: Callable[[], bool]) -> Jobs:
    """Build what tells how the jobs stand."""
    from engine.api import Jobs  # noqa: PLC0415
    from engine.storage.jobs import JobStore  # noqa: PLC0415

    return Jobs(JobStore(database), recorder_runs)


def followed_rule(paths: ProfilePaths, clock: Clock) -> Callable[[], DayRule]:
    """Return what tells how the person's days are cut; the settings are read anew only where they changed."""
    known: dict[tuple[str, int], DayRule] = {}

    def rule() -> DayRule:
        mark = clock.now().zone, _changed_ns(paths)
        if mark not in known:
            known.clear()
            known[mark] = day_rule(paths, clock)
        return known[mark]

    return rule


def _changed_ns(paths: ProfilePaths) -> int:
    try:
        return paths.settings.stat().st_mtime_ns
    except OSError:
        return 0


@contextmanager
def day_work(paths: ProfilePaths) -> Iterator[DayWork]:
    """Build what a worker does for the day and take it down again; raises Storage errors."""
    from engine.bootstrap.whole import build_engine  # noqa: PLC0415
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
