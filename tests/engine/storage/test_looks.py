from __future__ import annotations

import pytest
from helpers.storage_labels import ByApp
from helpers.storage_samples import ZONE, seen
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Facet, Labels
from engine.domain.changes import Begin, End
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.rules import Field, How, Rule, Test
from engine.domain.totals import Key, TotalRow
from engine.storage import looks as module
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.rules import RuleStore
from engine.storage.tables import look
from engine.storage.totals import TotalStore

BY = (Key.CATEGORY, Key.PROJECT, Key.TAG)


@pytest.fixture
def looks(database: Database) -> LookStore:
    return LookStore(database)


@pytest.fixture
def category(database: Database) -> int:
    return CategoryStore(database).add("Work")


def _totals(database: Database) -> list[TotalRow]:
    return TotalStore(database).total(0, 1 << 40, BY)


def test_a_new_look_is_labelled_as_it_is_stored(database: Database, looks: LookStore, category: int) -> None:
    rules = ByApp({"editor": Labels(category, "kairos", "deep")}, revision=1)
    store = ActivityStore(database, labeller=rules)
    store.apply([Begin(0, seen("editor", "a"), ZONE), End(10), Begin(10, seen("editor", "a"), ZONE), End(20)])
    store.insert_many([Activity(20, 30, seen("editor", "a"), ZONE), Activity(30, 45, seen("other", "b"), ZONE)])
    assert rules.asked == [Look(0, "editor", "a"), Look(0, "other", "b")]
    assert looks.labels() == {1: Labels(category, "kairos", "deep"), 2: Labels()}
    assert looks.outdated() == []
    assert _totals(database) == [TotalRow(30, None, "", category, "kairos", "deep"), TotalRow(15)]


def test_what_has_no_name_has_no_look(database: Database, looks: LookStore) -> None:
    store = ActivityStore(database, labeller=ByApp({}))
    store.apply([Begin(0, Observed(Presence.IDLE), ZONE), End(10)])
    store.insert_many([Activity(10, 30, Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE), ZONE)])
    assert looks.count() == 0
    assert _totals(database) == [TotalRow(30)]


def test_without_a_labeller_looks_wait_for_their_labels(
    database: Database, store: ActivityStore, looks: LookStore, category: int
) -> None:
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"title {n % 3}"), ZONE) for n in range(9))
    waiting = looks.outdated()
    assert [one.title for one in waiting] == ["title 0", "title 1", "title 2"]
    assert list(looks.looks()) == list(looks.looks(unlabelled=True)) == waiting
    assert looks.label_many([(waiting[0].id, Labels(category)), (waiting[1].id, Labels())]) == 1
    assert looks.outdated() == [waiting[2]]
    assert list(looks.looks(unlabelled=True)) == waiting[1:]
    assert list(looks.looks(waiting[1].id)) == waiting[2:]
    assert _totals(database) == [TotalRow(60), TotalRow(30, category_id=category)]


def test_labelling_moves_time_exactly_across_hours(
    database: Database, store: ActivityStore, looks: LookStore, category: int
) -> None:
    hour = 3_600_000
    store.insert_many([Activity(hour - 7, 30 * hour + 5, seen(), ZONE), Activity(40 * hour, 41 * hour, seen(), ZONE)])
    looks.label_many([(1, Labels(category, "p"))])
    found = TotalStore(database).total(0, 50 * hour, (Key.HOUR, Key.CATEGORY, Key.PROJECT))
    lengths = {row.hour: row.ms for row in found}
    assert {(row.category_id, row.project) for row in found} == {(category, "p")}
    assert lengths == {0: 7, **dict.fromkeys(range(1, 30), hour), 30: 5, 40: hour}
    looks.label_many([(1, Labels(None, "", "t"))])
    assert _totals(database) == [TotalRow(30 * hour + 12, tag="t")]


def test_labels_are_given_in_several_transactions_with_progress(
    database: Database, store: ActivityStore, looks: LookStore, category: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOKS_AT_ONCE", 2)
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"title {n}"), ZONE) for n in range(5))
    told: list[int] = []
    assert looks.label_many(((one.id, Labels(category)) for one in looks.looks()), progress=told.append) == 5
    assert told == [2, 4, 5]
    assert _totals(database) == [TotalRow(50, category_id=category)]
    before = database.data_version()
    assert looks.label_many([]) == 0
    assert database.data_version() == before


def test_an_edit_of_the_rules_makes_every_look_out_of_date_until_it_is_settled(
    database: Database, store: ActivityStore, looks: LookStore
) -> None:
    store.insert_many(Activity(n * 10, n * 10 + 10, seen("app", f"title {n}"), ZONE) for n in range(3))
    rules = RuleStore(database)
    looks.label_many((one.id, Labels()) for one in looks.outdated())
    before = rules.revision()
    rules.add(Rule(None, Facet.TAG, "t", Test(Field.TITLE, How.EQUALS, "title 1")))
    assert len(looks.outdated()) == 3
    assert looks.label_many([(2, Labels(tag="t"))], rules.revision()) == 1
    assert looks.settle(before, rules.revision()) == 2
    assert looks.outdated() == []


def test_a_labeller_with_rules_of_yesterday_leaves_its_looks_to_be_seen_to(
    database: Database, looks: LookStore, category: int
) -> None:
    store = ActivityStore(database, labeller=ByApp({"editor": Labels(category + 5)}, revision=1))
    RuleStore(database).add(Rule(None, Facet.TAG, "t", Test(Field.APP, How.EQUALS, "editor")))
    store.insert_many([Activity(0, 10, seen("editor"), ZONE)])
    assert looks.labels() == {1: Labels()}  # its category is gone
    assert [one.app for one in looks.outdated()] == ["editor"]


def test_the_longest_without_a_category_come_first(
    database: Database, store: ActivityStore, looks: LookStore, category: int
) -> None:
    store.insert_many(Activity(n * 100, n * 100 + n, seen("app", f"title {n}"), ZONE) for n in range(1, 6))
    looks.label_many([(5, Labels(category))])
    assert [(one.title, ms) for one, ms in looks.top_unlabelled(2)] == [("title 4", 4), ("title 3", 3)]
    assert looks.lengths() == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
    assert looks.lengths([2, 5, 77]) == {2: 2, 5: 5}
    assert looks.lengths([]) == {}


def test_removing_a_category_leaves_its_time_with_none(
    database: Database, store: ActivityStore, looks: LookStore, category: int
) -> None:
    store.insert_many([Activity(0, 10, seen("a"), ZONE), Activity(10, 30, seen("b"), ZONE)])
    looks.label_many([(1, Labels(category, "p")), (2, Labels(None, "p"))])
    CategoryStore(database).remove(category)
    assert _totals(database) == [TotalRow(30, project="p")]
    assert [one.app for one in looks.outdated()] == ["a", "b"]


def test_titles_do_not_outlive_the_import_they_came_with(
    database: Database, store: ActivityStore, looks: LookStore
) -> None:
    store.insert_many([Activity(0, 10, seen("app", "kept"), ZONE)])
    batches = BatchStore(database)
    with batches.begin("kind", "file", "sha", ZONE, made_ms=1) as batch:
        gone = Observed(Presence.ACTIVE, "app", "gone", site="gone.example", document="/gone")
        batch.insert([Activity(20, 30, gone, ZONE, "import"), Activity(30, 40, seen("app", "kept"), ZONE, "import")])
    batches.undo(batch.id, undone_ms=2)
    assert [one.title for one in looks.looks()] == ["kept"]
    with database.reading() as connection:
        tables = ("title", "site", "document")
        left = [connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar() for one in tables]  # noqa: S608
    assert left == [1, 0, 0]


def test_the_database_itself_refuses_a_look_twice(database: Database, store: ActivityStore) -> None:
    store.insert_many([Activity(0, 10, Observed(Presence.ACTIVE, "app"), ZONE)])
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(look), {"app_id": 1, "labelled_by": 0})
