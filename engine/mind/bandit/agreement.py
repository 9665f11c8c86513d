"""How ratings and the score from activity agree: whether both rank the same half hours alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import isnan

from engine.domain.clock import MS_PER_SECOND
from engine.domain.days import DayRule
from engine.domain.focus_label import counts, worth
from engine.domain.offers import FocusRating
from engine.domain.rating_moment import RATED_MS, REACH_MS, rated_half_hour
from engine.domain.stream_row import StreamRow
from engine.mind.focus.slots import slots_of
from engine.mind.measures.metrics import spearman
from engine.mind.stream.build import stream_of

FEWEST = 10
"""Ratings below which nothing is said."""

Rows = Callable[[int, int], Sequence[StreamRow]]
"""Gives what was in front within [start, end), UTC milliseconds."""


def agreement(ratings: Sequence[FocusRating], rows: Rows, weights: Mapping[int, float], rule: DayRule) -> float | None:
    """Return Spearman's correlation of ratings with the worth of the half hours they are of; None below FEWEST.

    Ratings of half hours with too little activity are left out. It is -1 to 1, within the one person.
    """
    pairs = [(one.value, _score(one.at_ms, rows, weights, rule)) for one in ratings]
    known = [(value, score) for value, score in pairs if score is not None]
    if len(known) < FEWEST:
        return None
    found = spearman([value for value, _ in known], [score for _, score in known])
    return None if isnan(found) else found


def _score(at_ms: int, rows: Rows, weights: Mapping[int, float], rule: DayRule) -> float | None:
    before = rows(at_ms - REACH_MS, at_ms)
    half_hour = rated_half_hour(before, at_ms)
    first_s, width_s = half_hour.start_ms / MS_PER_SECOND, RATED_MS / MS_PER_SECOND
    stream = stream_of(before, weights, rule).between(first_s, half_hour.end_ms / MS_PER_SECOND)
    # Moved so that the half hour is one slot.
    moved = replace(stream, start_s=stream.start_s - first_s, end_s=stream.end_s - first_s)
    for signs in slots_of(moved, width_s).signs():
        return worth(signs) if counts(signs, RATED_MS) else None
    return None
