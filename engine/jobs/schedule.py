"""The table of recurring jobs: which there are and what does each, as plain values read by the runner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.domain.job_runs import (
    CALENDARS,
    DROP,
    ERASE,
    FIGURES,
    INDEX,
    JOBS,
    KEEP,
    PLAN_DAY,
    TIDY,
    TRAIN,
    JobPlan,
)
from engine.jobs.background import BackgroundWork


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Job:
    """One recurring job. wanted: whether there is anything to do at its turn.

    run: does it. at_work: where it only has another process do it, which stores how that went: whether one is at it.
    """

    plan: JobPlan
    run: Callable[[], None]
    wanted: Callable[[], bool] = _always
    at_work: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class RecorderWork:
    """What the recorder's jobs are done with.

    tidy: keeps the database's log short and its plans fresh. index: has documents looked at that changed. train: has
    the models learn what the day brought. planning: reads calendars anew, looks whether the day's plan still holds, and
    works out yesterday's focus figures. keeping: copies and checks the
    database. outdated: whether a calendar changed. planned: whether anything is planned.
    recorded: whether anything was recorded before today. limited: whether the person agreed to limits of how long
    what is kept. erasing: whether an erase left something to be finished.
    """

    tidy: Callable[[], None]
    index: BackgroundWork
    train: BackgroundWork
    planning: BackgroundWork
    keeping: BackgroundWork
    outdated: Callable[[], bool]
    planned: Callable[[], bool]
    recorded: Callable[[], bool]
    limited: Callable[[], bool]
    erasing: Callable[[], bool]


def recorder_jobs(work: RecorderWork) -> tuple[Job, ...]:
    """Return what the recorder does by itself, in the order of JOBS."""
    planning = work.planning
    found = {
        TIDY: Job(TIDY, work.tidy),
        INDEX: Job(INDEX, work.index.look, work.index.wanted),
        TRAIN: Job(TRAIN, work.train.look, work.train.wanted),
        CALENDARS: Job(CALENDARS, planning.look, work.outdated, planning.at_work),
        PLAN_DAY: Job(PLAN_DAY, planning.look, work.planned, planning.at_work),
        FIGURES: Job(FIGURES, planning.look, work.recorded, planning.at_work),
        KEEP: Job(KEEP, work.keeping.look, work.keeping.wanted, work.keeping.at_work),
        DROP: Job(DROP, planning.look, work.limited, planning.at_work),
        ERASE: Job(ERASE, planning.look, work.erasing, planning.at_work),
    }
    return tuple(found[plan] for plan in JOBS)
