"""The items of a file, each understood by itself: one that cannot be used does not spoil the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from engine.domain.categories import Facet
from engine.domain.errors import KairosError
from engine.domain.packs import PackItem, PackMaterial, PackSkill, PackUnusable
from engine.domain.plain_text import LONGEST_TOLD, plain, shortened
from engine.domain.rule_pack import PackCategory, PackRule
from engine.sharing.packs.notation import Draft, paragraph
from engine.sharing.packs.shelf import Shelf

_NAMING: Final = ("title", "name", "path", "category", "project", "tag")


def items_of(draft: Draft, shelf: Shelf) -> tuple[PackItem, ...]:
    """Return what a file holds, what others need before them."""
    places: dict[str, int] = {}
    found: list[PackItem] = []
    for name, table in sorted(draft.sections, key=lambda one: _place_of(one[0], shelf)):
        places[name] = places.get(name, 0) + 1
        found.append(_item(shelf, name, table, places[name]))
    return tuple(_with_parents(found))


def fitting(items: Iterable[PackItem]) -> list[PackItem]:
    """Return the items to make a pack of: with the categories that others lie in, without what lacks its skill."""
    chosen = list(items)
    skills = {one.name.casefold() for one in chosen if isinstance(one, PackSkill)}
    kept = [one for one in chosen if not isinstance(one, PackMaterial) or one.skill.casefold() in {*skills, ""}]
    return _with_parents(kept)


def _place_of(name: str, shelf: Shelf) -> int:
    return shelf.sections.index(name) if name in shelf.sections else len(shelf.sections)


def _item(shelf: Shelf, name: str, table: dict[str, Any], place: int) -> PackItem:
    if name not in shelf.sections:
        return _unusable(name, table, f"A pack of this kind has no [[{shortened(name, LONGEST_TOLD)}]].")
    try:
        return shelf.read(name, table, place)
    except RecursionError:
        return PackUnusable(name, (), "It is nested far too deep.")
    except KairosError as cause:
        return _unusable(name, table, cause.message)


def _unusable(name: str, table: dict[str, Any], why: str) -> PackUnusable:
    told = next((table[key] for key in _NAMING if key in table), name)
    words = " > ".join(map(str, told)) if isinstance(told, list) else str(told)
    try:
        lines = paragraph((name, table))
    except RecursionError:
        lines = ()
    return PackUnusable(shortened(words, LONGEST_TOLD), tuple(plain(line) for line in lines), why)


def _with_parents(items: list[PackItem]) -> list[PackItem]:
    """Return the items with the categories that others lie in or count as and that are not named by themselves."""
    named = {_folded(one.path) for one in items if isinstance(one, PackCategory)}
    found: list[PackItem] = []
    met: set[tuple[str, ...]] = set()
    late = False
    for one in items:
        for path in _above(one):
            late |= _folded(path) in named - met
            if _folded(path) not in named | met:
                found.append(PackCategory(path))
                met.add(_folded(path))
        found.append(one)
        met |= {_folded(one.path)} if isinstance(one, PackCategory) else set()
    first = [one for one in found if isinstance(one, PackCategory)]
    rest = [one for one in found if not isinstance(one, PackCategory)]
    return [*(sorted(first, key=lambda one: len(one.path)) if late else first), *rest]


def _above(item: PackItem) -> list[tuple[str, ...]]:
    if isinstance(item, PackCategory):
        return [item.path[:length] for length in range(1, len(item.path))]
    if isinstance(item, PackRule) and item.facet is Facet.CATEGORY:
        return [item.target[:length] for length in range(1, len(item.target) + 1)]
    return []


def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in path)
