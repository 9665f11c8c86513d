"""Rules in force label new looks as they come, and all others anew after an edit, in steps that can be stopped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.domain.activity import Activity, Observed
from engine.domain.categories import Facet, Labels
from engine.domain.errors import UsageError
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.rules import Field, How, Rule, Test
from engine.history import labels
from engine.history import relabelling as relabelling_module
from engine.history.labels import CurrentRules
from engine.history.relabelling import relabelling
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.rules import RuleStore


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "kairos.sqlite3")) as opened:
        yield opened


@pytest.fixture
def current(database: Database) -> CurrentRules:
    return CurrentRules(RuleStore(database), CategoryStore(database))


def tagging(text: str, tag: str = "x") -> Rule:
    return Rule(None, Facet.TAG, tag, Test(Field.TITLE, How.CONTAINS, text))


def seen(number: int, title: str) -> Activity:
    return Activity(number * 1_000, number * 1_000 + 500, Observed(Presence.ACTIVE, "code", title), "UTC")


def tags(database: Database) -> dict[str, str]:
    store = LookStore(database)
    labels = store.labels()
    return {look.title: labels[look.id].tag for look in store.looks()}


def test_new_looks_are_labelled_when_they_are_first_stored(database: Database, current: CurrentRules) -> None:
    RuleStore(database).add(tagging("plan"))
    ActivityStore(database, labeller=current).insert_many([seen(1, "the plan"), seen(2, "else")])
    assert tags(database) == {"the plan": "x", "else": ""}
    assert LookStore(database).outdated() == []


def test_another_revision_is_noticed_and_read(
    database: Database, current: CurrentRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Look(0, "code", "plan")
    assert current(look) == Labels()
    RuleStore(database).add(tagging("plan"))
    assert current(look) == Labels()  # trusted for a moment
    monkeypatch.setattr(labels, "_TRUSTED_S", 0.0)
    assert current(look).tag == "x"
    assert current.revision == RuleStore(database).revision()


def test_what_older_rules_labelled_is_labelled_anew(database: Database, current: CurrentRules) -> None:
    ActivityStore(database, labeller=current).insert_many(seen(n, f"plan {n}") for n in range(1, 6))
    RuleStore(database).add(tagging("plan 3"))
    looks = LookStore(database)
    steps = list(relabelling(looks, current))
    assert [(one.done, one.total, one.changed) for one in steps] == [(0, 5, 0), (5, 5, 1)]
    assert steps[-1].complete
    assert [title for title, tag in tags(database).items() if tag] == ["plan 3"]
    assert looks.outdated() == []
    assert [one.total for one in relabelling(looks, current)] == [0]


def test_stopped_half_way_the_rest_is_known_and_what_changes_came_first(
    database: Database, current: CurrentRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relabelling_module, "LOOKS_AT_ONCE", 2)
    ActivityStore(database, labeller=current).insert_many(seen(n, f"plan {n}") for n in range(1, 8))
    RuleStore(database).add(tagging("plan 7"))
    looks = LookStore(database)
    steps = relabelling(looks, current)
    assert [next(steps).done for _ in range(2)] == [0, 2]
    assert tags(database)["plan 7"] == "x"
    assert len(looks.outdated()) == 5
    assert list(relabelling(looks, current))[-1].total == 5
    assert looks.outdated() == []


def test_rules_that_cannot_be_used_never_stop_recording(
    database: Database, current: CurrentRules, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    store = RuleStore(database)
    number = store.add(tagging("plan"))
    bad = replace(store.all()[0], match=Test(Field.TITLE, How.REGEX, "("))
    store.change(bad)
    ActivityStore(database, labeller=current).insert_many([seen(1, "the plan")])
    assert tags(database) == {"the plan": ""}
    assert "cannot be used" in caplog.text
    looks = LookStore(database)
    assert len(looks.outdated()) == 1
    with pytest.raises(UsageError, match="cannot be used"):
        list(relabelling(looks, current))
    store.change(replace(bad, id=number, match=tagging("plan").match))
    assert list(relabelling(looks, current))[-1].changed == 1


def test_where_the_older_rules_are_known_only_what_an_edit_touches_is_decided_again(
    database: Database, current: CurrentRules
) -> None:
    store, looks = RuleStore(database), LookStore(database)
    kept, gone = store.add(tagging("plan", "p")), store.add(tagging("else 2", "e"))
    titles = [f"plan {n}" for n in range(4)] + [f"else {n}" for n in range(4)]
    ActivityStore(database, labeller=current).insert_many(seen(n, title) for n, title in enumerate(titles))
    before = current.now()
    store.remove(gone)
    store.change(Rule(kept, Facet.TAG, "q", Test(Field.TITLE, How.CONTAINS, "plan 1"), position=1))
    store.add(tagging("else 3", "new"))
    steps = list(relabelling(looks, current, before))
    assert (steps[-1].total, steps[-1].changed) == (6, 6)
    assert {title: tag for title, tag in tags(database).items() if tag} == {"plan 1": "q", "else 3": "new"}
    assert looks.outdated() == []


def test_a_look_that_comes_while_the_rest_is_marked_is_not_forgotten(database: Database, current: CurrentRules) -> None:
    store, looks = RuleStore(database), LookStore(database)
    store.add(tagging("nothing"))
    ActivityStore(database, labeller=current).insert_many([seen(1, "else")])
    before = current.now()
    stale = CurrentRules(store, CategoryStore(database))
    assert stale.revision == before.revision
    store.add(tagging("plan"))
    steps = relabelling(looks, current, before)
    next(steps)
    ActivityStore(database, labeller=stale).insert_many([seen(2, "the plan")])  # by a process that trusts its rules
    assert tags(database)["the plan"] == ""
    list(steps)
    assert tags(database) == {"else": "", "the plan": "x"}
    assert looks.outdated() == []


def test_looks_of_another_revision_or_after_a_move_are_all_decided_again(
    database: Database, current: CurrentRules
) -> None:
    store, categories, looks = RuleStore(database), CategoryStore(database), LookStore(database)
    low, high = categories.add("Low"), categories.add("High")
    for target in (low, high):
        store.add(Rule(None, Facet.CATEGORY, target, Test(Field.TITLE, How.CONTAINS, "plan")))
    ActivityStore(database).insert_many([seen(1, "plan")])
    before = current.now()
    store.add(tagging("nowhere"))
    list(relabelling(looks, current, before))
    assert looks.labels()[1].category_id == high
    before = current.now()
    categories.change(replace(categories.all()[0], parent_id=categories.add("Deep")))
    list(relabelling(looks, current, before))
    assert looks.labels()[1].category_id == low
    assert looks.outdated() == []
