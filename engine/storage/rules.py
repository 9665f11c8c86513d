"""The person's rules, as stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from engine.domain.categories import Facet
from engine.domain.errors import UsageError
from engine.domain.rules import Rule
from engine.domain.rules_json import expression_from_json, expression_to_json
from engine.storage.database import Database
from engine.storage.queries.rule_book import revision_of_rules, turn_page
from engine.storage.tables import category, rule


class RuleStore:
    """Reads and writes rules; every change counts the revision up, in the same transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Rule]:
        """Return every rule, by position."""
        with self._database.reading() as connection:
            return _all(connection)

    def revision(self) -> int:
        """Return the revision in force; looks that another one has labelled are out of date."""
        with self._database.reading() as connection:
            return revision_of_rules(connection)

    def all_with_revision(self) -> tuple[list[Rule], int]:
        """Return the rules and their revision from one state of the database."""
        with self._database.reading() as connection:
            return _all(connection), revision_of_rules(connection)

    def add(self, new: Rule) -> int:
        """Store a rule after the others where its position is 0, and return its number; UsageError for no target."""
        with self._database.writing() as connection:
            last = connection.execute(select(func.coalesce(func.max(rule.c.position), 0))).scalar_one()
            number = _add(connection, new, new.position or last + 1)
            turn_page(connection)
        return number

    def change(self, changed: Rule) -> None:
        """Replace the stored rule of that number; UsageError where it or its target is gone."""
        with self._database.writing() as connection:
            values = rule_columns(connection, changed)
            done = connection.execute(update(rule).where(rule.c.id == changed.id).values(values)).rowcount
            if not done:
                raise UsageError("This rule is gone. Load the rules anew.")
            turn_page(connection)

    def arrange(self, numbers: Sequence[int]) -> None:
        """Put the rules of these numbers, which must be all there are, into this order; UsageError for others."""
        with self._database.writing() as connection:
            known = set(connection.execute(select(rule.c.id)).scalars())
            if known != set(numbers) or len(known) != len(numbers):
                raise UsageError("The rules have changed meanwhile. Load them anew.")
            for position, number in enumerate(numbers, start=1):
                connection.execute(update(rule).where(rule.c.id == number).values(position=position))
            turn_page(connection)

    def remove(self, rule_id: int) -> None:
        """Remove a rule; UsageError where there is none of that number."""
        with self._database.writing() as connection:
            if rule_id not in set(connection.execute(select(rule.c.id)).scalars()):
                raise UsageError("This rule is gone already.")
            connection.execute(delete(rule).where(rule.c.id == rule_id))
            turn_page(connection)


def _all(connection: Connection) -> list[Rule]:
    return [rule_of(row) for row in connection.execute(select(rule).order_by(rule.c.position, rule.c.id))]


def rule_of(row: Any) -> Rule:
    """Return the rule a row stands for."""
    target = row.category_id if row.facet == Facet.CATEGORY else row.name
    expression = expression_from_json(row.expression)
    return Rule(row.id, Facet(row.facet), target, expression, bool(row.enabled), row.position)


def _add(connection: Connection, new: Rule, position: int) -> int:
    values = {**rule_columns(connection, new), "position": position}
    return int(connection.execute(insert(rule).returning(rule.c.id), values).scalar_one())


def rule_columns(connection: Connection, one: Rule) -> dict[str, Any]:
    """Return a rule's row but for its number; UsageError where it has no target."""
    of_category = one.facet is Facet.CATEGORY
    _check_target(connection, one)
    return {
        "facet": one.facet.value,
        "category_id": one.target if of_category else None,
        "name": None if of_category else str(one.target).strip(),
        "expression": expression_to_json(one.match),
        "enabled": int(one.enabled),
        "position": one.position,
    }


def _check_target(connection: Connection, one: Rule) -> None:
    if one.facet is not Facet.CATEGORY:
        if not str(one.target).strip():
            raise UsageError(f"A rule for a {one.facet} needs its name.")
    elif connection.execute(select(category.c.id).where(category.c.id == one.target)).first() is None:
        raise UsageError("The category of this rule is gone. Choose another one.")
