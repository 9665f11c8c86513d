"""Two copies of the same data are told by their marks and names; whatever a person would miss changes the mark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from helpers.storage_keys import fill, raw

from engine.domain.backups import Backup, BackupReason
from engine.storage.backup_facts import Facts, counts_of, facts_of
from engine.storage.backup_names import name_of, read_name
from engine.storage.database import Database
from engine.storage.tables import SCHEMA_VERSION, metadata

NOON = 1_795_348_800_007


@pytest.fixture
def connection(path: Path) -> Iterator[Any]:
    with closing(raw(fill(path, None, 3), None)) as opened:
        yield opened


def test_what_it_holds_in_a_few_numbers(connection: Any) -> None:
    facts = facts_of(connection)
    assert (facts.schema, facts.activities, facts.last_ms) == (SCHEMA_VERSION, 3, 30)
    assert facts == facts_of(connection)
    assert len(facts.mark) == 16
    counted = counts_of(connection)
    assert (counted["activity"], counted["app"], counted["title"], counted["tag"]) == (3, 1, 3, 0)
    assert set(metadata.tables) <= set(counted)


def test_an_empty_one_has_no_last_moment(tmp_path: Path) -> None:
    Database.open(tmp_path / "a" / "kairos.sqlite3").close()
    with closing(raw(tmp_path / "a" / "kairos.sqlite3", None)) as empty:
        assert (facts_of(empty).activities, facts_of(empty).last_ms) == (0, None)
    with closing(raw(tmp_path / "b.sqlite3", None)) as nothing:
        assert facts_of(nothing) == Facts(0, 0, None, facts_of(nothing).mark)
        assert counts_of(nothing) == {}


@pytest.mark.parametrize(
    ("statement", "changes"),
    [
        ("UPDATE title SET text = 'other' WHERE id = 1", True),
        ("INSERT INTO tag (name) VALUES ('x')", True),
        ("UPDATE activity SET end_ms = 29 WHERE start_ms = 20", True),
        ("DELETE FROM activity WHERE start_ms = 10", True),
        ("DROP TABLE job", False),
        ("DROP TABLE recorder_status", False),
    ],
)
def test_the_mark_follows_what_a_person_would_miss(connection: Any, statement: str, changes: bool) -> None:
    before = facts_of(connection).mark
    connection.execute(statement)
    assert (facts_of(connection).mark != before) is changes


def test_a_large_table_is_told_by_how_many_and_the_last(connection: Any) -> None:
    connection.execute("CREATE TABLE large (id INTEGER PRIMARY KEY, text TEXT) STRICT")
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, 'x' FROM n"
    connection.execute(f"INSERT INTO large {numbers}")
    seen = [facts_of(connection).mark]
    for statement, changes in (
        ("UPDATE large SET text = 'y' WHERE id = 7", True),  # 2,000 rows are read
        ("INSERT INTO large VALUES (2001, 'x')", True),
        ("UPDATE large SET text = 'z' WHERE id = 7", False),  # one more are not
        ("UPDATE large SET id = 2002 WHERE id = 2001", True),
        ("DELETE FROM large WHERE id = 7", True),
    ):
        connection.execute(statement)
        seen.append(facts_of(connection).mark)
        assert (seen[-1] != seen[-2]) is changes, statement


def test_a_table_of_any_name_is_counted(connection: Any) -> None:
    connection.execute('CREATE TABLE "odd \'"" name" AS SELECT 1')
    assert counts_of(connection)["odd '\" name"] == 1


@pytest.mark.parametrize("last", [None, 0, 1_795_348_800_000])
def test_a_name_says_everything_and_is_read_again(tmp_path: Path, last: int | None) -> None:
    facts = Facts(9, 1_234, last, "00ff00ff00ff00ff")
    name = name_of("kairos", 12, NOON, BackupReason.BULK_EDIT, facts)
    told = "" if last is None else str(last)
    assert name == f"kairos-000012-20261122T120000007-bulk_edit-s9-a1234-l{told}-00ff00ff00ff00ff.sqlite3"
    assert read_name(tmp_path / name, 5, encrypted=True) == Backup(
        tmp_path / name, NOON, 5, 9, BackupReason.BULK_EDIT, True, 1_234, last, 12, "00ff00ff00ff00ff"
    )


@pytest.mark.parametrize("wrong", [("bulk_edit", "whim"), ("T12", "T25"), ("000012", "12"), ("sqlite3", "sqlite4")])
def test_other_names_are_not_read(tmp_path: Path, wrong: tuple[str, str]) -> None:
    name = name_of("kairos", 12, NOON, BackupReason.BULK_EDIT, Facts(9, 1, None, "ff"))
    assert read_name(tmp_path / name.replace(*wrong), 5, encrypted=False) is None
