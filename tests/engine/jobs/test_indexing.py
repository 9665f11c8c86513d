"""The recorder has documents indexed where there are folders, and lets go of that process when it ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest

from engine.domain.job_runs import INDEX
from engine.jobs.indexing import BackgroundIndexing
from engine.launch import Worker, WorkerJob
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.settings import DocumentSettings, Settings, save_settings


@dataclass
class PlayedWorker:
    """A worker that runs until told."""

    running: bool = True
    ended: int = 0
    left: int = 0

    def runs(self) -> bool:
        return self.running

    def end(self) -> None:
        self.running = False
        self.ended += 1

    def let_go(self) -> None:
        self.left += 1


@dataclass
class Desk:
    """A profile, and the workers that were started for it."""

    paths: ProfilePaths
    folders: int = 1
    started: list[PlayedWorker] = field(default_factory=list)

    def indexing(self) -> BackgroundIndexing:
        return BackgroundIndexing(self.paths, lambda: self.folders, self._start)

    def _start(self, job: WorkerJob, paths: ProfilePaths) -> Worker:
        assert (job, paths) == (WorkerJob.INDEX, self.paths)
        self.started.append(PlayedWorker())
        return cast("Worker", self.started[-1])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(ProfilePaths(tmp_path / "profile").ensure())


def test_one_worker_at_a_time_is_started(desk: Desk) -> None:
    indexing = desk.indexing()
    indexing.look()
    indexing.look()
    assert len(desk.started) == 1
    desk.started[0].running = False
    indexing.look()
    assert len(desk.started) == 2
    assert desk.started[0].ended == 1, "what has ended is waited for"
    indexing.end()
    assert desk.started[1].left == 1
    indexing.look()
    assert len(desk.started) == 2


def test_without_folders_or_unwanted_none_is_started(desk: Desk) -> None:
    desk.folders = 0
    desk.indexing().look()
    desk.folders = 1
    save_settings(desk.paths.settings, replace(Settings(), documents=DocumentSettings(automatic=False)))
    desk.indexing().look()
    desk.paths.settings.write_text("no TOML [", encoding="utf-8")
    desk.indexing().look()
    assert desk.started == []


def test_another_process_at_work_is_left_alone(desk: Desk) -> None:
    with ProcessLock(desk.paths.worker_lock(WorkerJob.INDEX)) as lock:
        lock.acquire(who="worker")
        desk.indexing().look()
        assert desk.started == []
    desk.indexing().look()
    assert len(desk.started) == 1


def test_a_worker_that_cannot_be_started_is_no_error(desk: Desk) -> None:
    def refuse(_job: WorkerJob, _paths: ProfilePaths) -> Worker:
        raise OSError(11, "Resource temporarily unavailable")

    BackgroundIndexing(desk.paths, lambda: 1, refuse).look()


def test_documents_are_looked_at_every_quarter_of_an_hour() -> None:
    assert (INDEX.every_s, INDEX.rest_s) == (900, 120)


def test_whether_there_is_anything_to_do_is_told_without_doing_it(desk: Desk) -> None:
    indexing = desk.indexing()
    assert indexing.wanted()
    assert desk.started == []
    indexing.look()
    assert indexing.at_work()
    assert not indexing.wanted(), "somebody is at it"
