"""What a person planned, answered and learned, and what was made of it, goes with its time or its name: only that."""

from __future__ import annotations

import json
from typing import Any

import pytest
from helpers.storage_samples import ZONE, seen
from sqlalchemy import insert

from engine.domain.activity import Activity
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.erasing import Erasable, EraseChoice, ErasePreview
from engine.domain.intervals import Interval
from engine.storage.activities import ActivityStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.erase.scope import scope_of
from engine.storage.erase.store import EraseStore
from engine.storage.queries.history import FOREVER_MS
from engine.storage.tables import metadata

DAY = 24 * MS_PER_HOUR
MONDAY = 20_514 * DAY  # 2026-03-02
FROM, UNTIL, NOW = MONDAY + 9 * MS_PER_HOUR, MONDAY + 12 * MS_PER_HOUR, MONDAY + 20 * MS_PER_HOUR
TIME = EraseChoice(FROM, UNTIL)
SECRET = EraseChoice(title_with="Secret")


def put(database: Database, table: str, /, **values: Any) -> None:
    """Store a row; what is not said is nothing, or nought."""
    kinds = {column.name: column for column in metadata.tables[table].columns if not column.nullable}
    empty = {key: "" if str(one.type) == "TEXT" else 0 for key, one in kinds.items() if key != "id"}
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.execute(insert(metadata.tables[table]), [{**empty, **values}])


def ids(database: Database, name: str, column: str = "id") -> list[Any]:
    with database.reading() as connection:
        return list(connection.exec_driver_sql(f"SELECT {column} FROM {name} ORDER BY 1").scalars())  # noqa: S608


def erased(database: Database, choice: EraseChoice) -> ErasePreview:
    """Erase it; what was foretold is what went."""
    store = EraseStore(database)
    told = store.preview(choice, NOW)
    assert store.erase(choice, NOW) == told
    assert store.preview(choice, NOW).empty
    assert database.integrity() == []
    return told


def block(database: Database, number: int, start: int, **more: Any) -> None:
    values = {"kind": "focus", "zone": "UTC", "certainty": "confirmed", "source": "person", "end_ms": start + 10}
    put(database, "block", id=number, start_ms=start, **{**values, **more})


def session(database: Database, number: int, start: int, end: int | None, **more: Any) -> None:
    values = {"rhythm": "flowtime", "level": "off", "running": 1 if end is None else None}
    put(database, "focus_session", id=number, start_ms=start, end_ms=end, **{**values, **more})


def test_sessions_and_answers_within_the_time_go_by_its_edges(database: Database) -> None:
    for number, (start, end) in enumerate([(0, FROM), (0, FROM + 1), (UNTIL - 1, UNTIL + 9), (UNTIL, UNTIL + 9)], 1):
        session(database, number, start, end)
    put(database, "skill", id=1, name="Go", weight=1, most_minutes=30)
    put(database, "recall_card", id=1, skill_id=1)
    for number, at in enumerate([FROM - 1, FROM, UNTIL - 1, UNTIL], 1):
        put(database, "focus_rating", id=number, at_ms=at, value=3)
        put(database, "focus_contract", id=number, made_ms=at, until_ms=at + 1)
        put(database, "notification", key=str(number), due_ms=at)
        put(database, "recall_review", id=number, card_id=1, at_ms=at, rating=2)
    told = erased(database, TIME)
    assert dict(told.counts) == {Erasable.NOTIFICATIONS: 2, Erasable.SESSIONS: 6, Erasable.LEARNING: 2}
    for name in ("focus_session", "focus_rating", "focus_contract", "recall_review"):
        assert ids(database, name) == [1, 4], name
    assert ids(database, "notification", "key") == ["1", "4"]


def test_a_week_of_learning_goes_where_all_of_it_does(database: Database) -> None:
    put(database, "skill", id=1, name="Go", weight=1, most_minutes=30)
    put(database, "skill", id=2, name="Chess", weight=1, most_minutes=30)
    for begun in ("2026-02-23", "2026-03-02", "2026-03-09"):
        for skill in (1, 2):
            put(database, "learning_week", week=begun, skill_id=skill)
    assert erased(database, EraseChoice(MONDAY + 1, MONDAY + 7 * DAY)).counts == ()
    assert erased(database, EraseChoice(MONDAY, MONDAY + 7 * DAY - 1)).counts == ()
    assert erased(database, EraseChoice(MONDAY, MONDAY + 7 * DAY)).counts == ((Erasable.LEARNING, 2),)
    assert ids(database, "learning_week", "DISTINCT week") == ["2026-02-23", "2026-03-09"]


def test_single_blocks_that_are_over_go_and_plans_stay(database: Database) -> None:
    late = EraseChoice(FROM, NOW + DAY)
    for number, start in enumerate([FROM - 1, FROM, NOW - 10, NOW - 9, NOW], 1):
        block(database, number, start)
    block(database, 6, FROM, rule="FREQ=DAILY")
    block(database, 7, FROM, added="2026-03-03")
    put(database, "plan_change", id=1, what="moved")
    put(database, "plan_change_row", change_id=1, of_table="block", row_id=2, before="{}")
    put(database, "plan_change", id=2, what="moved")
    put(database, "plan_change_row", change_id=2, of_table="block", row_id=6, before="", after=json.dumps({"a": 1}))
    put(database, "plan_change", id=3, what="moved")
    put(database, "plan_change_row", change_id=3, of_table="block", row_id=1, after=json.dumps({"start_ms": FROM}))
    put(database, "plan_change", id=4, what="moved")
    put(database, "plan_change_row", change_id=4, of_table="block", row_id=1, after=json.dumps({"start_ms": NOW}))
    told = erased(database, late)
    assert told.of(Erasable.BLOCKS) == 4, "two blocks, and two changes that could bring them back"
    assert ids(database, "block") == [1, 4, 5, 6, 7]
    assert ids(database, "plan_change") == [2, 4]
    assert ids(database, "plan_change_row", "change_id") == [2, 4]


def test_a_name_goes_wherever_the_person_wrote_it(database: Database) -> None:
    for number, words in enumerate([{"title": "my secret plan"}, {"project": "SECRET"}, {"note": "x secret"}, {}], 1):
        block(database, number, FROM, **words)
        flexible = {"window_end": 60, "weekdays": 1, "shortest": 5, "longest": 5}
        put(database, "flexible_block", id=number, **flexible, **words)
        put(database, "plan_change", id=number, what="secret" if number == 4 else "moved")
    put(database, "plan_change", id=5, what="added")
    put(database, "plan_change_row", change_id=5, of_table="block", row_id=9, before=json.dumps({"note": "secret"}))
    put(database, "plan_change", id=6, what="added")
    put(database, "plan_change_row", change_id=6, of_table="block", row_id=9, after=json.dumps({"kind": "secret"}))
    session(database, 1, FROM, UNTIL, intention="the secret")
    session(database, 2, UNTIL, NOW, intention="other")
    told = erased(database, SECRET)
    assert dict(told.counts) == {Erasable.BLOCKS: 8, Erasable.SESSIONS: 1}
    assert ids(database, "block") == ids(database, "flexible_block") == [4]
    assert ids(database, "plan_change") == [1, 2, 3, 6]
    assert ids(database, "focus_session", "intention") == ["", "other"]


def test_a_name_within_a_time_takes_blocks_that_begin_in_it(database: Database) -> None:
    for number, start in enumerate([FROM - 1, FROM, UNTIL - 1, UNTIL], 1):
        block(database, number, start, title="secret")
    put(database, "flexible_block", id=1, title="secret", window_end=60, weekdays=1, shortest=5, longest=5, per_week=1)
    assert erased(database, EraseChoice(FROM, UNTIL, title_with="secret")).of(Erasable.BLOCKS) == 2
    assert ids(database, "block") == [1, 4]
    assert ids(database, "flexible_block") == [1]


def test_an_app_goes_from_nudges(database: Database) -> None:
    session(database, 1, FROM, UNTIL)
    put(database, "nudge", id=1, session_id=1, key="a", app="Player")
    put(database, "nudge", id=2, session_id=1, key="b", app="editor")
    assert dict(erased(database, EraseChoice(app="player")).counts) == {Erasable.SESSIONS: 1}
    assert ids(database, "nudge", "app") == ["", "editor"]


def test_what_was_worked_out_of_it_goes_and_what_was_before_stays(database: Database) -> None:
    ActivityStore(database).insert_many([Activity(FROM, UNTIL, seen("editor", "Secret"), ZONE)])
    for week in ("2026-02-22", "2026-02-23", "2026-03-31", "2026-04-01"):
        put(database, "letter", week=week, value="{}", propensity=1)
    for number, at in enumerate([FROM - 1, FROM, UNTIL], 1):
        put(database, "dialogue", id=number, name=str(number))
        put(database, "dialogue_turn", dialogue_id=number, at_ms=at, question="how long")
    told = erased(database, SECRET)
    assert (told.length_ms, told.first_ms, told.last_ms) == (UNTIL - FROM, FROM, UNTIL)
    assert dict(told.counts) == {
        Erasable.ACTIVITIES: 1,
        Erasable.DIALOGUES: 2,
        Erasable.FINDINGS: 2,
        Erasable.TITLES: 1,
    }
    assert ids(database, "letter", "week") == ["2026-02-22", "2026-04-01"]
    assert ids(database, "dialogue") == [1]


def said(start: int, title: str | None, note: str = "") -> Correction:
    return Correction(CorrectionKind.ADD, Interval(start, start + 60_000), 5, "editor", title, zone=ZONE, note=note)


def test_what_lay_under_a_name_goes_with_it_only_where_it_was_said_and_not_taken_back(database: Database) -> None:
    rows = [Activity(start, start + 60_000, seen("mail", "Inbox"), ZONE) for start in (FROM, FROM + 120_000, NOW)]
    ActivityStore(database).insert_many(rows)
    corrections = CorrectionStore(database)
    corrections.apply(
        [said(FROM, "Secret"), said(NOW, "other", "not the secret one"), said(NOW - 60_000, "other", "x")]
    )
    corrections.apply([said(FROM + 120_000, "Secret")])
    corrections.undo()
    told = erased(database, SECRET)
    assert dict(told.counts) == {Erasable.ACTIVITIES: 1, Erasable.CORRECTIONS: 2}
    assert [one.start_ms for one in ActivityStore(database).between(0, NOW + DAY)] == [FROM + 120_000, NOW]
    left = sorted((one.interval.start_ms, one.title, one.note) for one in corrections.active(0, NOW + DAY))
    assert left == [(NOW - 60_000, "other", "x"), (NOW, "other", "")]


def test_names_of_imported_files_go_with_the_last_of_them(database: Database) -> None:
    rows = [
        Activity(start, start + 60_000, seen("editor", "Secret"), ZONE) for start in (FROM, FROM + 60_000, NOW - DAY)
    ]
    ActivityStore(database).insert_many(rows)
    for number in (1, 2, 3, 4):
        values = {"made_ms": (NOW, NOW, UNTIL - 1, UNTIL)[number - 1], "undone_ms": 1 if number > 2 else None}
        put(database, "import_batch", id=number, file_name=f"{number}.json", **values)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE activity SET batch_id = 2")
        connection.exec_driver_sql("UPDATE activity SET batch_id = 1 WHERE start_ms = ?", (FROM,))
    assert erased(database, TIME).of(Erasable.IMPORTS) == 2, "one whose time went, one that was taken back then"
    assert ids(database, "import_batch") == [2, 4]


@pytest.mark.parametrize("choice", [SECRET, TIME])
def test_offers_made_while_it_lasted_go(database: Database, choice: EraseChoice) -> None:
    ActivityStore(database).insert_many([Activity(FROM, UNTIL, seen("editor", "Secret"), ZONE)])
    for number, at in enumerate([FROM - 1, FROM, UNTIL - 1, UNTIL], 1):
        put(database, "offer", id=number, made_ms=at, kind="block", start_ms=1, end_ms=2, propensity=1.0)
    assert erased(database, choice).of(Erasable.ADVICE) == 2
    assert ids(database, "offer") == [1, 4]


def test_what_mentions_it_goes_also_where_it_is_written_as_json(database: Database) -> None:
    quoted, told = 'a "Secret" ü', json.dumps({"of": 'a "Secret" ü'})
    for number, value in enumerate([told, "{}"], 1):
        put(database, "insight", kind="topic", name=str(number), value=value)
        put(database, "letter", week=f"2026-01-0{number}", value=value, propensity=1)
        put(database, "dialogue", id=number, name=str(number))
        put(database, "dialogue_turn", dialogue_id=number, answer=value)
    counts = dict(erased(database, EraseChoice(title=quoted)).counts)
    assert counts == {Erasable.FINDINGS: 2, Erasable.DIALOGUES: 1}
    assert ids(database, "insight", "name") == ["2"]
    assert ids(database, "letter", "week") == ["2026-01-02"]
    assert ids(database, "dialogue") == [2]


@pytest.mark.parametrize(
    ("choice", "span"),
    [
        (EraseChoice(title="x"), Interval(0, FOREVER_MS - 1)),
        (EraseChoice(-5, 7), Interval(0, 7)),
        (EraseChoice(start_ms=9), Interval(9, FOREVER_MS - 1)),
    ],
)
def test_the_time_that_is_meant(database: Database, choice: EraseChoice, span: Interval) -> None:
    with database.writing() as connection:
        assert scope_of(connection, choice, NOW).span == span


def test_what_is_left_to_do_is_known_until_it_is_done(database: Database) -> None:
    store = EraseStore(database)
    assert store.unfinished() is None
    store.erase(SECRET, NOW)
    first = store.unfinished()
    assert first is not None
    assert first.words is False
    store.erase(EraseChoice(everything=True), NOW)
    both = store.unfinished()
    assert both is not None
    assert (both.upto, both.words) == (first.upto + 1, True)
    store.finish(first.upto, NOW)
    assert store.unfinished() == both
    store.finish(both.upto, NOW)
    assert store.unfinished() is None
