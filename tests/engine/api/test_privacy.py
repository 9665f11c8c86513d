"""A person is told what there is of theirs: rows, files, what the last minutes left, connections, diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.recorder_traces import RecorderTraces
from helpers.storage_samples import seen

from engine.api import Engine
from engine.api.privacy import files_of, lately_of
from engine.bootstrap import build_engine
from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.changes import Begin
from engine.domain.presence import Presence
from engine.domain.stored import FileKind, Lately, StoredKind
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore

PRIVATE = Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def engine(paths: ProfilePaths) -> Iterator[Engine]:
    engine = build_engine(paths)
    yield engine
    engine.close()


def test_all_files_are_measured_and_told_apart(paths: ProfilePaths, engine: Engine) -> None:
    paths.backups.mkdir()
    (paths.backups / "one.sqlite3").write_bytes(b"x" * 700)
    (paths.backups / "keys.json").write_bytes(b"x" * 70)
    paths.models.mkdir()
    (paths.models / "run-1.safetensors").write_bytes(b"x" * 50)
    (paths.models / "run-1.safetensors").chmod(0o644)
    (paths.folder / "link").symlink_to(paths.backups / "one.sqlite3")
    for name in ("one.sqlite3", "keys.json"):
        (paths.backups / name).chmod(0o600)
    told = {one.kind: one for one in files_of(paths)}
    assert (told[FileKind.BACKUPS].files, told[FileKind.BACKUPS].bytes) == (2, 770)
    assert (told[FileKind.MODELS].bytes, told[FileKind.MODELS].open_to_others) == (50, 1)
    assert told[FileKind.DATABASE].files >= 1
    assert told[FileKind.DATABASE].open_to_others == 0
    stored = engine.privacy.stored()
    assert stored.bytes >= 820
    assert stored.encrypted is False
    assert stored.network.opened == 0
    assert {one.kind for one in stored.rows} == set(StoredKind)


def test_a_private_window_leaves_a_length_and_no_name(paths: ProfilePaths, engine: Engine) -> None:
    since = engine.privacy.now_ms() - 60_000
    with RecorderTraces(paths) as recorder:
        ActivityStore(recorder.database).apply([Begin(since, seen(title="plan"), "UTC")])
        first = engine.privacy.lately(since)
        assert (first.named, first.titles, first.withheld) == (1, 1, 0)
        ActivityStore(recorder.database).apply([Begin(since + 20_000, PRIVATE, "UTC")])
        found = engine.privacy.lately(since)
    assert (found.named, found.titles, found.withheld, found.leaked) == (1, 1, 1, 0)
    assert engine.privacy.lately(since + 30_000).named == 0


def test_lengths_are_cut_to_what_was_asked_for_and_leaks_are_seen() -> None:
    activities = [
        Activity(0, 50_000, seen(), "UTC"),
        Activity(50_000, 80_000, PRIVATE, "UTC"),
        Activity(80_000, 80_000, seen(), "UTC"),
        Activity(80_000, 90_000, Observed(Presence.IDLE), "UTC"),
        Activity(90_000, 95_000, Observed(Presence.ACTIVE, "browser", withheld=Withheld.EXCLUDED), "UTC"),
    ]
    assert lately_of(activities, 60_000, 95_000) == Lately(
        60_000, 95_000, named=0, titles=0, withheld=2, withheld_ms=25_000, leaked=1, away=1
    )


def test_diagnostics_are_text_without_the_folder(paths: ProfilePaths, engine: Engine) -> None:
    told = engine.privacy.diagnostics()
    assert told.startswith("Kairos ")
    assert str(paths.folder) not in told
