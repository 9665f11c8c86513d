"""Builds the recorder's service."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.bootstrap.desktop import companions, desktop
from engine.bootstrap.opening import open_database
from engine.bootstrap.rules import rules_in_force
from engine.bootstrap.shortcut import listening
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.storage.database import Database
    from engine.tracking.service import RecorderService
    from engine.tracking.tracker import Admits


@contextmanager
def recording(paths: ProfilePaths) -> Iterator[RecorderService]:
    """Build the recorder's service in the running loop and take it down again.

    Raises StorageError, SettingsError, PatternError or ProbeUnavailable with what to do.
    """
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.commands import CommandQueue  # noqa: PLC0415
    from engine.storage.encryption import remove_draft  # noqa: PLC0415
    from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415
    from engine.storage.recorder_status import RecorderStatusStore  # noqa: PLC0415
    from engine.tracking.journal import Journal  # noqa: PLC0415
    from engine.tracking.platforms.choose import choose_probe  # noqa: PLC0415
    from engine.tracking.privacy.refuse_all import RefuseAll  # noqa: PLC0415
    from engine.tracking.service import RecorderParts, RecorderService  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    load_filter = _filter_loader(paths)
    load_filter()  # settings that cannot be used stop the recorder before it touches anything
    probe = choose_probe(os.environ, platform.system())
    remove_draft(paths.database)  # none is made beside a recorder
    database = open_database(paths)
    paths = replace(paths, key=database.key)  # for the workers it starts
    heartbeat, clock = HeartbeatFile(paths.heartbeat), SystemClock(LocalZone())
    try:
        store = ActivityStore(database, labeller=rules_in_force(database))
        parts = RecorderParts(
            clock=clock,
            probe=probe,
            companions=companions(),
            look=desktop,
            load_filter=load_filter,
            refuse_all=RefuseAll(),
            journal=lambda notice: Journal(store, heartbeat, notice),
            status=RecorderStatusStore(database),
            commands=CommandQueue(database),
            changed=database.data_version,
        )
        with listening(probe, paths) as shortcut, _jobs(paths, database, clock):
            yield RecorderService(replace(parts, shortcut=shortcut))
    finally:
        heartbeat.close()
        database.close()


@contextmanager
def _jobs(paths: ProfilePaths, database: Database, clock: Clock) -> Iterator[None]:
    """Run what the recorder does by itself, until the block ends."""
    from engine.bootstrap.jobs import followed_rule  # noqa: PLC0415
    from engine.bootstrap.keeping import keeping_wanted  # noqa: PLC0415
    from engine.domain.days import day_bounds, day_of  # noqa: PLC0415
    from engine.jobs.background import BackgroundWork  # noqa: PLC0415
    from engine.jobs.indexing import BackgroundIndexing  # noqa: PLC0415
    from engine.jobs.runner import RunnerParts, running  # noqa: PLC0415
    from engine.jobs.schedule import RecorderWork, recorder_jobs  # noqa: PLC0415
    from engine.jobs.training import BackgroundTraining  # noqa: PLC0415
    from engine.launch import WorkerJob  # noqa: PLC0415
    from engine.power import has_spare  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.storage.day_facts import DayFacts  # noqa: PLC0415
    from engine.storage.jobs import JobStore  # noqa: PLC0415
    from engine.storage.named_folders import named_folders  # noqa: PLC0415
    from engine.storage.training_facts import training_facts  # noqa: PLC0415

    rule, facts = followed_rule(paths, clock), DayFacts(database)
    work = RecorderWork(
        tidy=database.checkpoint,
        index=BackgroundIndexing(paths, named_folders(database)),
        train=BackgroundTraining(paths, training_facts(database), lambda: clock.now().wall_ms, has_spare),
        planning=BackgroundWork(WorkerJob.PLAN, paths, lambda: True),
        keeping=BackgroundWork(WorkerJob.KEEP, paths, keeping_wanted(paths, clock)),
        outdated=lambda: facts.watches() and _outdated(database, paths, rule),
        planned=facts.plans,
        limited=lambda: load_settings(paths.settings).retention.agreed,
        erasing=facts.erasing,
        recorded=lambda: facts.recorded_before(day_bounds(day_of(clock.now().wall_ms, rule()), rule()).start_ms),
    )
    try:
        with running(recorder_jobs(work), RunnerParts(JobStore(database), clock, rule)):
            yield
    finally:
        for one in (work.index, work.train, work.planning, work.keeping):
            one.end()


def _outdated(database: Database, paths: ProfilePaths, rule: Callable[[], DayRule]) -> bool:
    """Return whether a watched calendar changed; what tells it is loaded only where one is watched."""
    from engine.bootstrap.calendars import build_calendar_watch  # noqa: PLC0415

    return build_calendar_watch(database, paths, rule).outdated()


def _filter_loader(paths: ProfilePaths) -> Callable[[], tuple[Admits, int]]:
    from engine.history.sites import is_browser  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.tracking.open_files import ShownFiles, WithDocuments  # noqa: PLC0415
    from engine.tracking.privacy.filter import PrivacyFilter  # noqa: PLC0415

    files = ShownFiles(is_browser)

    def load() -> tuple[Admits, int]:
        settings = load_settings(paths.settings)
        rules = PrivacyFilter(settings.tracking, settings.privacy)
        return WithDocuments(rules, files.of), settings.tracking.idle_after_s * 1_000

    return load
