"""Packs of rules: categories by their paths, and rules by what they match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.errors import UsageError
from engine.domain.packs import LineState, Offered, Offers, Pack, PackError, PackItem, PackLine, PackUnusable
from engine.domain.plain_text import LONGEST_TOLD, shortened
from engine.domain.rule_pack import PackCategory, PackRule, Remark, RulesFileError
from engine.domain.rules import Expression, Field, Rule, comparisons_in
from engine.sharing.packs.alike import look_alike
from engine.sharing.packs.notation import Section, paragraph
from engine.sharing.packs.own_words import names_a_place
from engine.sharing.packs.said import PLACE, TWICE, alike
from engine.storage.pack_imports import PackWriter

_OF_MATCH: Final = re.compile(r"Rule \d+ \(.*\): the match (.*)", re.DOTALL)
_AT: Final = re.compile(r"\A(?:Category|Rule) \d+(?:: )?")


@dataclass(frozen=True, slots=True)
class RuleForms:
    """How rule packs are read and written.

    in_order: rules as they are heeded, the last one winning. most: so many can be used.
    """

    categories_of: Callable[[Sequence[dict[str, Any]], int], Iterator[PackCategory]]
    rules_of: Callable[[Sequence[dict[str, Any]], int], Iterator[PackRule]]
    table_of: Callable[[Expression], dict[str, Any]]
    in_order: Callable[[Iterable[Rule]], Sequence[Rule]]
    most: int


class RulesShelf:
    """Categories and rules of one profile."""

    sections = ("category", "rule")

    def __init__(
        self, categories: Callable[[], Iterable[Category]], rules: Callable[[], Iterable[Rule]], forms: RuleForms
    ) -> None:
        self._categories, self._rules, self._forms = categories, rules, forms

    def read(self, name: str, table: dict[str, Any], place: int) -> PackItem:
        """Return a category or a rule."""
        try:
            if name == "category":
                return next(self._forms.categories_of([table], place))
            return next(self._forms.rules_of([table], place))
        except RulesFileError as cause:
            raise PackError(_without_place(cause.message)) from None

    def write(self, item: PackItem) -> Section:
        """Return what a file says of a category or a rule."""
        if isinstance(item, PackCategory):
            told = {"path": list(item.path), "colour": item.colour, "weight": item.weight}
            return "category", {key: value for key, value in told.items() if value is not None}
        if not isinstance(item, PackRule):
            raise PackError("A pack of rules holds categories and rules.")
        target = list(item.target) if item.facet is Facet.CATEGORY else item.target[0]
        off = {} if item.enabled else {"enabled": False}
        return "rule", {item.facet.value: target, "match": self._forms.table_of(item.match), **off}

    # ---------------------------------------------------------------- making

    def offers(self, names: Sequence[str]) -> Offers:
        """Return categories and rules, those in or below the categories and of the projects and tags named."""
        tree, rules = CategoryTree(self._categories()), self._forms.in_order(self._rules())
        found: list[PackCategory | PackRule] = [*_categories(tree), *(one for one, _ in _named(rules, tree))]
        kept = [
            one for one in found if not names or any(_lies_in(one, said) or _lies_above(one, said) for said in names)
        ]
        missed = next((said for said in names if not any(_lies_in(one, said) for one in found)), None)
        if missed is not None:
            raise UsageError(f"No category, project or tag is called “{shortened(missed, LONGEST_TOLD)}”.")
        away = tuple(Remark(_name(one), PLACE) for one in kept if _tells_a_place(one))
        fit = (one for one in kept if not _tells_a_place(one))
        return Offers(tuple(Offered(one, _name(one), paragraph(self.write(one))) for one in fit), away)

    # ---------------------------------------------------------------- comparing

    def lines(self, pack: Pack) -> list[PackLine]:
        """Return what would become of every category and rule."""
        tree = CategoryTree(self._categories())
        rules = self._forms.in_order(self._rules())
        there, room = _by_match(_named(rules, tree)), self._forms.most - len(rules)
        found: list[PackLine] = []
        new: dict[tuple[str, ...], int] = {}
        seen: set[object] = set()
        for place, item in enumerate(pack.items):
            if isinstance(item, PackCategory):
                line = self._of_category(place, item, tree, new)
                key: object = _folded(item.path)
            elif isinstance(item, PackRule):
                line = self._of_rule(place, item, there, new)
                key = (item.facet, item.match)
            else:
                continue
            adds = isinstance(item, PackRule) and line.state is LineState.NEW and key not in seen
            room -= adds
            full = f"There would be more than {self._forms.most:,} rules." if adds and room < 0 else ""
            why = TWICE if key in seen else full
            found.append(_refused(place, line, why) if why else line)
            seen.add(key)
        return found

    def _of_category(
        self, place: int, item: PackCategory, tree: CategoryTree, new: dict[tuple[str, ...], int]
    ) -> PackLine:
        after, known = paragraph(self.write(item)), tree.find(item.path)
        if known is None:
            above = _folded(item.path[:-1])
            needs = (new[above],) if above in new else ()
            new.setdefault(_folded(item.path), place)
            parent = tree.find(item.path[:-1]) if item.path[:-1] else None
            beside = [] if item.path[:-1] and parent is None else tree.children(None if parent is None else parent.id)
            like = look_alike(item.path[-1], [one.name for one in beside])
            return PackLine(place, LineState.NEW, _name(item), after=after, why=alike(like), needs=needs)
        there = PackCategory(tree.path(known.id), known.colour, known.weight)
        wanted = PackCategory(there.path, item.colour or known.colour, _first(item.weight, known.weight))
        state = LineState.SAME if there == wanted else LineState.CHANGED
        before, after = paragraph(self.write(there)), paragraph(self.write(wanted))
        return PackLine(place, state, _name(item), before, after, row_id=known.id)

    def _of_rule(
        self,
        place: int,
        item: PackRule,
        there: Mapping[object, list[tuple[PackRule, int]]],
        new: dict[tuple[str, ...], int],
    ) -> PackLine:
        after = paragraph(self.write(item))
        target = _folded(item.target) if item.facet is Facet.CATEGORY else ()
        needs = (new[target],) if target in new else ()
        same_match = there.get((item.facet, item.match), [])
        exact = [one for one in same_match if _folded(one[0].target) == _folded(item.target)]
        if not same_match:
            return PackLine(place, LineState.NEW, _name(item), after=after, needs=needs)
        known, row_id = (exact or same_match)[-1]  # of several the last one wins
        state = LineState.SAME if exact and known.enabled == item.enabled else LineState.CHANGED
        return PackLine(place, state, _name(item), paragraph(self.write(known)), after, needs=needs, row_id=row_id)

    def put(self, writer: PackWriter, pack: Pack, line: PackLine) -> None:
        """Put a category or a rule in."""
        item = pack.items[line.place]
        if isinstance(item, PackCategory):
            writer.put_category(item, line)
        elif isinstance(item, PackRule):
            writer.put_rule(item, line)


def _lies_in(item: PackCategory | PackRule, said: str) -> bool:
    """Return whether an item is of the category, project or tag that is named, or of a category below it."""
    if isinstance(item, PackRule) and item.facet is not Facet.CATEGORY:
        return item.target[0].casefold() == said.strip().casefold()
    path, own = _path_said(said), item.path if isinstance(item, PackCategory) else item.target
    return _folded(own)[: len(path)] == path


def _lies_above(item: PackCategory | PackRule, said: str) -> bool:
    return isinstance(item, PackCategory) and _path_said(said)[: len(item.path)] == _folded(item.path)


def _path_said(said: str) -> tuple[str, ...]:
    return _folded(tuple(part.strip() for part in said.split(">")))


def _categories(tree: CategoryTree) -> list[PackCategory]:
    return [PackCategory(tree.path(one.id), one.colour, one.weight) for one in tree.in_order()]


def _named(rules: Iterable[Rule], tree: CategoryTree) -> list[tuple[PackRule, int]]:
    """Return rules by their names instead of numbers, with the number of each."""
    found = []
    for rule in rules:
        path = tree.path(rule.target) if isinstance(rule.target, int) else (str(rule.target),)
        if path and path[0]:
            found.append((PackRule(rule.facet, path, rule.match, rule.enabled), rule.id or 0))
    return found


def _by_match(rules: Iterable[tuple[PackRule, int]]) -> Mapping[object, list[tuple[PackRule, int]]]:
    found: dict[object, list[tuple[PackRule, int]]] = {}
    for rule, number in rules:
        found.setdefault((rule.facet, rule.match), []).append((rule, number))
    return found


def _without_place(message: str) -> str:
    """Return what is wrong without where in its file: it is said beside the item."""
    inner = _OF_MATCH.fullmatch(message)
    if inner is None:
        told = _AT.sub("", message).strip()
        return f"It {told}" if told.startswith("must") else told[:1].upper() + told[1:]
    return inner[1] if inner[1][:1].isupper() else f"The match {inner[1]}."


def _tells_a_place(item: PackItem) -> bool:
    tests = comparisons_in(item.match) if isinstance(item, PackRule) else ()
    return any(names_a_place(test.text, document=test.field is Field.DOCUMENT) for test in tests)


def _name(item: PackItem) -> str:
    if isinstance(item, PackCategory):
        return " > ".join(item.path)
    if not isinstance(item, PackRule):
        return item.name if isinstance(item, PackUnusable) else ""
    first = next((test.text for test in comparisons_in(item.match)), "")
    return f"{' > '.join(item.target)}: {shortened(first, LONGEST_TOLD)}"


def _refused(place: int, line: PackLine, why: str) -> PackLine:
    return PackLine(place, LineState.REFUSED, line.name, after=line.after, why=why)


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in path)
