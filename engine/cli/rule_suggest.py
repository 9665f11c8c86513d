"""`kairos rules suggest`: rules for what has no category, learned from what was put right by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.rule_words import counted
from engine.cli.terminal import say, say_json
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.rules_json import expression_to_json
from engine.history.rules.words import in_words

if TYPE_CHECKING:
    from engine.domain.categories import CategoryTree
    from engine.domain.rule_suggestion import RuleSuggestion, Suggested


def suggest(
    context: typer.Context,
    add: Annotated[
        list[int] | None, typer.Option("--add", metavar="NUMBER", help="Make this suggestion a rule; may be repeated.")
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Suggest rules for what has no category, learned from the windows you gave one."""
    with opened(profile_of(context, profile)) as engine:
        tree, suggested = engine.rules.tree(), engine.rule_suggestions.suggest()
        found = suggested.found
        for one in [_chosen(found, number) for number in add or ()]:
            engine.rule_suggestions.accept(one)
        done = engine.rules.relabel_all() if add else None
    if as_json:
        told = [_json(one, tree) for one in found]
        looks_changed = done.changed if done else 0
        say_json({"suggestions": told, "by_meaning": suggested.by_meaning, "looks_changed": looks_changed})
    elif done is not None:
        made, looks = counted(len(add or ()), "rule"), counted(done.changed, "window")
        say(f"Made: {made}. Counted otherwise now: {looks}.")
    else:
        for line in _lines(suggested, tree):
            say(plain(line))


def _chosen(found: Sequence[RuleSuggestion], number: int) -> RuleSuggestion:
    if not 1 <= number <= len(found):
        raise UsageError(f"There is no suggestion {number}. List them with: kairos rules suggest")
    return found[number - 1]


def _lines(suggested: Suggested, tree: CategoryTree) -> list[str]:
    found = suggested.found
    if not found:
        return [
            "Nothing is sure enough yet. Give some windows a category first, for example with: kairos correct label"
        ]
    lines = [
        f"{number:>4}  {' > '.join(tree.path(one.category_id))}: {in_words(one.unknown.match)} "
        f"({counted(round(one.unknown.ms / MS_PER_MINUTE), 'minute')}, like “{one.like.title or one.like.app}”)"
        for number, one in enumerate(found, 1)
    ]
    if not suggested.by_meaning:
        lines.append("Told by shared words and apps alone: what titles mean could not be asked.")
    return [*lines, "To make one a rule: kairos rules suggest --add NUMBER"]


def _json(one: RuleSuggestion, tree: CategoryTree) -> dict[str, Any]:
    return {
        "category": list(tree.path(one.category_id)),
        "match": expression_to_json(one.unknown.match),
        "words": in_words(one.unknown.match),
        "ms": one.unknown.ms,
        "windows": len(one.unknown.seen),
        "confidence": round(one.confidence, 4),
        "like": one.like.title or one.like.app,
    }
