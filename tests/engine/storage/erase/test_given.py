"""What is kept of what was given away goes with its days; what it cost stays."""

from __future__ import annotations

from datetime import date
from typing import Any

from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.clock import MS_PER_HOUR
from engine.domain.erasing import Erasable, EraseChoice
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.erase.store import EraseStore

MONDAY_MS = 1_772_409_600_000  # 2026-03-02
NOW = MONDAY_MS + 40 * 24 * MS_PER_HOUR
SECRET = EraseChoice(title="Secret")


def filled(database: Database) -> None:
    hour = Activity(MONDAY_MS + 9 * MS_PER_HOUR, MONDAY_MS + 10 * MS_PER_HOUR, seen("editor", "Secret"), ZONE)
    ActivityStore(database).insert_many([hour])
    with database.writing() as connection:
        for number, first, last in ((1, "2026-03-02", "2026-03-08"), (2, "2026-03-16", "2026-03-22")):
            values = (number, f"{number:032}", first, last, "2026-03", "private", 7, "d", "text", "{}", 1, None)
            connection.exec_driver_sql(f"INSERT INTO share_release VALUES ({','.join('?' * 12)})", values)  # noqa: S608
            team = (str(number), "member", first, "joined", b"key", b"content", "d", 1, None)
            connection.exec_driver_sql("INSERT INTO team_round VALUES (?,?,?,?,?,?,?,?,?)", team)


def rows(database: Database, asked: str) -> list[Any]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(asked)]


def test_figures_of_days_that_lost_something_go_and_their_cost_stays(database: Database) -> None:
    filled(database)
    told = EraseStore(database).preview(SECRET, NOW)
    assert told.of(Erasable.SHARED) == 2
    assert EraseStore(database).erase(SECRET, NOW) == told
    kept = "SELECT content, figures, digest, epsilon_millionths, months, first_day FROM share_release ORDER BY id"
    assert rows(database, kept) == [
        ("", "", "", 7, "2026-03", "2026-03-02"),
        ("text", "{}", "d", 7, "2026-03", "2026-03-16"),
    ]
    rounds = rows(database, "SELECT content, private_key FROM team_round ORDER BY id")
    assert rounds == [(b"", b""), (b"content", b"key")]


def test_everything_takes_the_rows_along(database: Database) -> None:
    filled(database)
    gone = EraseStore(database).erase(EraseChoice(everything=True), NOW)
    assert gone.of(Erasable.SHARED) == 4
    assert rows(database, "SELECT * FROM share_release") == []


def test_days_without_anything_erased_keep_theirs(database: Database) -> None:
    filled(database)
    day = date(2026, 3, 20)
    start = MONDAY_MS + (day - date(2026, 3, 2)).days * 24 * MS_PER_HOUR
    EraseStore(database).erase(EraseChoice(start, start + MS_PER_HOUR), NOW)
    assert len(rows(database, "SELECT 1 FROM share_release WHERE content = 'text'")) == 2
