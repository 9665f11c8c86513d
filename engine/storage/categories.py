"""The person's categories, as stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select, update

from engine.domain.categories import HIGHEST_WEIGHT, LOWEST_WEIGHT, Category, CategoryTree
from engine.domain.errors import UsageError
from engine.domain.labelling import RemovedCategory
from engine.storage.database import Database
from engine.storage.queries.rule_book import turn_page
from engine.storage.removed_categories import put_back, take_out
from engine.storage.tables import category


class CategoryStore:
    """Reads and writes categories; what may change the labels of looks counts the rules' revision up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Category]:
        """Return every category, in the order they were made."""
        with self._database.reading() as connection:
            return _all(connection)

    def add(self, name: str, parent_id: int | None = None, colour: str | None = None, weight: int | None = None) -> int:
        """Store a category and return its number; UsageError for a bad value or a name its parent has already."""
        with self._database.writing() as connection:
            _check(Category(0, name, parent_id, colour, weight), _all(connection))
            row = {"name": name.strip(), "parent_id": parent_id, "colour": colour, "weight": weight}
            return int(connection.execute(insert(category).returning(category.c.id), row).scalar_one())

    def change(self, changed: Category) -> None:
        """Replace the stored category of that number; UsageError as for add, and where it would lie inside itself."""
        with self._database.writing() as connection:
            everything = _all(connection)
            before = next((one for one in everything if one.id == changed.id), None)
            if before is None:
                raise UsageError("This category is gone. Load the categories anew.")
            others = [one for one in everything if one.id != changed.id]
            _check(changed, others)
            CategoryTree([*others, changed])
            values = {
                "name": changed.name.strip(),
                "parent_id": changed.parent_id,
                "colour": changed.colour,
                "weight": changed.weight,
            }
            connection.execute(update(category).where(category.c.id == changed.id).values(values))
            if before.parent_id != changed.parent_id:
                turn_page(connection)  # another depth can make another rule win

    def remove(self, category_id: int) -> RemovedCategory:
        """Remove a category and its rules; what lay below it moves up, what it counted has no category then.

        Return what it takes to put it back. Raises UsageError where there is none of that number, and where a category
        that moves up finds its name taken.
        """
        with self._database.writing() as connection:
            everything = _all(connection)
            gone = next((one for one in everything if one.id == category_id), None)
            if gone is None:
                raise UsageError("This category is gone already.")
            others = [one for one in everything if one.id != category_id]
            for child in (one for one in others if one.parent_id == category_id):
                _check(Category(child.id, child.name, gone.parent_id), others)
            return take_out(connection, gone)

    def put_back(self, removed: RemovedCategory) -> None:
        """Undo a removal, under the same numbers; what named the category names it again unless it was changed since.

        Raises UsageError where it is there, its name or place is taken, or old history was condensed meanwhile.
        """
        with self._database.writing() as connection:
            everything = _all(connection)
            if any(one.id == removed.category.id for one in everything):
                raise UsageError("This category is there already.")
            _check(removed.category, [one for one in everything if one.id not in removed.below])
            put_back(connection, removed)


def _all(connection: Connection) -> list[Category]:
    return [_category(row) for row in connection.execute(select(category).order_by(category.c.id))]


def _category(row: Any) -> Category:
    return Category(row.id, row.name, row.parent_id, row.colour, row.weight)


def _check(one: Category, others: list[Category]) -> None:
    name = one.name.strip()
    if not name:
        raise UsageError("A category needs a name.")
    if one.weight is not None and not LOWEST_WEIGHT <= one.weight <= HIGHEST_WEIGHT:
        raise UsageError(f"A focus weight is {LOWEST_WEIGHT} to {HIGHEST_WEIGHT}, not {one.weight}.")
    if one.parent_id is not None and one.parent_id not in {other.id for other in others}:
        raise UsageError("The category to put this one under is gone. Load the categories anew.")
    if any(other.parent_id == one.parent_id and other.name == name and other.id != one.id for other in others):
        raise UsageError(f"There is a category “{name}” here already. Choose another name.")
