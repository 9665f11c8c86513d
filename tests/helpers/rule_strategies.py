"""Random looks, categories and rules that have something to do with each other."""

from __future__ import annotations

from hypothesis import strategies as st

from engine.domain.categories import Category, Facet
from engine.domain.look import Look
from engine.domain.rules import All, Any, Expression, Field, How, Not, Rule, Test

WORDS = ["code", "Code", "plan", "PLAN.py", "github.com", "gist.github.com/a", "github.com/a/b", "会议", "b", "ä"]
PATTERNS = ["code|plan", "^pl.n", r"\.py$", "[a-c]+", "(a+)+$", "会议?", "g.t", "x*"]
GLOBS = ["*", "code", "*.py", "pl?n", "[!x]ode", "*github*", "*a*"]
words = st.sampled_from(WORDS)
texts = st.one_of(st.just(""), words, st.lists(words, min_size=2, max_size=3).map(" ".join))


@st.composite
def comparisons(draw: st.DrawFn) -> Test:
    """A comparison that often holds for one of the looks."""
    how = draw(st.sampled_from(How))
    source = {How.REGEX: st.sampled_from(PATTERNS), How.GLOB: st.sampled_from(GLOBS)}.get(how, words)
    return Test(draw(st.sampled_from(Field)), how, draw(source), draw(st.booleans()))


expressions: st.SearchStrategy[Expression] = st.recursive(
    comparisons(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Any(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=6,
)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """A rule; numbers 1 to 6 are categories, 9 is one that is gone."""
    facet = draw(st.sampled_from(Facet))
    numbers, names = st.sampled_from([1, 2, 3, 4, 5, 6, 9]), st.sampled_from(["atlas", "home", ""])
    target: int | str = draw(numbers) if facet is Facet.CATEGORY else draw(names)
    return Rule(None, facet, target, draw(expressions), draw(st.integers(0, 9)) > 0, draw(st.integers(0, 3)))


rule_lists = st.lists(rules(), max_size=8).map(
    lambda found: [Rule(n, r.facet, r.target, r.match, r.enabled, r.position) for n, r in enumerate(found, 1)]
)
# Sites and documents are never empty here, so that none is read off the title.
looks = st.builds(Look, st.integers(1, 99), texts, texts, words, words)


@st.composite
def trees(draw: st.DrawFn) -> list[Category]:
    """Categories 1 to 6, each below an earlier one or a root."""
    found: list[Category] = []
    for number in range(1, 7):
        parent = draw(st.sampled_from([None, *range(1, number)]))
        found.append(Category(number, f"C{number}", parent))
    return found
