"""Category files of ActivityWatch in all their shapes, decided as ActivityWatch decides, and written back."""

from __future__ import annotations

import json
import re
from typing import Any as Anything

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.look import Look
from engine.domain.rule_pack import Pack, PackCategory, PackRule, RulesFileError
from engine.domain.rules import All, Any, Field, How, Rule, Test
from engine.history.rules.activitywatch_reading import read_activitywatch
from engine.history.rules.activitywatch_writing import write_activitywatch
from engine.history.rules.dialects import to_re2
from engine.history.rules.rule_set import RuleSet

CLASSES: list[dict[str, Anything]] = [
    {"id": 0, "name": ["Work"], "rule": {"type": "none"}, "data": {"color": "#0F0", "score": 10}},
    {
        "id": 1,
        "name": ["Work", "Programming"],
        "rule": {"type": "regex", "regex": "GitHub|vim|Code", "ignore_case": True},
    },
    {"id": 2, "name": ["Media"], "rule": {"type": "none"}, "data": {"color": "red", "score": -3}},
    {"id": 3, "name": ["Media", "Video"], "rule": {"type": "regex", "regex": "YouTube|GitHub"}},
    {"id": 4, "name": ["Comms", "Mail"], "rule": {"type": "regex", "regex": "Gmail", "ignore_case": False}},
    {"id": 5, "name": ["Uncategorized"], "rule": None, "data": {"color": "#CCC"}},
]


def shaped(kind: str) -> str:
    plain = [{key: value for key, value in one.items() if key != "id"} for one in CLASSES]
    shapes: dict[str, Anything] = {"2026": {"id": "default", "categories": CLASSES}, "older": {"categories": plain}}
    return json.dumps(shapes.get(kind, CLASSES))


@pytest.mark.parametrize("kind", ["2026", "older", "list"])
def test_every_shape_is_read(kind: str) -> None:
    pack = read_activitywatch(shaped(kind))
    assert pack.categories == (
        PackCategory(("Work",), "#00FF00", 2),
        PackCategory(("Media",), "#FF0000", -1),
        PackCategory(("Comms",)),
        PackCategory(("Work", "Programming")),
        PackCategory(("Media", "Video")),
        PackCategory(("Comms", "Mail")),
    )
    assert [rule.target[-1] for rule in pack.rules] == ["Programming", "Video", "Mail"]
    first = pack.rules[0].match
    assert first == Any(tuple(Test(field, How.REGEX, "GitHub|vim|Code") for field in (Field.APP, Field.TITLE)))
    assert (pack.left_out, pack.notes) == ((), ())


def as_activitywatch(app: str, title: str) -> tuple[str, ...]:
    """Decide as aw-core does: search every class in app and title, take the deepest, the later one of equals."""
    found: list[tuple[str, ...]] = [("Uncategorized",)]
    for one in CLASSES:
        rule = one["rule"] or {}
        if rule.get("regex"):
            pattern = re.compile(rule["regex"], re.IGNORECASE if rule.get("ignore_case") else 0)
            if pattern.search(app) or pattern.search(title):
                found.append(tuple(one["name"]))
    return max(reversed(found), key=len)


words = st.lists(st.sampled_from("GitHub github vim Code YouTube youtube Gmail gmail note".split()), max_size=3)


@given(words, words)
def test_labels_are_those_of_activitywatch(app: list[str], title: list[str]) -> None:
    pack = read_activitywatch(shaped("2026"))
    ids = {one.path: number for number, one in enumerate(pack.categories, 1)}
    tree = CategoryTree(Category(n, path[-1], ids.get(path[:-1])) for path, n in ids.items())
    ready = RuleSet(
        [Rule(n, Facet.CATEGORY, ids[r.target], r.match, position=n) for n, r in enumerate(pack.rules)], tree
    )
    look = Look(1, " ".join(app), " ".join(title))
    assert (tree.path(ready.label(look).category_id or 0) or ("Uncategorized",)) == as_activitywatch(
        look.app, look.title
    )


def test_rules_that_cannot_be_taken_over_are_listed_and_the_others_come() -> None:
    entries = [
        {"name": ["A"], "rule": {"type": "regex", "regex": "foo(?!bar)"}},
        {"name": ["B"], "rule": {"type": "regex", "regex": r"(a)\1"}},
        {"name": ["C", "D"], "rule": {"type": "keyword", "words": ["x"]}},
        {"name": ["E"], "rule": {"type": "regex", "regex": r"\bplan\b\Z"}, "data": {"color": "mauve"}},
        {"name": ["F"], "rule": {"type": "regex", "regex": ""}},
    ]
    pack = read_activitywatch(json.dumps({"categories": entries}))
    assert [remark.name for remark in pack.left_out] == ["A", "B", "C > D"]
    assert "looks ahead" in pack.left_out[0].text
    assert "refers back" in pack.left_out[1].text
    assert [rule.target for rule in pack.rules] == [("E",)]
    assert [(note.name, note.text[:10]) for note in pack.notes] == [("E", "its colour"), ("E", "\\b know on")]
    assert len(pack.categories) == 6


def test_text_that_is_no_text_goes_no_further() -> None:
    text = r'[{"name": ["A\ud800"], "rule": {"type": "regex", "regex": "\udfff"}, "data": {"score": NaN, "color": 3}}]'
    pack = read_activitywatch(text)
    assert pack.categories == (PackCategory(("A",)),)
    assert len(pack.left_out) == 1
    assert pack.rules == ()


@pytest.mark.parametrize(
    ("python", "re2"),
    [
        (r"end\Z", r"end\z"), (r"\\Z", r"\\Z"), (r"\u4f1a", r"\x{4f1a}"), ("a{,3}", "a{0,3}"), ("(?iu)a", "(?i)a"),
        ("(?u)a", "a"), ("plain", "plain"), (r"\d+", r"\d+"),
    ],
)  # fmt: skip
def test_dialects_are_translated(python: str, re2: str) -> None:
    assert to_re2(python)[0] == re2


@pytest.mark.parametrize(
    "text", ["", "{", "3", "{}", '{"categories": {}}', '[{"name": []}]', '[{"name": 3}]', '[["Work"]]', "[" * 99_999]
)
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(RulesFileError):
        read_activitywatch(text)


def test_what_is_written_is_read_back_with_the_same_labels() -> None:
    pack = read_activitywatch(shaped("2026"))
    text, left_out = write_activitywatch(pack)
    assert left_out == ()
    again = read_activitywatch(text)
    assert set(again.categories) == set(pack.categories)
    assert again.rules == pack.rules


def test_what_activitywatch_cannot_say_is_left_out_with_its_reason() -> None:
    code = Test(Field.APP, How.EQUALS, "c++")
    path = ("Work",)
    pack = Pack(
        (PackCategory(path, "#1F5FBF", 2),),
        (
            PackRule(Facet.CATEGORY, path, code),
            PackRule(Facet.CATEGORY, path, Test(Field.TITLE, How.GLOB, "*.p?")),
            PackRule(Facet.CATEGORY, path, Test(Field.TITLE, How.CONTAINS, "Plan", case=True)),
            PackRule(Facet.CATEGORY, path, Test(Field.TITLE, How.REGEX, "(?i)zeta|b1", case=True)),
            PackRule(Facet.CATEGORY, path, Test(Field.SITE, How.EQUALS, "x.org")),
            PackRule(Facet.CATEGORY, path, All((code,))),
            PackRule(Facet.TAG, ("t",), code),
            PackRule(Facet.CATEGORY, path, code, enabled=False),
        ),
    )
    text, left_out = write_activitywatch(pack)
    assert [remark.text for remark in left_out] == [
        "rules of ActivityWatch do not see the site",
        "ActivityWatch has neither “all” nor “not”",
        "ActivityWatch has no tags",
    ]
    (entry,) = json.loads(text)["categories"]
    assert entry["data"] == {"color": "#1F5FBF", "score": 10}
    pattern = re.compile(entry["rule"]["regex"], re.IGNORECASE if entry["rule"]["ignore_case"] else 0)
    assert all(pattern.search(found) for found in ("C++", "x.py", "the Plan", "ZETA", "b1"))
    assert not any(pattern.search(other) for other in ("c+++", "plan", "x.pyc.d"))
