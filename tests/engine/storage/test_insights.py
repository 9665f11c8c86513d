"""Findings as stored: they come back as they were, and are gone with the history they were found in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.found import FOUND
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.clock import MS_PER_HOUR
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.insights import InsightStore


def test_findings_come_back_as_they_were(database: Database) -> None:
    store = InsightStore(database)
    assert store.found() is None
    assert store.replace(FOUND, store.mark())
    assert store.found() == FOUND
    assert store.replace(replace(FOUND, habits=()), store.mark())
    found = store.found()
    assert found is not None
    assert found.habits == ()
    store.clear()
    assert store.found() is None


def test_with_the_history_the_findings_are_gone(database: Database) -> None:
    activities, store = ActivityStore(database), InsightStore(database)
    activities.insert_many([Activity(MS_PER_HOUR, 2 * MS_PER_HOUR, seen("editor", "a"), ZONE, "sample"),
                    Activity(20 * MS_PER_HOUR, 21 * MS_PER_HOUR, seen("editor", "b"), ZONE, "sample")])  # fmt: skip
    mark = store.mark()
    assert store.replace(FOUND, mark)
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM activity WHERE start_ms = ?", (20 * MS_PER_HOUR,))
    assert store.found() == FOUND, "what came after them is none of theirs"
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM activity")
    assert store.found() is None
    assert not store.replace(FOUND, mark), "read before the history was erased"
    assert store.found() is None
    assert store.replace(FOUND, store.mark())


def test_findings_of_another_version_are_found_anew(database: Database) -> None:
    store = InsightStore(database)
    store.replace(FOUND, store.mark())
    with database.writing() as connection:
        connection.exec_driver_sql("""UPDATE insight SET value = '{"kind": "unknown"}' WHERE kind = 'habit'""")
    assert store.found() is None


DAMAGE = (
    ("habit", "{"),
    ("habit", "null"),
    ("topic", "[1]"),
    ("summary", '{"days": 1e999}'),
    ("summary", "[]"),
    ("change", "[" * 100_000),
    ("habit", ('"of": ', '"of": 0, "was": ')),
    ("habit", ('"p": ', '"p": -3, "was": ')),
    ("topic", ('"share": ', '"share": NaN, "was": ')),
    ("topic", ('"share": ', '"share": 40.0, "was": ')),
    ("day_shape", ('"value": ', '"value": Infinity, "was": ')),
    ("change", ('"after": ', '"after": 1e300, "was": ')),
)


@pytest.mark.parametrize(("kind", "damage"), DAMAGE)
def test_damaged_findings_are_none_and_are_found_anew(
    database: Database, kind: str, damage: str | tuple[str, str]
) -> None:
    store = InsightStore(database)
    store.replace(FOUND, store.mark())
    with database.writing() as connection:
        value = connection.exec_driver_sql("SELECT value FROM insight WHERE kind = ?", (kind,)).scalars().first()
        assert value is not None
        hurt = damage if isinstance(damage, str) else value.replace(*damage)
        assert hurt != value
        connection.exec_driver_sql("UPDATE insight SET value = ? WHERE kind = ?", (hurt, kind))
    assert store.found() is None
    store.topics()  # what hits have from it does not fall over either
    assert store.replace(FOUND, store.mark())
    assert store.found() == FOUND
