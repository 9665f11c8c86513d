"""Which recorded time a query's names take in; of several names, what any of them takes in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree
from engine.domain.presence import Presence
from engine.domain.questions import Only, Query
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow


@dataclass(frozen=True, slots=True)
class _Name:
    """One name and the categories below it; None where it is no category."""

    only: Only
    inside: frozenset[int] | None

    def takes_row(self, row: TotalRow) -> bool:
        only = self.only
        return (
            (self.inside is None or row.category_id in self.inside)
            and (not only.app or (row.app == only.app and row.withheld in {None, Withheld.NO}))
            and (not only.project or row.project == only.project)
        )

    def takes(self, one: LabelledActivity) -> bool:
        only, what = self.only, one.what
        return (
            (self.inside is None or one.labels.category_id in self.inside)
            and (not only.app or (one.app == only.app and not one.withheld))
            and (not only.project or one.labels.project == only.project)
            and (not only.words or only.words.casefold() in what.title.casefold())
            and (not only.document or only.document.casefold() in what.document.casefold())
            and (not only.site or what.site == only.site or what.site.startswith(f"{only.site}/"))
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """What counts. keys: what totals must be told apart by for it."""

    names: tuple[_Name, ...]
    keys: frozenset[Key]
    of_text: bool

    @staticmethod
    def of(onlys: Sequence[Only], tree: CategoryTree) -> Filter:
        """Return what takes in any of the names."""
        names = tuple(_Name(one, _inside(one, tree)) for one in onlys)
        keys = {Key.CATEGORY for one in onlys if one.category_id is not None}
        keys |= {key for one in onlys if one.app for key in (Key.APP, Key.WITHHELD)}
        keys |= {Key.PROJECT for one in onlys if one.project}
        return Filter(names, frozenset(keys), any(one.of_text for one in onlys))

    def takes_row(self, row: TotalRow, *, named: bool) -> bool:
        """Return whether a total counts. named: it must show which app it was."""
        open_to_see = not named or row.withheld in {None, Withheld.NO}
        return row.presence is Presence.ACTIVE and open_to_see and any(one.takes_row(row) for one in self.names)

    def takes(self, one: LabelledActivity) -> bool:
        """Return whether recorded time counts."""
        return one.presence is Presence.ACTIVE and any(name.takes(one) for name in self.names)


def names_of(query: Query) -> tuple[Only, ...]:
    """Return every name the query counts together."""
    return (query.only, *query.also)


def _inside(only: Only, tree: CategoryTree) -> frozenset[int] | None:
    if only.category_id is None:
        return None
    return frozenset(one.id for one in tree.below(only.category_id))
