"""Builds what tells how the jobs stand, and how the person's days are cut, cheaply asked again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.bootstrap.mind_advice import day_rule
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Jobs
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
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
