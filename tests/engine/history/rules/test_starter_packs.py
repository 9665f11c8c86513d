"""The packs to begin with: whole, alike in both languages, and true to what they say."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.look import Look
from engine.domain.rule_pack import Pack
from engine.domain.rules import Field, How, Rule, comparisons_in
from engine.history.rules.overlaps import find_overlaps
from engine.history.rules.pack_reading import COLOURS, read_pack
from engine.history.rules.rule_set import RuleSet
from engine.history.sample_titles import Titles
from engine.history.sample_words import APPS
from engine.history.title_names import title_names
from engine.paths import resource

LANGUAGES = ("en", "zh")


def pack(language: str) -> Pack:
    return read_pack(resource(f"rules/starter_{language}.toml").read_text(encoding="utf-8"))


def installed(pack: Pack) -> tuple[CategoryTree, list[Rule]]:
    ids = {one.path: number for number, one in enumerate(pack.categories, 1)}
    tree = CategoryTree(
        Category(ids[one.path], one.path[-1], ids.get(one.path[:-1]), one.colour, one.weight) for one in pack.categories
    )
    rules = [Rule(n, Facet.CATEGORY, ids[one.target], one.match, position=n) for n, one in enumerate(pack.rules, 1)]
    return tree, rules


@pytest.fixture(params=LANGUAGES)
def starter(request: pytest.FixtureRequest) -> tuple[CategoryTree, list[Rule]]:
    return installed(pack(request.param))


def test_both_languages_have_the_same_tree_and_rules() -> None:
    english, chinese = pack("en"), pack("zh")
    assert [(len(one.path), one.colour, one.weight) for one in english.categories] == [
        (len(one.path), one.colour, one.weight) for one in chinese.categories
    ]
    assert [one.match for one in english.rules] == [one.match for one in chinese.rules]
    assert all(any(ord(char) > 127 for char in one.path[-1]) for one in chinese.categories)


def test_every_root_has_a_colour_and_a_weight(starter: tuple[CategoryTree, list[Rule]]) -> None:
    tree, _ = starter
    roots = tree.children()
    assert len(roots) == 8
    assert all(one.colour and one.weight is not None for one in roots)
    assert len({one.colour for one in roots}) == len(roots)
    assert {one.colour for one in roots} >= set(COLOURS.values())


def test_nothing_needs_the_library_of_patterns(starter: tuple[CategoryTree, list[Rule]]) -> None:
    assert all(test.how is not How.REGEX for rule in starter[1] for test in comparisons_in(rule.match))


def test_every_app_and_site_named_is_counted_where_it_is_named(starter: tuple[CategoryTree, list[Rule]]) -> None:
    tree, rules = starter
    ready = RuleSet(rules, tree)
    wrong = []
    for rule in rules:
        tests = list(comparisons_in(rule.match))
        if {test.how for test in tests} != {How.EQUALS}:
            continue
        for test in tests:
            look = Look(1, test.text, "x") if test.field is Field.APP else Look(1, "firefox", "x", test.text)
            got = ready.label(look).category_id
            if got != rule.target:
                wrong.append((test.text, tree.path(int(rule.target)), tree.path(got or 0)))
    assert wrong == []


def test_no_text_is_named_twice(starter: tuple[CategoryTree, list[Rule]]) -> None:
    plain = [
        (test.field, test.text.casefold())
        for rule in starter[1]
        for test in comparisons_in(rule.match)
        if {one.how for one in comparisons_in(rule.match)} == {How.EQUALS}
    ]
    assert [one for one, other in pairwise(sorted(plain)) if one == other] == []


def test_rules_do_not_stand_in_each_others_way(starter: tuple[CategoryTree, list[Rule]]) -> None:
    tree, rules = starter
    titles = ("Weekly | Microsoft Teams meeting", "Chat | Ann | Microsoft Teams")
    looks = [*(Look(1, "teams", title) for title in titles), Look(2, "firefox", "x", "youtube.com")]
    losing = [one for one in find_overlaps(rules, tree, looks) if one.fault.value in {"identical", "always_loses"}]
    assert losing == []


@pytest.mark.parametrize(
    ("app", "title", "path"),
    [
        ("code", "plan.py - atlas - Visual Studio Code", ("Focus", "Programming")),
        ("firefox", "user/project: A thing · GitHub — Mozilla Firefox", ("Focus", "Programming", "Code hosting")),
        ("firefox", "How to sort - Stack Overflow — Mozilla Firefox", ("Learning", "Reference")),
        ("Google-chrome", "如何学习 - 知乎 - Google Chrome", ("Distraction", "Social media")),
        ("Google-chrome", "猫_哔哩哔哩_bilibili - Google Chrome", ("Distraction", "Video")),
        ("Google-chrome", "Python 教程_哔哩哔哩_bilibili - Google Chrome", ("Learning", "Courses")),
        ("msedge.exe", "Inbox - me@example.org - Gmail - Microsoft\u200b Edge", ("Communication", "Email")),
        ("wemeetapp", "腾讯会议", ("Meetings", "Calls")),
        ("teams-for-linux", "Weekly | Microsoft Teams meeting", ("Meetings", "Calls")),
        ("WeChat", "微信", ("Communication", "Chat")),
        ("feishu", "飞书", ("Communication", "Team chat")),
        ("wps", "预算.xlsx - WPS Office", ("Focus", "Data and tables")),
        ("soffice", "plan.odt - LibreOffice Writer", ("Focus", "Writing")),
        ("firefox", "A page that nobody knows — Mozilla Firefox", ()),
    ],
)
def test_common_windows_find_their_category(app: str, title: str, path: tuple[str, ...]) -> None:
    tree, rules = installed(pack("en"))
    name = app.removesuffix(".exe")
    labels = RuleSet(rules, tree).label(Look(1, name, title))
    assert tree.path(labels.category_id or 0) == path


def test_most_of_the_sample_history_has_a_category(starter: tuple[CategoryTree, list[Rule]]) -> None:
    tree, rules = starter
    ready, dice = RuleSet(rules, tree), Random(3)
    found = [ready.label(Look(1, app.app, Titles(app, dice).one(dice))) for app in APPS for _ in range(20)]
    assert sum(one.category_id is not None for one in found) / len(found) > 0.95


def test_sites_that_titles_name_are_sites_of_the_pack_or_left_to_the_person() -> None:
    tree, rules = installed(pack("en"))
    ready = RuleSet(rules, tree)
    known = [
        site for site in set(title_names().sites.values()) if ready.label(Look(1, "firefox", "x", site)).category_id
    ]
    assert len(known) / len(set(title_names().sites.values())) > 0.9
