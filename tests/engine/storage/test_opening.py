from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, ask, fill
from helpers.storage_programs import finish, start
from helpers.storage_samples import ZONE, seen
from sqlalchemy import Connection

from engine.domain.changes import Begin, End
from engine.domain.database_key import DatabaseKey
from engine.storage.activities import ActivityStore
from engine.storage.database import Database, MissingDatabase
from engine.storage.header import APPLICATION_ID
from engine.storage.tables import SCHEMA_VERSION

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_connection_is_set_up_for_safety(database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "busy_timeout": 30_000,
        "temp_store": 2,
        "trusted_schema": 0,
    }
    with database.reading() as first, database.writing() as second, database.reading() as third:
        for connection in (first, second, third):
            assert {name: _pragma(connection, name) for name in wanted} == wanted


@posix
@pytest.mark.usefixtures("open_umask")
def test_files_are_private_under_any_umask(path: Path) -> None:
    database = Database.open(path)
    ActivityStore(database).apply([Begin(0, seen(), ZONE), End(5)])
    modes = {file.name: _mode(file) for file in path.parent.iterdir()}
    folder = _mode(path.parent)
    database.close()
    assert modes == {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}
    assert folder == 0o700


@posix
def test_files_can_be_used_under_a_umask_that_takes_everything(path: Path) -> None:
    before = os.umask(0o777)
    try:
        Database.open(path).close()
    finally:
        os.umask(before)
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)


@posix
def test_a_database_others_could_read_becomes_private(path: Path) -> None:
    Database.open(path).close()
    path.chmod(0o644)
    Database.open(path).close()
    assert _mode(path) == 0o600


def test_what_was_stored_is_there_after_reopening(path: Path) -> None:
    first = Database.open(path)
    ActivityStore(first).apply([Begin(1_000, seen(), ZONE), End(2_000)])
    first.close()
    second = Database.open(path)
    found = ActivityStore(second).between(0, 9_000)
    second.close()
    assert [(one.start_ms, one.end_ms, one.what, one.zone) for one in found] == [(1_000, 2_000, seen(), ZONE)]


def test_closing_leaves_one_file(path: Path) -> None:
    database = Database.open(path)
    ActivityStore(database).apply([Begin(1_000, seen(), ZONE)])
    assert database.data_version() > 0
    database.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nothing_recorded_yet_is_said_and_nothing_is_made(path: Path) -> None:
    with pytest.raises(MissingDatabase, match="kairos record"):
        Database.open_existing(path)
    assert not path.parent.exists()


def test_open_existing_opens_what_is_there(path: Path) -> None:
    Database.open(path).close()
    again = Database.open_existing(path)
    assert again.integrity() == []
    again.close()


def test_a_file_a_killed_creation_left_empty_is_filled(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    database = Database.open(path)
    assert ActivityStore(database).count() == 0
    database.close()


def test_many_processes_may_create_it_at_once(path: Path) -> None:
    program = (
        "d = Database.open(path); ActivityStore(d, sys.argv[2]).apply([Begin(1, seen('a'), 'UTC'), End(2)]); d.close()"
    )
    running = [start(program, path, f"source {number}") for number in range(8)]
    assert [finish(process)[0] for process in running] == [0] * 8
    database = Database.open(path)
    assert ActivityStore(database).count() == 8
    assert database.integrity() == []
    database.close()


def test_neither_orm_nor_alembic_is_loaded_by_normal_use(path: Path) -> None:
    show = (
        "import sys\nfrom pathlib import Path\nfrom engine.storage.database import Database\n"
        "from engine.storage.activities import ActivityStore\nfrom engine.storage.commands import CommandQueue\n"
        "from engine.storage.recorder_status import RecorderStatusStore\n"
        "d = Database.open(Path(sys.argv[1])); ActivityStore(d).between(0, 5); d.checkpoint(); d.close()\n"
        "print([m for m in ('sqlalchemy.orm', 'alembic', 'sqlite3') if m in sys.modules])"
    )
    for _ in range(2):  # creating, then opening
        command = [sys.executable, "-c", show, str(path)]
        assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "[]\n"


def test_the_heartbeat_needs_no_database_library() -> None:
    show = "import sys, engine.storage.heartbeat\nprint('sqlalchemy' in sys.modules)"
    command = [sys.executable, "-c", show]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "False\n"


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_backup_put_in_its_place_by_hand_uses_a_log_again(path: Path, key: DatabaseKey | None) -> None:
    fill(path, key)
    assert ask(path, key, "PRAGMA journal_mode = DELETE") == [("delete",)]
    database = Database.open(path, key)
    assert ActivityStore(database).count() == 300
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    database.close()
