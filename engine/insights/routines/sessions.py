"""Stretches of work: what was in front in each, in which order, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.domain.routines import Item, ItemKind
from engine.insights.columns import DAY_S, Columns, Flags, Floats, Whole, of_day_s

PAUSE_S = 15 * 60.0
"""So long away, and another stretch of work begins."""
MOST_ITEMS = 60
"""So many things are looked at, those in the most stretches."""

_SHORTEST_S = 300.0
_GLANCE_S = 20.0  # less within a stretch is no use of a thing
_LEAST_SHARE, _LEAST_TIMES, _MOST_SHARE = 0.03, 8, 0.9
_SAME = 0.6  # so much of a thing's time with another one: they say the same
_PART_S = 6 * 3600
_THINGS = (ItemKind.APP, ItemKind.CATEGORY, ItemKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Names:
    """What categories and documents are called, by number; one without a name is left out."""

    categories: Mapping[int, str]
    documents: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Sessions:
    """Stretches of work. held: which of them has which item. days: the day of each, as date.toordinal().

    visit_session, visit_item: every time a thing came to the front, in order. same: pairs of items that say nothing
    of each other, or all: an app and its one category, two weekdays. begins, ends: of each stretch, Unix seconds.
    """

    items: tuple[Item, ...]
    held: Flags
    days: Whole
    visit_session: Whole
    visit_item: Whole
    same: Flags
    begins: Floats
    ends: Floats


def sessions_of(columns: Columns, names: Names) -> Sessions:
    """Return the stretches of work in a history."""
    rows = np.flatnonzero(columns.presence == 0)
    starts, ends = np.asarray(columns.start_s)[rows], np.asarray(columns.end_s)[rows]
    if not len(rows):
        return _none()
    gaps = np.append(False, starts[1:] - ends[:-1] > PAUSE_S)
    number = np.cumsum(gaps)
    lengths = np.bincount(number, ends - starts)
    kept = np.flatnonzero(lengths >= _SHORTEST_S)
    inside = np.isin(number, kept)
    rows, number = rows[inside], np.searchsorted(kept, number[inside])
    if not len(rows):
        return _none()
    things = {kind: _thing(columns, names, kind, rows) for kind in _THINGS}
    first, last = np.unique(number, return_index=True)[1], np.searchsorted(number, np.arange(len(kept)), "right") - 1
    reach = starts[inside][first].astype(np.float64), ends[inside][last].astype(np.float64)
    found = _chosen(
        things, number, (ends - starts)[inside], np.asarray(columns.day)[rows[first]], of_day_s(columns)[rows[first]]
    )
    return replace(found, begins=reach[0], ends=reach[1])


def _thing(columns: Columns, names: Names, kind: ItemKind, rows: Whole) -> tuple[tuple[Item, ...], Whole]:
    """Return the things of a kind, and which of them each row has, -1 for none."""
    if kind is ItemKind.APP:
        places, known = np.asarray(columns.app)[rows], dict(enumerate(columns.apps))
    elif kind is ItemKind.CATEGORY:
        places, known = np.asarray(columns.category)[rows], dict(names.categories)
    else:
        places, known = np.asarray(columns.document)[rows], dict(names.documents)
    numbers, which = np.unique(places, return_inverse=True)
    named = [place for place, one in enumerate(numbers) if known.get(int(one))]
    back = np.full(len(numbers), -1)
    back[named] = np.arange(len(named))
    return tuple(Item(kind, known[int(numbers[place])]) for place in named), back[which]


def _chosen(
    things: dict[ItemKind, tuple[tuple[Item, ...], Whole]], number: Whole, seconds: Floats, days: Whole, begins: Floats
) -> Sessions:
    count = len(days)
    items: list[Item] = []
    columns: list[Flags] = []
    rows: list[Whole] = []  # for each item kind, which item each row has
    for found, which in things.values():
        spent = np.zeros((count, len(found)))
        has = which >= 0
        np.add.at(spent, (number[has], which[has]), seconds[has])
        held = spent >= _GLANCE_S
        keep = _often(held.sum(axis=0), count)
        back = np.full(len(found) + 1, -1)
        back[keep] = len(items) + np.arange(len(keep))
        rows.append(back[which])
        items += [found[place] for place in keep]
        columns += [held[:, place] for place in keep]
    items, columns, rows = _most(items, columns, rows)
    same = _same(rows, seconds, len(items))
    told = len(items)
    moments, flags = _moments(days, begins)
    items += moments
    columns += flags
    whole = np.ones((len(items), len(items)), np.bool_)
    whole[:told, :told] = same
    whole[told:, :told] = whole[:told, told:] = False
    session, item = _visits(rows, number)
    held_by = np.array(columns).T.reshape(count, len(items))
    return Sessions(tuple(items), held_by, days, session, item, whole, np.empty(0), np.empty(0))


def _often(times: Whole, count: int) -> Whole:
    least = max(_LEAST_TIMES, _LEAST_SHARE * count)
    return np.flatnonzero((times >= least) & (times <= _MOST_SHARE * count))


def _most(items: list[Item], columns: list[Flags], rows: list[Whole]) -> tuple[list[Item], list[Flags], list[Whole]]:
    order = np.sort(np.argsort([-int(column.sum()) for column in columns], kind="stable")[:MOST_ITEMS])
    back = np.full(len(items) + 1, -1)
    back[order] = np.arange(len(order))
    return [items[at] for at in order], [columns[at] for at in order], [back[which] for which in rows]


def _same(rows: list[Whole], seconds: Floats, count: int) -> Flags:
    """Return which items mostly are in front with each other, since they name the same thing."""
    both = np.zeros((count, count))
    for one in rows:
        for other in rows:
            has = (one >= 0) & (other >= 0)
            np.add.at(both, (one[has], other[has]), seconds[has])
    own = np.maximum(np.diag(both), 1e-9)
    return np.maximum(both / own[:, None], both / own[None, :]) >= _SAME


def _moments(days: Whole, begins: Floats) -> tuple[list[Item], list[Flags]]:
    weekday, part = (days - 1) % 7, (begins % DAY_S // _PART_S).astype(np.int64)
    found = [(Item(ItemKind.WEEKDAY, str(one)), weekday == one) for one in range(7)]
    found += [(Item(ItemKind.PART, str(6 * one)), part == one) for one in range(4)]
    kept = [one for one in found if len(_often(np.array([one[1].sum()]), len(days)))]
    return [item for item, _ in kept], [flags for _, flags in kept]


def _visits(rows: list[Whole], number: Whole) -> tuple[Whole, Whole]:
    """Return every coming to the front of a thing, those of one row one after the other."""
    order, sessions, found = [], [], []
    for which in rows:
        begins = np.append(True, (which[1:] != which[:-1]) | (number[1:] != number[:-1])) & (which >= 0)
        at = np.flatnonzero(begins)
        order.append(at)
        sessions.append(number[at])
        found.append(which[at])
    sorting = np.argsort(np.concatenate(order), kind="stable")
    return np.concatenate(sessions)[sorting].astype(np.int64), np.concatenate(found)[sorting].astype(np.int64)


def _none() -> Sessions:
    empty = np.empty(0, np.int64)
    nothing, never = np.empty((0, 0), np.bool_), np.empty(0)
    return Sessions((), nothing, empty, empty, empty, nothing, never, never)
