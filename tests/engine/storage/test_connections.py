from __future__ import annotations

import pytest
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
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


def test_an_import_asks_for_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(bulk, "make_roomy", asked.append)
    ActivityStore(database).insert_many([Activity(0, 10, seen("app"), ZONE)])
    assert len(asked) == 1
