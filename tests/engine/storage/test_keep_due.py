"""When a copy and a check are wanted, by the files' times alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.storage.keep_due import check_wanted, checked_ms, copy_wanted

NOON = 1_795_348_800_000


def at(path: Path, moment_ms: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, ns=(moment_ms * 1_000_000, moment_ms * 1_000_000))
    return path


@pytest.mark.parametrize(
    ("written", "logged", "copied", "wanted"),
    [
        (NOON, None, None, True),
        (NOON - MS_PER_HOUR, None, NOON - MS_PER_MINUTE, False),
        (NOON - MS_PER_HOUR, NOON, NOON - 31 * MS_PER_MINUTE, True),
        (NOON, None, NOON - 29 * MS_PER_MINUTE, False),
        (NOON - 50 * MS_PER_MINUTE, None, NOON - 40 * MS_PER_MINUTE, False),
        (NOON - MS_PER_HOUR, None, NOON + MS_PER_HOUR, True),  # the clock was set back
    ],
)
def test_what_was_written_after_the_last_copy_is_copied(
    tmp_path: Path, written: int, logged: int | None, copied: int | None, wanted: bool
) -> None:
    database = at(tmp_path / "kairos.sqlite3", written)
    if logged is not None:
        at(tmp_path / "kairos.sqlite3-wal", logged)
    if copied is not None:
        at(tmp_path / "backups" / "kairos-1.sqlite3", copied)
    assert copy_wanted(database, tmp_path / "backups", NOON) is wanted


def test_nothing_is_copied_where_there_is_nothing(tmp_path: Path) -> None:
    assert not copy_wanted(tmp_path / "kairos.sqlite3", tmp_path / "backups", NOON)


def test_a_check_is_made_daily_and_after_a_start_but_not_twice_in_an_hour(tmp_path: Path) -> None:
    assert checked_ms(tmp_path / "check.json") is None
    assert checked_ms(at(tmp_path / "check.json", NOON)) == NOON
    assert check_wanted(None, 0, NOON)
    assert check_wanted(NOON - 24 * MS_PER_HOUR, 0, NOON)
    assert not check_wanted(NOON - 23 * MS_PER_HOUR, 0, NOON)
    assert check_wanted(NOON - 2 * MS_PER_HOUR, NOON - MS_PER_MINUTE, NOON)
    assert not check_wanted(NOON - 30 * MS_PER_MINUTE, NOON - MS_PER_MINUTE, NOON)
    assert check_wanted(NOON + MS_PER_HOUR, 0, NOON), "the clock was set back"
