"""How an edit of the rules is taken back: by the edit that undoes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.domain.labelling import RulesChange
from engine.domain.rules import Rule

if TYPE_CHECKING:
    from engine.api import Rules

WayBack = Callable[["Rules"], RulesChange]


def follower(rule: Rule, order: Sequence[Rule]) -> int | None:
    """Return the number of the rule right after one, None where it is the last."""
    numbers = [one.id for one in order]
    after = numbers.index(rule.id) + 1 if rule.id in numbers else len(numbers)
    return numbers[after] if after < len(numbers) else None


def put_back(rule: Rule, before_id: int | None) -> WayBack:
    """Return what adds a removed rule again, in its old place; it has another number then."""

    def undo(rules: Rules) -> RulesChange:
        change = rules.add_rule(replace(rule, id=None))
        still_there = any(one.id == before_id for one in rules.all())
        for number in change.rules if still_there else ():
            rules.move_rule(number, before_id)
        return change

    return undo


def move_back(number: int, before_id: int | None) -> WayBack:
    """Return what moves a rule to its old place."""
    return lambda rules: rules.move_rule(number, before_id)


def as_before(rule: Rule) -> WayBack:
    """Return what gives a rule its old words, target and state again."""
    return lambda rules: rules.change_rule(rule)
