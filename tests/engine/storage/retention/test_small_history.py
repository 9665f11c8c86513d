"""Limits on a few activities, worked out by hand: what is foretold is what goes, and it can be stopped at any step."""

from __future__ import annotations

import pytest
from helpers.storage_labels import ByApp
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.categories import Labels
from engine.domain.changes import Begin
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.retention import Limits, RetentionPreview
from engine.storage.activities import ActivityStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.retention.store import RetentionParts, RetentionStore

DAY = 24 * MS_PER_HOUR
FIRST = 20_000 * DAY
EDGE, GONE = FIRST + 4 * DAY, FIRST + 2 * DAY
LIMITS = Limits(EDGE, GONE)
TOTALS = "SELECT hour, sum(ms) FROM hour_total GROUP BY hour ORDER BY 1"
ALL_NAMES = "SELECT text FROM title ORDER BY 1"
ROWS = "SELECT start_ms, end_ms FROM activity ORDER BY 1"


def day_of(moment_ms: int) -> Interval:
    start = moment_ms // DAY * DAY
    return Interval(start, start + DAY)


@pytest.fixture
def history(database: Database) -> Database:
    """An activity of an hour on each of six days; the fourth goes on into the fifth."""
    rows = [
        Activity(FIRST + day * DAY, FIRST + day * DAY + MS_PER_HOUR, seen("editor", f"title {day}"), ZONE)
        for day in range(6)
    ]
    rows[3] = Activity(FIRST + 3 * DAY, FIRST + 4 * DAY, seen("editor", "title 3"), ZONE)
    ActivityStore(database, labeller=ByApp({"editor": Labels(None, "p", "")})).insert_many(rows)
    return database


def ask(database: Database, question: str) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(question)]


def tell(database: Database, statement: str, *rows: tuple[object, ...]) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(statement, list(rows))


def quick(database: Database) -> RetentionStore:
    return RetentionStore(database, RetentionParts(pause=lambda _seconds: None))


def test_what_is_foretold_goes_and_nothing_is_due_after(history: Database) -> None:
    CorrectionStore(history).apply([Correction(CorrectionKind.DELETE, Interval(FIRST + 5, FIRST + 9), 7)])
    tell(history, "INSERT INTO dialogue VALUES (?, ?, 5)", (1, "old"), (2, "new"))
    for name, at in (("old", EDGE - 1), ("new", EDGE)):
        tell(history, "INSERT INTO dialogue_turn SELECT id, 0, ?, '', '', '' FROM dialogue WHERE name = ?", (at, name))
        tell(history, "INSERT INTO plan_change (made_ms, what, state) VALUES (?, ?, 0)", (at, name))
        tell(history, "INSERT INTO notification VALUES (?, '', ?, 0, 0, NULL, '', NULL)", (name, at))
    store = quick(history)
    assert store.preview(LIMITS, day_of, agreed=True) == RetentionPreview(LIMITS, True, 4, 4, 2, 2, 1, 3, FIRST)
    assert store.apply(LIMITS, day_of)
    left = RetentionPreview(LIMITS, False, first_ms=FIRST + 2 * DAY)
    assert store.preview(LIMITS, day_of, agreed=False) == left
    assert left.empty
    assert store.boundaries() == (EDGE, GONE)
    assert ask(history, ALL_NAMES) == [("title 4",), ("title 5",)]
    assert ask(history, "SELECT name FROM dialogue") == [("new",)]
    assert ask(history, "SELECT what FROM plan_change") == [("new",)]
    assert ask(history, "SELECT key FROM notification") == [("new",)]
    totals = ask(history, TOTALS)[:2]
    noon = FIRST // MS_PER_HOUR + 12
    assert totals == [(noon, MS_PER_HOUR - 4), (noon + 24, MS_PER_HOUR)], "at the hour in the middle of their days"
    assert ask(history, "SELECT DISTINCT project_id FROM hour_total") == [(1,)]
    assert history.integrity() == []


def test_without_a_limit_nothing_goes(history: Database) -> None:
    before = ask(history, ROWS)
    assert quick(history).preview(Limits(), day_of, agreed=True).empty
    assert quick(history).apply(Limits(), day_of)
    assert quick(history).apply(Limits(None, FIRST + DAY), day_of)
    assert (ask(history, ROWS), quick(history).boundaries()) == (before, (0, 0))


def test_titles_alone_go_and_the_hours_stay(history: Database) -> None:
    before = ask(history, ROWS)
    assert RetentionStore(history).apply(Limits(FIRST + DAY), day_of)
    assert ask(history, ROWS) == before
    assert ask(history, ALL_NAMES) == [(f"title {day}",) for day in range(1, 6)]


def test_stopped_it_has_done_its_steps_and_says_that_it_is_not_done(history: Database) -> None:
    left = iter([False, False, True, True, True])
    assert not quick(history).apply(LIMITS, day_of, lambda: next(left))
    assert ask(history, ALL_NAMES) == [(f"title {day}",) for day in range(6)], "names go once all is done"
    assert quick(history).boundaries() == (FIRST + 2 * DAY, 0)
    assert quick(history).apply(LIMITS, day_of)
    assert len(ask(history, ALL_NAMES)) == 2


def test_a_day_that_is_not_over_by_the_limit_stays(history: Database) -> None:
    assert quick(history).apply(Limits(FIRST + 4 * DAY, FIRST + DAY + 5), day_of)
    assert ask(history, ROWS)[0] == (FIRST + DAY, FIRST + DAY + MS_PER_HOUR)


def test_what_reaches_beyond_the_limit_goes_with_what_follows(history: Database) -> None:
    limit = FIRST + 3 * DAY + MS_PER_HOUR
    assert quick(history).apply(Limits(limit), day_of)
    assert ask(history, ALL_NAMES) == [("title 3",), ("title 4",), ("title 5",)]
    assert quick(history).boundaries()[0] == FIRST + 3 * DAY


def test_the_day_of_an_activity_that_goes_on_is_gathered_once_it_has_ended(history: Database) -> None:
    recorder = ActivityStore(history)
    recorder.insert_many([Activity(FIRST + 9 * DAY, FIRST + 9 * DAY + 60_000, seen("editor", "before"), ZONE)])
    recorder.apply([Begin(FIRST + 9 * DAY + 60_000, seen("editor", "open"), ZONE)])
    late = Limits(FIRST + 20 * DAY, FIRST + 20 * DAY)
    assert quick(history).apply(late, day_of)
    assert quick(history).boundaries()[1] == FIRST + 6 * DAY
    assert ask(history, ROWS) == [(FIRST + 9 * DAY, FIRST + 9 * DAY + 60_000), (FIRST + 9 * DAY + 60_000,) * 2]
    recorder.recover(FIRST + 9 * DAY + 180_000)
    assert quick(history).apply(late, day_of)
    assert ask(history, TOTALS)[-1] == ((FIRST + 9 * DAY) // MS_PER_HOUR + 12, 180_000)
    assert ask(history, ROWS) == []


def test_what_is_imported_into_a_day_of_totals_is_added_to_them(history: Database) -> None:
    quick(history).apply(LIMITS, day_of)
    (noon, ms), *rest = ask(history, TOTALS)
    assert ms == MS_PER_HOUR
    late = Activity(FIRST + 5, FIRST + 7 * MS_PER_HOUR, seen("mail", "old"), ZONE, "import")
    ActivityStore(history).insert_many([late])
    for _ in range(2):
        quick(history).apply(LIMITS, day_of)
        assert ask(history, TOTALS) == [(noon, MS_PER_HOUR + 7 * MS_PER_HOUR - 5), *rest]
    assert history.integrity() == []


def test_names_of_imports_go_once_nothing_of_them_is_left(history: Database) -> None:
    tell(
        history,
        "INSERT INTO import_batch VALUES (?, 'kind', ?, 'x', 'UTC', ?, 1, NULL)",
        (1, "gone", FIRST),
        (2, "there", FIRST),
        (3, "young", GONE),
    )
    tell(history, "UPDATE activity SET batch_id = ? WHERE start_ms = ?", (1, FIRST), (2, FIRST + 5 * DAY))
    quick(history).apply(LIMITS, day_of)
    assert ask(history, "SELECT file_name, sha256 FROM import_batch ORDER BY id") == [
        ("", ""),
        ("there", "x"),
        ("young", "x"),
    ]
