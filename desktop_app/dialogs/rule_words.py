"""Rules in the person's language: what they look at, how they compare, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.widgets.plain_text import foreign
from engine.domain.categories import CategoryTree, Facet
from engine.domain.labelling import Fault, Overlap
from engine.domain.look import Look
from engine.domain.rules import All, Any, Expression, Field, How, Not, Rule, Test

_TEXTS: Final = 6
_LONGEST: Final = 60


def field_name(field: Field) -> str:
    """Return what a field is called."""
    translate = QCoreApplication.translate
    return {
        Field.APP: translate("RuleWords", "App"),
        Field.TITLE: translate("RuleWords", "Title"),
        Field.SITE: translate("RuleWords", "Site"),
        Field.DOCUMENT: translate("RuleWords", "Document"),
    }[field]


def how_name(how: How) -> str:
    """Return how a text is compared, as it stands between the field and the text."""
    translate = QCoreApplication.translate
    return {
        How.EQUALS: translate("RuleWords", "is"),
        How.CONTAINS: translate("RuleWords", "contains"),
        How.GLOB: translate("RuleWords", "is like"),
        How.REGEX: translate("RuleWords", "matches"),
    }[how]


def how_hint(how: How) -> str:
    """Return what to write for a way of comparing."""
    translate = QCoreApplication.translate
    return {
        How.EQUALS: translate("RuleWords", "All of it; one text a line, any of them fits"),
        How.CONTAINS: translate("RuleWords", "A part of it; one text a line, any of them fits"),
        How.GLOB: translate("RuleWords", "* is any text, ? one character; one text a line"),
        How.REGEX: translate("RuleWords", "A regular expression; one a line"),
    }[how]


def facet_name(facet: Facet) -> str:
    """Return what a facet is called."""
    translate = QCoreApplication.translate
    return {
        Facet.CATEGORY: translate("RuleWords", "Category"),
        Facet.PROJECT: translate("RuleWords", "Project"),
        Facet.TAG: translate("RuleWords", "Tag"),
    }[facet]


def category_path(tree: CategoryTree, category_id: int) -> str:
    """Return the names from the root down to the category."""
    return " › ".join(foreign(name, _LONGEST) for name in tree.path(category_id))


def target_name(rule: Rule, tree: CategoryTree) -> str:
    """Return what a rule counts its matches as."""
    if isinstance(rule.target, int):
        return category_path(tree, rule.target) or "—"
    return foreign(rule.target, _LONGEST)


def weight_name(weight: int) -> str:
    """Return a focus weight with its sign."""
    return f"+{weight}" if weight > 0 else f"−{-weight}" if weight < 0 else "0"


def match_words(expression: Expression) -> str:
    """Return an expression as a sentence; of long lists the first texts and how many there are."""
    translate = QCoreApplication.translate
    if isinstance(expression, Test):
        return _comparison([expression])
    if isinstance(expression, Not):
        return translate("RuleWords", "not (%1)").replace("%1", match_words(expression.part))
    if isinstance(expression, Any) and (alike := alike_tests(expression.parts)):
        return _comparison(alike)
    between = translate("RuleWords", " and ") if isinstance(expression, All) else translate("RuleWords", " or ")
    parts = [_bracketed(part) for part in expression.parts[:_TEXTS]]
    if len(expression.parts) > _TEXTS:
        parts.append("…")
    return between.join(parts) or "—"


def alike_tests(parts: Sequence[Expression]) -> list[Test]:
    """Return the parts where all are comparisons of one field in one way, else nothing."""
    tests = [part for part in parts if isinstance(part, Test)]
    kinds = {(test.field, test.how, test.case) for test in tests}
    return tests if len(tests) == len(parts) and len(kinds) == 1 else []


def is_named(look: Look) -> bool:
    """Return whether rules have anything to go by: time away and windows kept without a name have nothing."""
    return bool(look.app or look.title or look.site or look.document)


def _bracketed(part: Expression) -> str:
    words = match_words(part)
    plain = isinstance(part, Test | Not) or (isinstance(part, Any) and bool(alike_tests(part.parts)))
    return words if plain else f"({words})"


def _comparison(tests: Sequence[Test]) -> str:
    first = tests[0]
    first_mark, last_mark, between = ('"', '"', ", ") if _gap() else ("“", "”", "")  # Chinese marks stand apart alone
    shown = (foreign(test.text, _LONGEST) for test in tests[:_TEXTS])
    texts = between.join(f"{first_mark}{text}{last_mark}" for text in shown)
    if len(tests) > _TEXTS:
        more = QCoreApplication.translate("RuleWords", "%1 and %2 more")
        texts = more.replace("%2", str(len(tests) - _TEXTS)).replace("%1", texts)
    return f"{field_name(first.field)}{_gap()}{how_name(first.how)}{_gap()}{texts}"


def _gap() -> str:
    """Return what stands between two words; nothing does in Chinese."""
    return "" if QLocale().language() == QLocale.Language.Chinese else " "


def overlap_words(overlap: Overlap, tree: CategoryTree) -> str:
    """Return what is wrong with a rule among the others."""
    translate = QCoreApplication.translate
    sentence = {
        Fault.IDENTICAL: translate("RuleWords", "The very same match is in a later rule, which decides: %1"),
        Fault.ALWAYS_LOSES: translate("RuleWords", "Never decides: another rule wins each time: %1"),
        Fault.NEVER_MATCHES: translate("RuleWords", "Matches nothing in your history."),
        Fault.NO_TARGET: translate("RuleWords", "Its category is gone."),
    }[overlap.fault]
    other = "—"
    if overlap.other is not None:
        other = f"{target_name(overlap.other, tree)} ({match_words(overlap.other.match)})"
    return sentence.replace("%1", other)
