"""What the last full check found is kept beside the database, told once, and survives what it cannot read."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, fill, raw

from engine.domain.backups import CheckReport, Kind, Salvaged, Share
from engine.domain.errors import StorageBusy, StorageError
from engine.storage import connections
from engine.storage.whole_check import NAME, CheckFile, problems_of, salt_of

SALVAGED = Salvaged(7, Path("/p/aside"), 40, 2, 5, (Share(Kind.ACTIVITY, 3, 10, 20, 1), Share(Kind.RULE, 0)))
REPORT = CheckReport(6, whole=False, problems=("page 3",), salvaged=SALVAGED)
SALT = bytes(range(16))


@pytest.fixture
def file(tmp_path: Path) -> CheckFile:
    return CheckFile(tmp_path)


def test_before_the_first_check_nothing_is_known(file: CheckFile) -> None:
    assert (file.load(), file.untold(), file.salt(), file.known_damaged()) == (None, None, b"", False)


@pytest.mark.parametrize("report", [REPORT, CheckReport(6, whole=True, problems=())])
def test_a_report_comes_back_as_it_was(file: CheckFile, tmp_path: Path, report: CheckReport) -> None:
    file.save(report, SALT)
    again = CheckFile(tmp_path)
    assert again.load() == report
    assert again.salt() == SALT
    assert again.known_damaged() is not report.whole
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_a_check_that_finds_damage_keeps_the_salt_of_the_whole_file(file: CheckFile) -> None:
    file.save(CheckReport(1, whole=True, problems=()), SALT)
    file.save(REPORT)
    assert file.salt() == SALT


def test_what_became_of_a_damaged_one_is_told_once(file: CheckFile) -> None:
    file.save(REPORT)
    assert file.untold() == SALVAGED
    file.told()
    assert file.untold() is None
    assert file.load() == REPORT
    file.save(replace(REPORT, at_ms=9))
    assert file.untold() is None, "it is the same damage"
    later = replace(SALVAGED, at_ms=8)
    file.save(replace(REPORT, salvaged=later))
    assert file.untold() == later


def test_nothing_is_noted_as_told_where_there_was_nothing(file: CheckFile, tmp_path: Path) -> None:
    file.told()
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"at_ms": "x"}', '{"at_ms": 1, "whole": true}', "{", "[" * 100_000])
def test_a_file_that_says_nothing_is_as_none(file: CheckFile, tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert (file.load(), file.untold(), file.salt(), file.known_damaged()) == (None, None, b"", False)
    (tmp_path / NAME).write_text(json.dumps({"salt": "no hex"}), encoding="utf-8")
    assert file.salt() == b""


def test_a_whole_database_has_no_problems_and_its_salt_is_its_beginning(path: Path) -> None:
    fill(path, KEY)
    assert problems_of(path, KEY) == ()
    assert salt_of(path) == path.read_bytes()[:16]
    (said,) = problems_of(path, OTHER)
    assert said.startswith("It cannot be read: file is not a database")


def test_no_more_problems_are_listed_than_can_be_read(path: Path) -> None:
    fill(path, None)
    with closing(raw(path, None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM zone")
    found = problems_of(path, None)
    assert len(found) == 20
    assert all(one.endswith("names a missing zone") for one in found)


def test_a_locked_database_is_not_a_damaged_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path, None)
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.01)
    with closing(raw(path, None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageBusy):
            problems_of(path, None)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        CheckFile(tmp_path / "none").save(REPORT)
