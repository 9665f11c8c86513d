"""Kinds of day: told where they are clear, named by what distinguishes them, not told of days of any kind."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.routines import NAMES, hours_shuffled
from helpers.simulated import simulated

from engine.domain.routines import TraitKind
from engine.insights.routines.clusters import NOISE, best_grouping, dbscan, distances, k_means, silhouette
from engine.insights.routines.daily import daily_values
from engine.insights.routines.shapes import day_shapes
from engine.mind.stream.build import EMPTY


def test_working_days_and_weekends_are_told_apart() -> None:
    stream = simulated(1, 90).stream
    found = day_shapes(stream, daily_values(stream), NAMES.categories, np.random.default_rng(0))
    assert len(found.shapes) >= 2
    assert found.silhouette > found.chance
    assert sum(len(one.days) for one in found.shapes) + found.outside == found.days
    assert any(trait.kind is TraitKind.WEEKEND for trait in found.shapes[0].traits)
    assert all(one.typical in one.days for one in found.shapes)


def test_days_of_any_kind_have_no_shapes() -> None:
    stream = simulated(2, 90).stream
    mixed = hours_shuffled(stream.rows((stream.day - 1) % 7 < 5), np.random.default_rng(1))
    found = day_shapes(mixed, daily_values(mixed), NAMES.categories, np.random.default_rng(0))
    assert found.shapes == ()
    assert found.days > 0


def test_little_or_no_history_gives_nothing() -> None:
    for stream in (EMPTY, simulated(2, 12).stream):
        assert day_shapes(stream, daily_values(stream), {}, np.random.default_rng(0)).shapes == ()


def test_both_ways_of_grouping_find_three_clouds() -> None:
    dice = np.random.default_rng(4)
    points = np.concatenate([dice.normal(middle, 0.3, (20, 2)) for middle in ((0, 0), (5, 0), (0, 5))])
    apart = distances(points)
    for of in (k_means(points, 3, dice), dbscan(apart, 1.0)):
        groups = [set(of[at : at + 20].tolist()) - {NOISE} for at in (0, 20, 40)]
        assert all(len(group) == 1 for group in groups)
        assert len(set.union(*groups)) == 3
        assert silhouette(apart, of) > 0.8
    found = best_grouping(points, dice)
    assert found is not None
    assert found.silhouette == pytest.approx(0.9, abs=0.1)


def test_the_silhouette_is_that_of_another_library() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    dice = np.random.default_rng(5)
    points = dice.normal(0, 1, (60, 3))
    of = k_means(points, 4, dice)
    assert silhouette(distances(points), of) == pytest.approx(metrics.silhouette_score(points, of))
