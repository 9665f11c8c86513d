"""What has no category is grouped so that one rule clears many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Seen
from engine.domain.look import Look
from engine.domain.rules import Field, How, Rule, Test
from engine.history.rules.rule_set import RuleSet
from engine.history.rules.uncategorised import group_unknown


def seen(*windows: tuple[str, str, int]) -> list[Seen]:
    return [Seen(Look(number, app, title), ms) for number, (app, title, ms) in enumerate(windows, 1)]


def test_sites_page_names_words_and_apps_make_groups_by_their_time() -> None:
    groups = group_unknown(
        seen(
            ("firefox", "A question - Stack Overflow — Mozilla Firefox", 10),
            ("firefox", "Another - Stack Overflow — Mozilla Firefox", 20),
            ("firefox", "Shift plan - Northwind Portal — Mozilla Firefox", 300),
            ("chromium", "Holidays - Northwind Portal - Chromium", 200),
            ("firefox", "Harbour pictures — Mozilla Firefox", 40),
            ("firefox", "The harbour at night — Mozilla Firefox", 50),
            ("firefox", "Lonely page — Mozilla Firefox", 5),
            ("ledger", "2026.ledger", 7),
            ("ledger", "2025.ledger", 8),
        )
    )
    assert [(one.name, one.ms, len(one.seen)) for one in groups] == [
        ("Northwind Portal", 500, 2),
        ("harbour", 90, 2),
        ("stackoverflow.com", 30, 2),
        ("ledger", 15, 2),
        ("firefox", 5, 1),
    ]
    assert [one.match for one in groups][:4] == [
        Test(Field.TITLE, How.CONTAINS, "Northwind Portal"),
        Test(Field.TITLE, How.CONTAINS, "harbour"),
        Test(Field.SITE, How.EQUALS, "stackoverflow.com"),
        Test(Field.APP, How.EQUALS, "ledger"),
    ]
    assert [one.ms for one in groups[0].seen] == [300, 200]


titles = st.lists(st.sampled_from("plan harbour 会议 report - Portal GitHub 知乎".split()), max_size=4).map(" ".join)
windows = st.tuples(st.sampled_from(["firefox", "ledger", "", "code"]), titles, st.integers(1, 1000))


@given(st.lists(windows, max_size=20))
def test_every_look_is_in_one_group_and_the_groups_rule_clears_it(found: list[tuple[str, str, int]]) -> None:
    unknown = seen(*found)
    groups = group_unknown(unknown, most=1_000)
    placed = [one.look.id for group in groups for one in group.seen]
    nameless = {one.look.id for one in unknown if not (one.look.app or one.look.title)}
    assert sorted(placed) == sorted({one.look.id for one in unknown} - nameless)
    assert [group.ms for group in groups] == sorted((group.ms for group in groups), reverse=True)
    for group in groups:
        ready = RuleSet([Rule(1, Facet.TAG, "x", group.match)], CategoryTree(()))
        assert all(ready.label(one.look).tag for one in group.seen)
        assert group.ms == sum(one.ms for one in group.seen)


def test_only_the_largest_groups_are_returned() -> None:
    groups = group_unknown(seen(*((f"app{n}", "x", n) for n in range(1, 30))), most=3)
    assert [one.ms for one in groups] == [29, 28, 27]
