"""Whatever is edited, relabelling ends where labelling everything from scratch would."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from helpers.rule_reference import label
from helpers.rule_strategies import looks, rule_lists
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed
from engine.domain.categories import Category
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.rules import Rule
from engine.history.labels import CurrentRules
from engine.history.relabelling import relabelling
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.rules import RuleStore


def storable(rules: list[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.target not in {9, ""}]


def filled(database: Database, some: list[Look]) -> list[Category]:
    categories = CategoryStore(database)
    for number in range(1, 7):
        categories.add(f"C{number}", number // 2 or None)
    ActivityStore(database).insert_many(
        Activity(
            n * 1_000,
            n * 1_000 + 500,
            Observed(Presence.ACTIVE, one.app, one.title, site=one.site, document=one.document),
            "UTC",
        )
        for n, one in enumerate(some, 1)
    )
    return categories.all()


@settings(max_examples=20)
@given(
    rule_lists.map(storable),
    rule_lists.map(storable),
    st.lists(st.sampled_from(["keep", "remove", "switch", "replace"]), min_size=8, max_size=8),
    st.lists(looks, max_size=6),
)
def test_labels_are_those_of_a_fresh_start(
    old: list[Rule], new: list[Rule], edits: list[str], some: list[Look]
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(Database.open(Path(folder) / "kairos.sqlite3")) as database:
        categories = filled(database, some)
        store, stored = RuleStore(database), LookStore(database)
        current = CurrentRules(store, CategoryStore(database))
        for rule in old:
            store.add(replace(rule, position=0))
        list(relabelling(stored, current))
        before = current.now()
        for rule, edit in zip(store.all(), edits, strict=False):
            if edit == "remove":
                store.remove(rule.id or 0)
            elif edit == "switch":
                store.change(replace(rule, enabled=not rule.enabled))
            elif edit == "replace" and new:
                store.change(replace(new[0], id=rule.id, position=rule.position))
        for rule in new[1:]:
            store.add(replace(rule, position=0))
        list(relabelling(stored, current, before))
        found, rules = stored.labels(), store.all()
        assert {look.id: found[look.id] for look in stored.looks()} == {
            look.id: label(look, rules, categories) for look in stored.looks()
        }
        assert stored.outdated() == []
