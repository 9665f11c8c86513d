"""Every table and every file of a profile has its line: how long it is kept, and how it is erased."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest
from helpers.canaries import plant

from engine.bootstrap import build_engine
from engine.domain.backups import BackupReason
from engine.domain.retention import Tier
from engine.paths import ProfilePaths
from engine.storage.contents import KINDS
from engine.storage.database import Database
from engine.storage.erase.everything import STANDING
from engine.storage.erase.inventory import FILES, TABLES, How
from engine.storage.tables import metadata


def test_every_table_has_its_line_and_no_other() -> None:
    assert TABLES.keys() == metadata.tables.keys()


def test_tables_of_the_index_of_words_are_the_only_ones_besides(database: Database) -> None:
    with database.reading() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())
    others = {name for name in names - TABLES.keys() if not name.startswith("chunk_words")}
    assert others == {"alembic_version", "sqlite_sequence"}


def test_what_stands_when_everything_goes_says_nothing_of_the_person() -> None:
    assert {TABLES[name].tier for name in STANDING} == {Tier.WORKING}
    assert {TABLES[name].how for name in STANDING} == {How.NUMBERS}


def test_whoever_shows_what_is_stored_knows_the_same_tables() -> None:
    shown = [name for kind in KINDS.values() for name in (*(table for table, _ in kind.counted), *kind.beside)]
    assert sorted(shown) == sorted(TABLES)


@pytest.mark.parametrize("column", ["title", "text", "app", "question", "subject"])
def test_tables_with_such_a_column_are_kept_for_ever_only_by_the_person(column: str) -> None:
    bearing = [name for name, table in metadata.tables.items() if column in table.columns]
    assert bearing
    assert not [name for name in bearing if TABLES[name].tier in {Tier.EVER, Tier.WORKING}]


def test_every_file_of_a_profile_has_its_line(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine = build_engine(paths)
    engine.preferences.change(engine.preferences.load())
    engine.backups.make(BackupReason.BY_HAND)
    engine.backups.check()
    engine.close()
    database = Database.open(paths.database)
    plant(paths.folder, database, "zebra")
    there = {path.name for path in paths.folder.iterdir()}
    database.close()
    assert not [name for name in there if not any(fnmatch(name, pattern) for pattern in FILES)]
