"""Which kinds of day there are: how the day's hours go to categories, in groups that chance would not make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.random import Generator

from engine.domain.routines import DayPart, DayShape, DayShapes, Measure, Trait, TraitKind
from engine.insights.columns import DAY_S, Columns, Floats, Whole, of_day_s
from engine.insights.routines.clusters import NOISE, Grouping, best_grouping
from engine.insights.routines.daily import Daily

LEAST_DAYS = 28
"""With fewer days nothing is said of their kinds."""
LEAST_SILHOUETTE = 0.2
"""Below, groups run into each other."""

_BIN_S = 2 * 3600
_BINS = DAY_S // _BIN_S + 2  # what reaches over midnight into the same day
_CATEGORIES = 5
_KEPT = 4  # directions in which days differ most
_SHUFFLES = 19  # so that none of them reaching as far has a probability of 0.05
_TRAITS = 3
_SATURDAY = 5
_LEAST_TRAIT = 0.8  # deviations between the means


def day_shapes(columns: Columns, daily: Daily, names: Mapping[int, str], dice: Generator) -> DayShapes:
    """Return the kinds of day; without any where they are not clear. names: of categories, by number."""
    if len(daily.days) < LEAST_DAYS:
        return DayShapes(days=len(daily.days))
    hours, kinds = _hours(columns, daily.days)
    features = np.sqrt(hours.reshape(len(hours), -1))
    found = best_grouping(_directions(features), dice)
    chance = max(_by_chance(features, dice) for _ in range(_SHUFFLES))
    silhouette = 0.0 if found is None else found.silhouette
    if found is None or silhouette <= max(chance, LEAST_SILHOUETTE):
        return DayShapes((), "" if found is None else found.method, silhouette, chance, len(daily.days))
    shares = hours.sum(axis=1) / np.maximum(hours.sum(axis=(1, 2)), 1e-9)[:, None]
    measured = {
        Trait(TraitKind.CATEGORY, 0, 0, names[kind]): shares[:, at] for at, kind in enumerate(kinds) if kind in names
    }
    shapes = [_shape(group, found, daily, measured, features) for group in np.unique(found.of[found.of != NOISE])]
    shapes.sort(key=lambda one: -len(one.days))
    return DayShapes(tuple(shapes), found.method, silhouette, chance, len(daily.days), int((found.of == NOISE).sum()))


def _hours(columns: Columns, days: Whole) -> tuple[Floats, list[int]]:
    """Return active hours by day, two hours of it, and category (the biggest ones, and all others), with those."""
    rows = np.flatnonzero((columns.presence == 0) & np.isin(columns.day, days))
    category, spent = np.asarray(columns.category)[rows], (columns.end_s - columns.start_s)[rows] / 3600
    kinds, which = np.unique(category, return_inverse=True)
    totals = np.bincount(which, spent, len(kinds))
    biggest = np.argsort(-totals, kind="stable")[:_CATEGORIES]
    back = np.full(len(kinds), len(biggest))
    back[biggest] = np.arange(len(biggest))
    bins = np.minimum(of_day_s(columns)[rows] // _BIN_S, _BINS - 1).astype(np.int64)
    found = np.zeros((len(days), _BINS, len(biggest) + 1))
    np.add.at(found, (np.searchsorted(days, np.asarray(columns.day)[rows]), bins, back[which]), spent)
    return found, [int(kinds[at]) for at in biggest]


def _directions(features: Floats) -> Floats:
    """Return the days along the few directions in which they differ most."""
    centred = features - features.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    found: Floats = left[:, :_KEPT] * sizes[:_KEPT]
    return found


def _by_chance(features: Floats, dice: Generator) -> float:
    """Return the silhouette where each hour's use changes places among the days."""
    order = np.argsort(dice.random(features.shape), axis=0)
    found = best_grouping(_directions(np.take_along_axis(features, order, axis=0)), dice)
    return 0.0 if found is None else found.silhouette


def _shape(group: int, found: Grouping, daily: Daily, shares: dict[Trait, Floats], features: Floats) -> DayShape:
    here = found.of == group
    other = ~here & (found.of != NOISE)
    weekend = ((daily.days - 1) % 7 >= _SATURDAY).astype(np.float64)
    told = {
        Trait(TraitKind.WEEKEND, 0, 0): weekend,
        Trait(TraitKind.ACTIVE, 0, 0): daily.series[Measure.ACTIVE, DayPart.DAY],
        Trait(TraitKind.START, 0, 0): daily.series[Measure.START, DayPart.DAY],
        Trait(TraitKind.END, 0, 0): daily.series[Measure.END, DayPart.DAY],
        **shares,
    }
    traits = []
    for trait, values in told.items():
        means = float(values[here].mean()), float(values[other].mean())
        size = abs(means[0] - means[1]) / max(float(values[here | other].std()), 1e-9)
        if size >= _LEAST_TRAIT:
            traits.append((size, Trait(trait.kind, *means, trait.name)))
    traits.sort(key=lambda one: -one[0])
    away = ((features - features[here].mean(axis=0)) ** 2).sum(axis=1)
    typical = int(np.flatnonzero(here)[away[here].argmin()])
    return DayShape(
        tuple(trait for _, trait in traits[:_TRAITS]),
        tuple(date.fromordinal(int(day)) for day in daily.days[here]),
        date.fromordinal(int(daily.days[typical])),
    )
