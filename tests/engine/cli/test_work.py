"""`kairos work`: the worker by its name, for who wants to start it by hand."""

from __future__ import annotations

from pathlib import Path

from helpers.command_line import Commands, process
from helpers.document_profile import DocumentProfile

from engine.domain.documents import IndexPhase


def test_a_worker_started_by_hand_indexes_and_ends(tmp_path: Path) -> None:
    profile = DocumentProfile(tmp_path)
    try:
        profile.name()
        profile.write("a.md", "Alpha")
        done = process("work", "index", "--profile", str(profile.paths.folder))
        assert (done.status, done.out, done.err) == (0, "", "")
        assert profile.known().keys() == {"a.md"}
        assert (profile.status().phase, profile.status().pid) == (IndexPhase.IDLE, 0)
    finally:
        profile.close()


def test_only_indexing_watches(kairos: Commands) -> None:
    done = kairos("work", "embed", "--watch")
    assert done.status == 1
    assert "--watch goes with index alone" in done.err


def test_an_unknown_job_is_refused(kairos: Commands) -> None:
    assert kairos("work", "everything").status == 2
