from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import fill, raw
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.errors import StorageBusy
from engine.storage import bulk
from engine.storage.activities import ActivityStore
from engine.storage.connections import make_roomy
from engine.storage.database import Database


def _cache_kib(database: Database) -> int:
    with database.reading() as connection:
        return -int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())


def test_many_activities_at_once_have_room_in_memory_and_give_it_back(database: Database) -> None:
    usual = _cache_kib(database)
    with database.writing() as connection:
        make_roomy(connection)
        roomy = -int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    assert roomy >= 4 * usual
    assert _cache_kib(database) == usual


def test_who_does_not_wait_gives_the_connection_back_patient(database: Database, path: Path) -> None:
    with closing(raw(path, None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageBusy), database.writing(patient=False):
            pass
    for _ in range(2):
        with database.writing(patient=False) as connection:
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 30_000


def test_every_connection_is_set_up_alike(path: Path) -> None:
    fill(path, None, 1)
    wanted = {
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "journal_size_limit": 4 * 1024 * 1024,
        "busy_timeout": 30_000,
        "journal_mode": "wal",
    }
    with closing(raw(path, None)) as connection:
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        assert not connection.in_transaction


def test_an_import_asks_for_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(bulk, "make_roomy", asked.append)
    ActivityStore(database).insert_many([Activity(0, 10, seen("app"), ZONE)])
    assert len(asked) == 1
