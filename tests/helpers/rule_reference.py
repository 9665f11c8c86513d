"""Rules decided the plain way: every rule on every look with Python's own tools, and no cleverness at all."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Sequence

from engine.domain.categories import Category, Facet, Labels
from engine.domain.look import Look
from engine.domain.rules import All, Expression, Field, How, Not, Rule, Test

RANK = {Field.APP: 1, Field.TITLE: 2, Field.SITE: 3, Field.DOCUMENT: 4}


def holds(expression: Expression, look: Look) -> bool:
    """Say whether the expression matches the look, whose site and document are what they are."""
    if isinstance(expression, Test):
        value = str(getattr(look, expression.field.value))
        name = value.rpartition("/")[2] if expression.field is Field.DOCUMENT else value  # of whatever folder
        return compare(expression, value) or compare(expression, name)
    if isinstance(expression, Not):
        return not holds(expression.part, look)
    found = [holds(part, look) for part in expression.parts]
    return all(found) if isinstance(expression, All) else any(found)


def compare(test: Test, value: str) -> bool:
    """Say whether one comparison holds for a text."""
    if test.how is How.REGEX:
        return re.search(test.text, value, 0 if test.case else re.IGNORECASE) is not None
    text, value = (test.text, value) if test.case else (test.text.casefold(), value.casefold())
    if test.how is How.CONTAINS:
        return text in value
    if test.how is How.GLOB:
        return fnmatch.fnmatchcase(value, text)
    return site_lies_in(value, text) if test.field is Field.SITE else value == text


def site_lies_in(site: str, wanted: str) -> bool:
    """Say whether a site is the wanted one, on a subdomain of it or below its path."""
    host, _, path = site.rstrip("/").partition("/")
    wanted_host, _, wanted_path = wanted.rstrip("/").partition("/")
    below = path == wanted_path or path.startswith(wanted_path + "/") or not wanted_path
    return below and (host == wanted_host or host.endswith("." + wanted_host))


def rank(expression: Expression) -> int:
    """Return the rank of the most specific field outside of “not”, 0 without any."""
    if isinstance(expression, Test):
        return RANK[expression.field]
    if isinstance(expression, Not):
        return 0
    return max((rank(part) for part in expression.parts), default=0)


def label(look: Look, rules: Sequence[Rule], categories: Sequence[Category]) -> Labels:
    """Return the look's labels by trying everything."""
    if not (look.app or look.title or look.site or look.document):
        return Labels()
    parents = {one.id: one.parent_id for one in categories}

    def depth(target: int | str | None) -> int:
        return 1 + depth(parents[target]) if isinstance(target, int) and target in parents else 0

    best: dict[Facet, tuple[tuple[int, int, int, int], int | str]] = {}
    for rule in rules:
        known = rule.target in parents if rule.facet is Facet.CATEGORY else bool(rule.target)
        if rule.enabled and known and holds(rule.match, look):
            deep = depth(rule.target) if rule.facet is Facet.CATEGORY else 0
            key = (deep, rank(rule.match), rule.position, rule.id or 0)
            best[rule.facet] = max(
                best.get(rule.facet, ((-1, 0, 0, 0), "")), (key, rule.target), key=lambda one: one[0]
            )
    category = best.get(Facet.CATEGORY, (None, None))[1]
    project, tag = (str(best[facet][1]) if facet in best else "" for facet in (Facet.PROJECT, Facet.TAG))
    return Labels(category if isinstance(category, int) else None, project, tag)
