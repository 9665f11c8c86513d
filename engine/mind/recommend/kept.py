"""What a recommender learned as plain numbers, to be kept and taken back once documents came and went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.arms import Arm, Arms, content_arms
from engine.mind.recommend.company import Neighbours, peers
from engine.mind.recommend.factors import Factors, FactorSettings, axes
from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.habits import habits_of
from engine.mind.recommend.ranker import FALLBACK
from engine.mind.recommend.recommender import Recommender
from engine.mind.recommend.sessions import session_table
from engine.mind.recommend.tables import Table, table

Numbers = dict[str, NDArray[Any]]

_NEAR = ("together", "kin")


def numbers_of(recommender: Recommender) -> Numbers:
    """Return what took time to learn: how much each arm counts, the documents' points, what is near what."""
    found: Numbers = {"documents": recommender.facts.id, "counts": _counts(recommender.counts)}
    for name in _NEAR:
        arm = recommender.arms.by_name.get(name)
        if isinstance(arm, Neighbours):
            near = arm.near
            found |= {f"{name}.row": near.row.astype(np.int32), f"{name}.column": near.indices.astype(np.int32)}
            found[f"{name}.near"] = near.data
    factors = recommender.arms.by_name.get("factors")
    if isinstance(factors, Factors):
        found["points"] = factors.points
    return found


def recommender_of(
    numbers: Mapping[str, NDArray[Any]], uses: DocumentUses, facts: DocumentFacts, now_s: float
) -> Recommender:
    """Return the recommender kept as these numbers, for the documents there are now and the uses before now_s.

    Documents that came since are ranked by what they say and when they came. Raises KeyError where numbers are missing.
    """
    known = uses.until(now_s)
    # What came to be counted since it was kept stands last and counts as where nothing was learned.
    counts = {**FALLBACK, **dict(zip(FALLBACK, numbers["counts"].tolist(), strict=False))}
    place = facts.places(numbers["documents"].astype(np.int64))
    rows = session_table(known, facts, now_s)
    made: dict[str, Arm] = {"peers": peers(rows), **content_arms(facts, with_kin=False)}
    made |= {name: Neighbours(_near(numbers, name, place, len(facts))) for name in _NEAR if f"{name}.near" in numbers}
    if "points" in numbers:
        made["factors"] = _factors(numbers["points"], place, len(facts))
    return Recommender(facts, Arms(made), habits_of(known, facts, now_s), counts)


def _counts(counts: Mapping[str, float]) -> NDArray[np.float64]:
    return np.array([counts[name] for name in FALLBACK])


def _near(numbers: Mapping[str, NDArray[Any]], name: str, place: NDArray[np.int64], count: int) -> Table:
    row, column = place[numbers[f"{name}.row"]], place[numbers[f"{name}.column"]]
    there = (row >= 0) & (column >= 0)
    return table(row[there], column[there], numbers[f"{name}.near"][there], (count, count))


def _factors(kept: NDArray[Any], place: NDArray[np.int64], count: int) -> Factors:
    points = np.zeros((count, kept.shape[1]), np.float32)
    points[place[place >= 0]] = kept[place >= 0]
    settings = FactorSettings(dimensions=kept.shape[1])
    return Factors(points, axes(settings.unused * (points.T @ points)), settings)
