"""Rule packs: what is written reads back the same, and what is wrong is refused whole with the place."""

from __future__ import annotations

import pytest
from helpers.rule_strategies import expressions
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.rule_pack import Pack, PackCategory, PackRule, RulesFileError
from engine.domain.rules import Any, Expression, Field, How, Not, Rule, Test
from engine.history.rules.expressions import check
from engine.history.rules.merging import additions, as_pack
from engine.history.rules.pack_notation import expression_from_table, table_of
from engine.history.rules.pack_reading import read_pack
from engine.history.rules.pack_writing import write_pack

CODE = Test(Field.APP, How.EQUALS, "code")


def refused(expression: Expression) -> bool:
    try:
        check(expression)
        expression_from_table(table_of(expression))
    except UsageError:
        return True
    return False


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(lambda text: " ".join(plain(text).split()))


@given(expressions, st.lists(names.filter(bool), min_size=1, max_size=4), st.sampled_from(Facet), st.booleans())
def test_what_is_written_reads_back_the_same(match: Expression, path: list[str], facet: Facet, enabled: bool) -> None:
    assume(not refused(match))
    target = tuple(path if facet is Facet.CATEGORY else path[:1])
    parents = target if facet is Facet.CATEGORY else ()
    categories = tuple(PackCategory(parents[: n + 1], "#ABCDEF" if n else None, n - 1) for n in range(len(parents)))
    pack = Pack(categories, (PackRule(facet, target, match, enabled),), name=path[0])
    assert read_pack(write_pack(pack)) == pack


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=50))
def test_any_text_survives(text: str) -> None:
    rule = PackRule(Facet.TAG, ("x",), Test(Field.TITLE, How.EQUALS, text))
    assert read_pack(write_pack(Pack((), (rule,)))).rules == (rule,)


def test_a_pack_is_written_for_people() -> None:
    match = Any((CODE, Test(Field.APP, How.EQUALS, "微信")))
    text = write_pack(
        Pack((PackCategory(("工作",), "#1F5FBF", 2),), (PackRule(Facet.CATEGORY, ("工作",), match),), "Mine")
    )
    assert text == (
        'format = 1\nname = "Mine"\n\n[[category]]\npath = ["工作"]\ncolour = "#1F5FBF"\nweight = 2\n\n'
        '[[rule]]\ncategory = ["工作"]\nmatch = { app = { equals = ["code", "微信"] } }\n'
    )


def test_parents_and_targets_are_made_where_they_are_not_listed() -> None:
    pack = read_pack(
        'format = 1\n[[category]]\npath = ["A", "B"]\ncolour = "focus"\n'
        '[[category]]\npath = ["A"]\nweight = 1\n'
        '[[rule]]\ncategory = ["C", "D"]\nmatch.app.equals = "x"\n'
    )
    assert pack.categories == (
        PackCategory(("A",), None, 1),
        PackCategory(("C",)),
        PackCategory(("A", "B"), "#1F5FBF"),
        PackCategory(("C", "D")),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no toml at all [", "not TOML"),
        ("", "format = 1"),
        ("format = 2", "newer Kairos"),
        ("format = 1\ncategory = 3", r"\[\[category\]\]"),
        ("format = 1\n[[category]]\ncolour = 'focus'", "Category 1: a category is a list"),
        ("format = 1\n[[category]]\npath = ['A']\ncolour = 'pink'", "Category 1: 'pink' is no colour"),
        ("format = 1\n[[category]]\npath = ['A']\nweight = 3", "Category 1: 3 is no weight"),
        ("format = 1\n[[category]]\npath = ['A']\nweight = true", "no weight"),
        (
            "format = 1\n[[category]]\npath = ['A','B','C','D','E','F','G','H','I']",
            "Category 1: A category can lie 8 deep",
        ),
        ("format = 1\n[[category]]\npath = ['A', '\u200b']", "A name is empty"),
        ("format = 1\n[[rule]]\nmatch.app.equals = 'x'", "Rule 1 must name one of category, project, tag"),
        ("format = 1\n[[rule]]\ntag = 'a'\nproject = 'b'\nmatch.app.equals = 'x'", "Rule 1 must name one"),
        ("format = 1\n[[rule]]\ntag = ['a', 'b']\nmatch.app.equals = 'x'", "a tag is one name"),
        ("format = 1\n[[rule]]\ntag = 'a'", "Rule 1 .a.: the match must be a table"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.window.equals = 'x'", "knows no “window”"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.app.is = 'x'", "knows no “is”"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.app.equals = 3", "a text or a list"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.app.contains = ''", "needs a text"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.all = []", "a list of matches"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch.title.regex = 'a(?=b)'", "looks ahead or behind"),
        ("format = 1\n[[rule]]\ntag = 'a'\nmatch" + ".not" * 40 + ".app.equals = 'x'", "nested more than 32"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, words: str) -> None:
    with pytest.raises(RulesFileError, match=words):
        read_pack(text)


TREE = CategoryTree([Category(1, "Work"), Category(2, "Code", 1, "#1F5FBF", 2)])
RULES = [Rule(1, Facet.CATEGORY, 2, CODE, position=1), Rule(2, Facet.TAG, "x", Not(CODE), position=2)]


def test_what_is_there_already_is_not_added_again() -> None:
    pack = as_pack(TREE, RULES)
    added = additions(pack, TREE, RULES)
    assert (added.categories, added.rules, added.known_rules) == ((), (), 2)
    twice = Pack(pack.categories, pack.rules * 2)
    assert len(additions(twice, CategoryTree(()), []).rules) == 2


def test_only_what_is_new_is_added_and_paths_are_compared_without_case() -> None:
    pack = Pack(
        (PackCategory(("work",)), PackCategory(("work", "Mail"), "#000000")),
        (PackRule(Facet.CATEGORY, ("WORK", "code"), CODE), PackRule(Facet.CATEGORY, ("work", "Mail"), CODE)),
    )
    added = additions(pack, TREE, RULES)
    assert added.categories == (PackCategory(("work", "Mail"), "#000000"),)
    assert [one.target for one in added.rules] == [("work", "Mail")]


def test_a_rule_whose_category_is_gone_is_not_packed() -> None:
    gone = Rule(3, Facet.CATEGORY, 99, CODE, position=3)
    assert [one.target for one in as_pack(TREE, [*RULES, gone]).rules] == [("Work", "Code"), ("x",)]
