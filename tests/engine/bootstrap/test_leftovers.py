"""What a killed change of the database left beside it goes as soon as anybody opens the profile."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from helpers.locked_profile import locked_profile

from engine.bootstrap import build_engine
from engine.bootstrap.opening import open_database
from engine.domain.erasing import EraseChoice
from engine.locks import ProcessLock
from engine.paths import ProfilePaths

ENDINGS = [f".{kind}{beside}" for kind in ("converted", "restored", "salvaging") for beside in ("", "-wal", "-shm")]


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    """A profile in which every kind of change was killed."""
    paths = locked_profile(tmp_path)
    open_database(paths).close()
    leave(paths)
    return paths


def leave(paths: ProfilePaths) -> None:
    for ending in ENDINGS:
        paths.database.with_name(paths.database.name + ending).write_bytes(b"SQLite format 3\x00 in the clear")


def left(paths: ProfilePaths) -> set[str]:
    return {one.name.removeprefix(f"{paths.database.name}.") for one in paths.folder.glob(f"{paths.database.name}.*")}


def test_it_goes_when_the_profile_is_opened(paths: ProfilePaths) -> None:
    open_database(paths).close()
    assert left(paths) == set()


def test_it_goes_when_something_is_erased(paths: ProfilePaths) -> None:
    engine = build_engine(paths)
    leave(paths)
    done = engine.erasing.erase(EraseChoice(app="nothing of that name"))
    engine.close()
    assert (left(paths), done.troubles) == (set(), ())


def test_what_a_running_change_writes_stays(paths: ProfilePaths) -> None:
    with ProcessLock(paths.keys_lock) as keys:
        keys.acquire(who="change of keys")
        open_database(paths).close()
        assert left(paths) == {"converted", "converted-wal", "converted-shm"}
    leave(paths)
    with ProcessLock(paths.window_lock) as window:
        window.acquire(who="window")
        paths.window_lock.write_text("1\n")  # another process's
        open_database(paths).close()
        assert left(paths) == {
            f"{kind}{beside}" for kind in ("restored", "salvaging") for beside in ("", "-wal", "-shm")
        }


def test_what_cannot_be_removed_keeps_nobody_from_opening(paths: ProfilePaths) -> None:
    stuck = paths.database.with_name(f"{paths.database.name}.converted")
    stuck.unlink()
    stuck.mkdir()
    with closing(open_database(paths)) as database:
        assert database.integrity() == []
