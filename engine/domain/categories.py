"""Categories: a tree with colours and focus weights, and what a label is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engine.domain.errors import UsageError

LOWEST_WEIGHT, HIGHEST_WEIGHT = -2, 2


class Facet(StrEnum):
    """The three ways in which time is labelled; each adds up to the whole on its own."""

    CATEGORY = "category"
    PROJECT = "project"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of activity.

    colour: "#RRGGBB", None to take the parent's. weight: how it counts for focus, -2 (distracting) to +2 (deep
    work), None to take the parent's.
    """

    id: int
    name: str
    parent_id: int | None = None
    colour: str | None = None
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """What a look is counted as: one value per facet, or none (None, "" and "")."""

    category_id: int | None = None
    project: str = ""
    tag: str = ""


NO_LABELS = Labels()


class CategoryTree:
    """Some categories as a tree; one whose parent is not among them counts as a root.

    Raises UsageError where a category lies inside itself.
    """

    def __init__(self, categories: Iterable[Category]) -> None:
        self._by_id = {one.id: one for one in categories}
        self._lines: dict[int, tuple[Category, ...]] = {}
        self._children: dict[int | None, list[Category]] = {}
        for one in self._by_id.values():
            line = self._line(one)
            above = line[-2].id if len(line) > 1 else None
            self._children.setdefault(above, []).append(one)

    def _line(self, category: Category) -> tuple[Category, ...]:
        """Return the category with all above it, the root first."""
        line = [category]
        while (above := self._by_id.get(line[-1].parent_id or 0)) is not None:
            if above in line:
                raise UsageError(f"The category “{category.name}” would lie inside itself. Choose another parent.")
            line.append(above)
        self._lines[category.id] = tuple(reversed(line))
        return self._lines[category.id]

    def __contains__(self, category_id: object) -> bool:
        return category_id in self._by_id

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, category_id: int) -> Category | None:
        """Return the category, None where there is none of that number."""
        return self._by_id.get(category_id)

    def path(self, category_id: int) -> tuple[str, ...]:
        """Return the names from the root down to the category; empty for an unknown number."""
        return tuple(one.name for one in self._lines.get(category_id, ()))

    def depth(self, category_id: int) -> int:
        """Return how deep the category lies: 1 for a root, 0 for an unknown number."""
        return len(self._lines.get(category_id, ()))

    def colour(self, category_id: int) -> str | None:
        """Return the category's colour or the nearest one above it, None where none has any."""
        own = (one.colour for one in reversed(self._lines.get(category_id, ())))
        return next((colour for colour in own if colour is not None), None)

    def weight(self, category_id: int) -> int:
        """Return the category's focus weight or the nearest one above it, 0 where none has any."""
        own = (one.weight for one in reversed(self._lines.get(category_id, ())))
        return next((weight for weight in own if weight is not None), 0)

    def children(self, category_id: int | None = None) -> tuple[Category, ...]:
        """Return the categories right below this one, the roots for None, in the order they were given."""
        return tuple(self._children.get(category_id, ()))

    def below(self, category_id: int) -> tuple[Category, ...]:
        """Return the category and everything under it, parents before children."""
        return tuple(one for one in self.in_order() if any(up.id == category_id for up in self._lines[one.id]))

    def in_order(self) -> tuple[Category, ...]:
        """Return all categories as a reader of the tree meets them: each followed by what is below it."""
        found: list[Category] = []
        waiting = list(reversed(self.children()))
        while waiting:
            found.append(waiting.pop())
            waiting.extend(reversed(self.children(found[-1].id)))
        return tuple(found)

    def find(self, path: tuple[str, ...]) -> Category | None:
        """Return the category of that path, case aside; None where there is none."""
        wanted = tuple(name.casefold() for name in path)
        paths = ((tuple(name.casefold() for name in self.path(number)), one) for number, one in self._by_id.items())
        return next((one for names, one in paths if names == wanted), None)
