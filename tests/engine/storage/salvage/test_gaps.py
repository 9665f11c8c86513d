"""Rows that name lost ones stay where they can: under a stand-in, with an empty place, or else they go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from helpers.storage_keys import fill, raw

from engine.storage.salvage.gaps import close_gaps


@pytest.fixture
def connection(path: Path) -> Iterator[Any]:
    """Three activities, each naming what is there."""
    with closing(raw(fill(path, None, 3), None)) as opened:
        opened.execute("PRAGMA foreign_keys = OFF")
        yield opened


def ask(connection: Any, question: str) -> list[tuple[object, ...]]:
    return list(connection.execute(question))


def mended(connection: Any, *statements: str) -> tuple[dict[str, int], int]:
    for statement in statements:
        connection.execute(statement)
    told: tuple[dict[str, int], int] = close_gaps(connection)
    assert ask(connection, "PRAGMA foreign_key_check") == []
    return told


def test_where_nothing_is_missing_nothing_changes(connection: Any) -> None:
    before = ask(connection, "SELECT * FROM activity")
    assert mended(connection) == ({}, 0)
    assert ask(connection, "SELECT * FROM activity") == before


@pytest.mark.parametrize(
    ("lost", "kept"),
    [
        ("DELETE FROM app", "SELECT DISTINCT app.name, executable, platform FROM look JOIN app ON app.id = app_id"),
        ("DELETE FROM source", "SELECT DISTINCT name FROM source JOIN activity ON source_id = source.id"),
    ],
)
def test_what_can_have_a_stand_in_gets_one(connection: Any, lost: str, kept: str) -> None:
    assert mended(connection, lost) == ({}, 0)
    (found,) = ask(connection, kept)
    assert found == ("(lost 1)", "", "")[: len(found)]
    assert ask(connection, "SELECT count(*) FROM activity") == [(3,)]


def test_a_lost_zone_is_one_a_clock_knows(connection: Any) -> None:
    lost = (
        "UPDATE activity SET zone_id = 7 WHERE start_ms = 10",
        "UPDATE activity SET zone_id = 8 WHERE start_ms = 20",
    )
    assert mended(connection, "INSERT INTO zone (name) VALUES ('UTC')", *lost) == ({}, 0)
    assert ask(connection, "SELECT name FROM zone WHERE id IN (7, 8) ORDER BY id") == [("Etc/UTC",), ("Etc/GMT",)]


def test_what_nothing_can_stand_in_for_leaves_an_empty_place(connection: Any) -> None:
    lost = "UPDATE activity SET batch_id = 5 WHERE start_ms = 10"
    assert mended(connection, lost, "UPDATE look SET category_id = 99 WHERE id = 1") == ({}, 0)
    assert ask(connection, "SELECT batch_id FROM activity") == [(None,)] * 3
    assert ask(connection, "SELECT category_id FROM look WHERE id = 1") == [(None,)]


def test_rows_that_need_a_lost_one_go_and_are_counted(connection: Any) -> None:
    assert mended(
        connection,
        "INSERT INTO dialogue VALUES (1, 'kept', 0)",
        "INSERT INTO dialogue_turn VALUES (1, 0, 0, 'q', '', 'a'), (2, 0, 0, 'q', '', 'a'), (3, 0, 0, 'q', '', 'a')",
        "INSERT INTO correction (group_id, kind, start_ms, end_ms, made_ms, zone, note) "
        "VALUES (4, 'label', 0, 1, 0, 'UTC', '')",
        "INSERT INTO open_activity VALUES (1, 777)",
    ) == ({"correction": 1, "open_activity": 1, "dialogue_turn": 2}, 0)
    assert ask(connection, "SELECT dialogue_id FROM dialogue_turn") == [(1,)]


def test_activities_of_a_lost_look_keep_their_time_under_a_name_that_says_so(connection: Any) -> None:
    assert mended(connection, "DELETE FROM look WHERE id IN (1, 2)") == ({}, 2)
    named = "SELECT look.id, app.name, text FROM look JOIN app ON app.id = app_id JOIN title ON title.id = title_id"
    assert ask(connection, f"{named} ORDER BY look.id")[:2] == [
        (1, "(lost)", "(lost look 1)"),
        (2, "(lost)", "(lost look 2)"),
    ]


def test_of_two_activities_at_one_time_the_earlier_stays(connection: Any) -> None:
    lost = "DELETE FROM activity WHERE start_ms = 10"
    for (name,) in ask(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    assert mended(connection, lost, "UPDATE activity SET end_ms = 25 WHERE start_ms = 0") == ({}, 0)
    assert ask(connection, "SELECT start_ms FROM activity") == [(0,)]
