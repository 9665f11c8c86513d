"""What goes on is found by its own small table, also where SQLite has no statistics yet, as after a first import."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from helpers.storage_samples import ZONE, seen
from sqlalchemy import Connection, event

from engine.domain.activity import Activity
from engine.domain.changes import Begin
from engine.storage.active_time import _OPEN as OPEN_TIME
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.erase.rows import _OPEN as OPEN_ROWS
from engine.storage.queries.history import opened
from engine.storage.training_facts import _OPEN as OPEN_PRESENCE


def _opened(connection: Connection) -> list[str]:
    said: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        said.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    assert len(opened(connection, 0, 1 << 43, None)) == 1
    event.remove(connection, "before_cursor_execute", note)
    return [plan for statement, values in said for plan in _plan(connection, statement, values)]


def _plan(connection: Connection, statement: str, values: object) -> list[str]:
    return [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]  # type: ignore[arg-type]


def _of(statement: str) -> Callable[[Connection], list[str]]:
    return lambda connection: _plan(connection, statement, (0,) * statement.count("?"))


@pytest.mark.parametrize(
    "plans",
    [_opened, _of(OPEN_TIME), _of(str(OPEN_ROWS)), _of(OPEN_PRESENCE)],
    ids=["history", "time", "erase", "mind"],
)
def test_no_history_is_gone_through(database: Database, plans: Callable[[Connection], list[str]]) -> None:
    store = ActivityStore(database)
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"{n}"), ZONE) for n in range(50))
    store.apply([Begin(1_000, seen("open"), ZONE)])
    with database.reading() as connection:
        found = plans(connection)
    assert any("SEARCH activity" in step for step in found)
    assert not any("SCAN activity" in step for step in found)
