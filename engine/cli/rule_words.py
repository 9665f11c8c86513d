"""Rules, decisions and warnings as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.domain.categories import Facet
from engine.domain.labelling import Fault, WonBy
from engine.domain.rules_json import expression_to_json
from engine.history.rules.words import in_words

if TYPE_CHECKING:
    from engine.domain.categories import CategoryTree
    from engine.domain.labelling import Decision, FacetDecision, Overlap
    from engine.domain.rule_pack import Remark
    from engine.domain.rules import Rule

_SHOWN = 12
_WHY = {
    WonBy.ALONE: "no other rule matched",
    WonBy.DEEPER: "its category lies deepest",
    WonBy.MORE_SPECIFIC: "it looks at the more specific field",
    WonBy.LATER: "it comes later",
}
_FAULTS = {
    Fault.IDENTICAL: "has the same match as rule {other}, which wins",
    Fault.ALWAYS_LOSES: "matches but always loses, mostly to rule {other}",
    Fault.NO_TARGET: "leads to a category that is gone",
}


def target_words(rule: Rule, tree: CategoryTree) -> str:
    """Return what a rule counts matches as: "Work > Code", "project atlas"."""
    if rule.facet is not Facet.CATEGORY:
        return f"{rule.facet.value} {rule.target}"
    return " > ".join(tree.path(rule.target)) if isinstance(rule.target, int) and rule.target in tree else "(gone)"


def rule_line(rule: Rule, tree: CategoryTree) -> str:
    """Return a rule in one line."""
    off = "" if rule.enabled else " (off)"
    return f"{rule.id:>4}  {target_words(rule, tree)}{off}: {in_words(rule.match)}"


def rule_json(rule: Rule, tree: CategoryTree) -> dict[str, Any]:
    """Return a rule as plain values; match is its stored form."""
    of_category = isinstance(rule.target, int) and rule.facet is Facet.CATEGORY
    return {
        "id": rule.id,
        "facet": rule.facet.value,
        "target": list(tree.path(int(rule.target))) if of_category else rule.target,
        "enabled": rule.enabled,
        "position": rule.position,
        "match": expression_to_json(rule.match),
        "words": in_words(rule.match, shown=1_000),
    }


def overlap_lines(overlaps: Sequence[Overlap]) -> list[str]:
    """Return the warnings; rules that match nothing, which of a starter pack are many, in one line."""
    idle = [one.rule.id for one in overlaps if one.fault is Fault.NEVER_MATCHES]
    lines = [_overlap_line(one) for one in overlaps if one.fault is not Fault.NEVER_MATCHES]
    if idle:
        shown = ", ".join(str(number) for number in idle[:_SHOWN]) + (" ..." if len(idle) > _SHOWN else "")
        lines.append(f"{counted(len(idle), 'rule')} without a match in the history: {shown}")
    return lines


def _overlap_line(overlap: Overlap) -> str:
    other = overlap.other.id if overlap.other else ""
    return f"Rule {overlap.rule.id} {_FAULTS[overlap.fault].format(other=other)}."


def counted(count: int, word: str) -> str:
    """Return "1 rule", "2 rules", "2 categories"."""
    many = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{count} {word if count == 1 else many}"


def overlap_json(overlap: Overlap) -> dict[str, Any]:
    """Return a warning as plain values."""
    other = overlap.other.id if overlap.other else None
    return {"rule": overlap.rule.id, "fault": overlap.fault.value, "other": other}


def decision_lines(decision: Decision, tree: CategoryTree) -> list[str]:
    """Return what was decided and why, a line for each facet that has an answer and for each rule that lost."""
    lines = [f"site {decision.site}"] if decision.site else []
    lines += [f"document {decision.document}"] if decision.document else []
    for one in decision.facets:
        lines += _facet_lines(one, tree)
    return lines


def _facet_lines(one: FacetDecision, tree: CategoryTree) -> list[str]:
    if one.winner is None or one.won_by is None:
        return ["no category: no rule matches"] if one.facet is Facet.CATEGORY else []
    name = target_words(one.winner.rule, tree)
    name = f"category {name}" if one.facet is Facet.CATEGORY else name
    lost = [f"    not rule {rule_line(other.rule, tree).strip()}" for other in one.others]
    return [f"{name}: rule {one.winner.rule.id} wins, {_WHY[one.won_by]}", *lost]


def decision_json(decision: Decision, tree: CategoryTree) -> dict[str, Any]:
    """Return a decision as plain values."""
    labels = decision.labels
    return {
        "category": list(tree.path(labels.category_id or 0)) or None,
        "project": labels.project or None,
        "tag": labels.tag or None,
        "site": decision.site,
        "document": decision.document,
        "facets": {
            one.facet.value: {
                "rule": one.winner.rule.id if one.winner else None,
                "why": one.won_by.value if one.won_by else None,
                "others": [other.rule.id for other in one.others],
            }
            for one in decision.facets
        },
    }


def remarks_json(remarks: tuple[Remark, ...]) -> list[dict[str, str]]:
    """Return remarks as plain values."""
    return [{"name": one.name, "reason": one.text} for one in remarks]
