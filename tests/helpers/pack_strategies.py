"""Random items of packs, many of them about what a filled profile has already."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from engine.domain.blocks import About, BlockKind, FlexibleBlock
from engine.domain.categories import Facet
from engine.domain.learning import ItemKind
from engine.domain.packs import PackFlexible, PackItem, PackKind, PackMaterial, PackRepeated, PackSkill
from engine.domain.rule_pack import PackCategory, PackRule
from engine.domain.rules import All, Any, Expression, Field, How, Not, Test

NAMES = st.sampled_from(["Work", "work", "Code", "Play", "会议", 'Quo"te', "A\\b", "Statistics", "Ä"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(tuple)
TITLES = st.sampled_from(["All of Statistics", "Lectures", "On Sampling", "另一篇", "Deep work", "Letters", "Walk"])

tests = st.one_of(
    st.builds(Test, st.sampled_from(Field), st.sampled_from([How.EQUALS, How.CONTAINS, How.GLOB]), NAMES),
    st.builds(
        Test, st.sampled_from(Field), st.just(How.REGEX), st.sampled_from(["a|b", r"\.py$", "(?i)x"]), st.booleans()
    ),
)
expressions: st.SearchStrategy[Expression] = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: Any(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)
categories = st.builds(
    PackCategory, PATHS, st.sampled_from([None, "#1F5FBF", "#111111"]), st.one_of(st.none(), st.integers(-2, 2))
)
rules = st.one_of(
    st.builds(PackRule, st.just(Facet.CATEGORY), PATHS, expressions, st.booleans()),
    st.builds(PackRule, st.sampled_from([Facet.PROJECT, Facet.TAG]), NAMES.map(lambda name: (name,)), expressions),
)
materials = st.builds(
    PackMaterial,
    TITLES,
    st.sampled_from(ItemKind),
    st.integers(1, 900),
    link=st.sampled_from(["", "https://learn.example/stats"]),
    doi=st.sampled_from(["", "10.1000/xyz.1"]),
    file=st.sampled_from(["", "sampling.pdf"]),
    digest=st.sampled_from(["", "0f" * 16]),
)
skills = st.builds(
    PackSkill, NAMES, st.integers(1, 5), st.sampled_from([0, 15, 240]), st.sampled_from([None, 0.0, 6.5])
)
repeated = st.builds(
    PackRepeated,
    TITLES,
    st.sampled_from(BlockKind),
    st.integers(0, 1_439),
    st.integers(1, 300),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=15"]),
)


@st.composite
def flexible(draw: st.DrawFn) -> PackFlexible:
    """A flexible block that can be meant."""
    shortest = draw(st.integers(5, 120))
    start = draw(st.integers(0, 1_000))
    return PackFlexible(
        FlexibleBlock(
            About(draw(st.sampled_from(BlockKind)), draw(TITLES), protected=draw(st.booleans())),
            shortest,
            draw(st.integers(shortest, 200)),
            draw(st.integers(0, 9)),
            start,
            draw(st.integers(start + shortest, 1_440)),
            draw(st.frozensets(st.integers(0, 6), min_size=1)),
        )
    )


@st.composite
def learning(draw: st.DrawFn) -> list[PackItem]:
    """Skills, and materials of them."""
    found = draw(st.lists(skills, min_size=1, max_size=3))
    items = draw(st.lists(materials, max_size=4))
    return [*found, *(replace(one, skill=draw(st.sampled_from(found)).name) for one in items)]


ITEMS: dict[PackKind, st.SearchStrategy[list[PackItem]]] = {
    PackKind.RULES: st.lists(st.one_of(categories, rules), min_size=1, max_size=6),
    PackKind.READING: st.lists(materials, min_size=1, max_size=4).map(list),
    PackKind.BLOCKS: st.lists(st.one_of(flexible(), repeated), min_size=1, max_size=4),
    PackKind.LEARNING: learning(),
}
