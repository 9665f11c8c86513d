"""Suggested rules as plain JSON values and back: how they go from process to process.

Of the windows a rule would clear only the rule is told: whoever reads it knows the groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.domain.labelling import Unknown
from engine.domain.look import Look
from engine.domain.rule_suggestion import RuleSuggestion, Suggested
from engine.domain.rules import Expression
from engine.domain.rules_json import expression_from_json, expression_to_json


def suggested_to_json(suggested: Suggested) -> dict[str, Any]:
    """Return what is suggested as a table."""
    return {
        "found": [
            {
                "category": one.category_id,
                "match": expression_to_json(one.unknown.match),
                "confidence": one.confidence,
                "like": [one.like.id, one.like.app, one.like.title, one.like.site, one.like.document],
            }
            for one in suggested.found
        ],
        "by_meaning": suggested.by_meaning,
        "unread": suggested.unread,
    }


def suggested_from_json(told: Mapping[str, Any], groups: Mapping[Expression, Unknown]) -> Suggested:
    """Return what a table says of these groups; one that is not among them has a category by now, and is left out.

    KeyError, TypeError, ValueError or UsageError for anything else.
    """
    found = ((expression_from_json(one["match"]), one) for one in told["found"])
    return Suggested(
        tuple(
            RuleSuggestion(int(one["category"]), groups[match], float(one["confidence"]), _look(*one["like"]))
            for match, one in found
            if match in groups
        ),
        bool(told["by_meaning"]),
        int(told["unread"]),
    )


def _look(number: int, app: str, title: str, site: str, document: str) -> Look:
    return Look(number, app, title, site, document)
