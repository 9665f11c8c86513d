"""A pack of categories and rules stored as one: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.labelling import RulesChange
from engine.domain.rule_pack import PackCategory, PackRule
from engine.domain.rules_json import expression_to_json
from engine.storage.database import Database
from engine.storage.queries.journal import Journal
from engine.storage.queries.rule_book import turn_page
from engine.storage.tables import category, rule


class PackStore:
    """Adds packs to what is there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, categories: Iterable[PackCategory], rules: Iterable[PackRule]) -> RulesChange:
        """Add the categories, parents before children, and the rules after those there are; return their numbers.

        A category that is there already, case aside, is left as it is; one that a rule names alone is made.
        """
        with self._database.writing() as connection:
            rows = PackRows(connection, Journal(connection))
            for one in categories:
                rows.category(one)
            made = frozenset(rows.rule(one) for one in rules)
            if made:
                turn_page(connection)
        return RulesChange(frozenset(rows.added), made, labels=bool(made))


class PackRows:
    """Writes categories by path, those above them included, and rules by the path of their target."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal
        rows = connection.execute(select(category.c.id, category.c.name, category.c.parent_id))
        tree = CategoryTree(Category(row.id, row.name, row.parent_id) for row in rows)
        self._numbers = {_folded(tree.path(one.id)): one.id for one in reversed(tree.in_order())}
        self.added: list[int] = []

    def category(self, wanted: PackCategory) -> int:
        """Return the category's number; it and what is above it are made where they are missing."""
        known = self._numbers.get(_folded(wanted.path))
        if known is not None:
            return known
        above = wanted.path[:-1]
        parent_id = self.category(PackCategory(above)) if above else None
        row = {"name": wanted.path[-1], "parent_id": parent_id, "colour": wanted.colour, "weight": wanted.weight}
        number = self._journal.insert(category, row)
        self._numbers[_folded(wanted.path)] = number
        self.added.append(number)
        return number

    def rule(self, one: PackRule) -> int:
        """Add a rule after the others and return its number; a category that it names alone is made."""
        last = self._connection.execute(select(func.coalesce(func.max(rule.c.position), 0))).scalar_one()
        return self._journal.insert(rule, {**self.columns(one), "position": last + 1})

    def columns(self, one: PackRule) -> dict[str, Any]:
        """Return the columns of a rule, all but its place among the others."""
        of_category = one.facet is Facet.CATEGORY
        return {
            "facet": one.facet.value,
            "category_id": self.category(PackCategory(one.target)) if of_category else None,
            "name": None if of_category else one.target[0],
            "expression": expression_to_json(one.match),
            "enabled": int(one.enabled),
        }


def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in path)
