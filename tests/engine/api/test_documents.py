"""The front door to documents: it starts one worker, ends it, and does not take a dead one's word."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.document_profile import DocumentProfile, wait_until

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.documents import Folder, IndexPhase, IndexStatus
from engine.domain.errors import AlreadyRunning, FolderTooWide, UsageError
from engine.launch import WorkerJob
from engine.locks import ProcessLock, is_held
from engine.storage.database import Database
from engine.storage.index_status import IndexStatusStore


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[DocumentProfile]:
    made = DocumentProfile(tmp_path)
    yield made
    made.close()


@pytest.fixture
def engine(profile: DocumentProfile) -> Iterator[Engine]:
    built = build_engine(profile.paths)
    yield built
    built.close()


def test_folders_are_named_changed_and_found(engine: Engine, profile: DocumentProfile) -> None:
    documents = engine.documents
    added = documents.add_folder(str(profile.folder), include=("*.md",))
    assert documents.folders() == [added]
    documents.change_folder(replace(added, include=(), exclude=("drafts/",), path="/elsewhere"))
    assert documents.folders() == [Folder(added.id, str(profile.folder), exclude=("drafts/",))], "its path stays"
    with pytest.raises(UsageError, match="matches nothing"):
        documents.change_folder(replace(added, include=("[",)))
    assert documents.find_folder(str(profile.folder)) == documents.find_folder(str(added.id))
    with pytest.raises(UsageError, match="none of your folders"):
        documents.find_folder("7")
    documents.remove_folder(added.id)
    with pytest.raises(FolderTooWide):
        documents.add_folder("/")
    assert documents.folders() == []


def test_one_worker_is_started_and_ends_with_the_engine(engine: Engine, profile: DocumentProfile) -> None:
    documents = engine.documents
    assert not documents.start_indexing(), "without a folder there is nothing to do"
    profile.name()
    profile.write("a.md", "Alpha")
    assert documents.start_indexing()
    assert not documents.start_indexing()
    wait_until(lambda: documents.overview().indexed == 1, "the document")
    wait_until(lambda: documents.status().phase is IndexPhase.IDLE, "rest")
    assert documents.works()
    documents.pause()
    assert documents.status().phase is IndexPhase.PAUSED
    documents.resume()
    assert documents.status().phase is IndexPhase.IDLE
    profile.folder.rename(profile.folder.with_name("away"))
    assert documents.start_indexing(forget_missing=True), "the one at work is told anew"
    wait_until(lambda: documents.overview().indexed == 0, "what is gone for good")
    documents.close()
    assert not documents.works()


def test_another_processes_work_is_not_disturbed(engine: Engine, profile: DocumentProfile) -> None:
    profile.name()
    with ProcessLock(profile.paths.worker_lock(WorkerJob.INDEX)) as lock:
        lock.acquire(who="worker")
        with pytest.raises(AlreadyRunning):
            engine.documents.start_indexing(forget_missing=True)
    assert not is_held(profile.paths.worker_lock(WorkerJob.INDEX))


def test_what_a_dead_worker_left_is_not_taken_for_work(engine: Engine, profile: DocumentProfile) -> None:
    database = Database.open(profile.paths.database)
    IndexStatusStore(database).save(IndexStatus(IndexPhase.WORDS, 3, 9, 1, "", 99, 2))
    database.close()
    assert engine.documents.status() == IndexStatus(IndexPhase.IDLE, 3, 9, 1, "", 0, 2)
    with ProcessLock(profile.paths.worker_lock(WorkerJob.EMBED)) as lock:
        lock.acquire(who="worker")
        assert engine.documents.status().phase is IndexPhase.WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_folder_whose_name_is_no_text_is_kept(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / b"caf\xe9".decode("utf-8", "surrogateescape")
    folder.mkdir()
    assert engine.documents.add_folder(str(folder)).path == str(folder)
    assert engine.documents.folders()[0].path == str(folder)
    (count,) = engine.documents.overview().folders
    assert count.there
