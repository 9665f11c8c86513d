"""The tree of categories: paths, depths, and what is inherited."""

from __future__ import annotations

import pytest

from engine.domain.categories import Category, CategoryTree
from engine.domain.errors import UsageError

TREE = CategoryTree(
    [
        Category(3, "Review", 2),
        Category(1, "Work", None, "#1F5FBF", 2),
        Category(2, "Programming", 1, weight=0),
        Category(4, "Fun", None, None, -2),
        Category(5, "Lost", 77),
    ]
)


def test_paths_and_depths() -> None:
    assert TREE.path(3) == ("Work", "Programming", "Review")
    assert [TREE.depth(number) for number in (1, 2, 3, 5, 99)] == [1, 2, 3, 1, 0]
    assert TREE.path(99) == ()


def test_colour_and_weight_come_from_the_nearest_that_has_one() -> None:
    assert TREE.colour(3) == "#1F5FBF"
    assert TREE.colour(4) is None
    assert [TREE.weight(number) for number in (1, 2, 3, 4, 5)] == [2, 0, 0, -2, 0]


def test_children_and_order() -> None:
    assert [one.id for one in TREE.children()] == [1, 4, 5]
    assert [one.id for one in TREE.children(1)] == [2]
    assert [one.id for one in TREE.in_order()] == [1, 2, 3, 4, 5]
    assert [one.id for one in TREE.below(2)] == [2, 3]


def test_found_by_path_whatever_the_case() -> None:
    found = TREE.find(("work", "PROGRAMMING"))
    assert found is not None
    assert found.id == 2
    assert TREE.find(("Programming",)) is None


@pytest.mark.parametrize("parents", [(1, None), (2, 1), (2, 3, 1)])
def test_a_category_inside_itself_is_refused(parents: tuple[int | None, ...]) -> None:
    circle = [Category(number, f"C{number}", parent) for number, parent in enumerate(parents, 1)]
    if parents == (1, None):
        circle = [Category(1, "C1", 1)]
    with pytest.raises(UsageError, match="inside itself"):
        CategoryTree(circle)
