"""What was chosen, and among what: the moments the ranker learns from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.arms import Arms
from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.habits import FOREVER_S, Habits, habits_of
from engine.mind.recommend.moment import context_of, moment
from engine.mind.recommend.ranker import Cases, joined
from engine.mind.recommend.tables import Dense, Table, strongest

_MOST = 400  # moments, spread over those there are
_PER_ARM = 40  # candidates each way of scoring may name
_OWN = ("together", "peers", "factors", "words", "kin", "meaning", "follows", "lately", "today", "these_days", "often",
        "usual_time", "new")  # fmt: skip


def own_cases(
    uses: DocumentUses, facts: DocumentFacts, arms: Arms, from_s: float, stop: Callable[[], bool]
) -> Cases | None:
    """Return the openings from a moment on, each beside what else could have been opened; None where there are none."""
    after = habits_of(uses, facts, from_s).after
    everything = habits_of(uses, facts, FOREVER_S) if uses.person is None else None
    parts = []
    for at in spread_out(np.flatnonzero((uses.start_s >= from_s) & (facts.places(uses.document) >= 0)), _MOST):
        if stop():
            break
        own = uses.own(at)
        habits = replace(everything or habits_of(own, facts, FOREVER_S), after=after)
        parts.append(_case(uses.rows(slice(at, at + 1)), own, facts, arms, habits))
    return joined(parts) if parts else None


def spread_out(places: NDArray[np.int64], most: int) -> list[int]:
    """Return so many of the places at most, evenly spread over them."""
    if not len(places):
        return []
    return [int(one) for one in places[np.unique(np.linspace(0, len(places) - 1, min(most, len(places))).astype(int))]]


def _case(use: DocumentUses, own: DocumentUses, facts: DocumentFacts, arms: Arms, habits: Habits) -> Cases:
    """Return the case of a single use among its person's own."""
    context = context_of(own, float(use.start_s[0]), float(use.local_s[0]))
    found = moment(context, facts, arms, habits)
    columns = {name: found.columns.get(name, np.zeros(len(facts), np.float32))[None, :] for name in _OWN}
    shut = np.zeros((1, len(facts)), bool)
    place = facts.places(np.array(sorted(context.exclude), np.int64))
    shut[0, place[place >= 0]] = True
    right = np.zeros((1, len(facts)), bool)
    right[0, facts.places(use.document)] = True
    return listed(columns, right, shut)


def listed(columns: Mapping[str, Dense], right: NDArray[np.bool_], shut: NDArray[np.bool_]) -> Cases:
    """Return cases of what each column ranks first and of what is right, without what is shut out.

    columns, right, shut: (cases, documents) each.
    """
    names = tuple(columns)
    wanted = right & ~shut
    places = [strongest(np.where(shut, -np.inf, columns[name]).astype(np.float32), _PER_ARM)[0] for name in names]
    most = int(wanted.sum(axis=1).max(initial=0))
    if most:
        places.append(np.argsort(~wanted, axis=1, kind="stable")[:, :most])
    place = np.sort(np.concatenate(places, axis=1), axis=1)
    fresh = np.concatenate([np.ones((len(place), 1), bool), place[:, 1:] != place[:, :-1]], axis=1)
    there = fresh & ~np.take_along_axis(shut, place, axis=1)
    features = np.stack([np.take_along_axis(columns[name], place, axis=1) for name in names], axis=2)
    return Cases(names, features, np.take_along_axis(wanted, place, axis=1) & there, there)


def held_cases(arms: Arms, contexts: Table, held: Table) -> Cases:
    """Return cases of rows (people) of whose documents some were held back: contexts and held (rows, documents)."""
    return listed(arms.scores(contexts), held.toarray() > 0, contexts.toarray() > 0)
