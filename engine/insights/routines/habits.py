"""Which things meet in stretches of work, and which comes first, more often than chance lets expect.

Pairs alone: counts of all of them are one product of tables. What chance lets expect is counted in shuffled histories:
for meeting, things change places among stretches that hold about as many; for order, within each stretch. A rule
stands where its surplus is rare among the highest of all pairs in shuffled histories.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator

from engine.domain.clock import MS_PER_SECOND
from engine.domain.routines import Habit, HabitKind, ItemKind
from engine.insights.columns import Flags, Floats, Whole
from engine.insights.routines.permuted import LEVEL, beyond
from engine.insights.routines.sessions import Sessions

LEAST_SESSIONS = 40
"""With fewer stretches of work nothing is said of habits."""

_SHUFFLES = 199
_LEAST_TIMES = 8
_LEAST_LIFT = 1.25
_LEAST_CONFIDENCE, _LEAST_FIRST = 0.3, 0.65
_GROUPS = 10
_DAYS_TOLD = 60
_TOLD = 12
_OF_ONE, _OF_KINDS = 3, 4  # that begin with the same thing; that are about the same kinds of things
_MOMENTS = (ItemKind.WEEKDAY, ItemKind.PART)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that stands. first, then: places of items; here: the stretches it was so in."""

    kind: HabitKind
    first: int
    then: int
    here: Flags
    of: int
    share: float
    p: float


def find_habits(sessions: Sessions, dice: Generator, shuffles: int = _SHUFFLES) -> list[Habit]:
    """Return the habits that stand after correction for all pairs, the strongest first."""
    if len(sessions.days) < LEAST_SESSIONS or not sessions.items:
        return []
    each = (_together(sessions, dice, shuffles), _before(sessions, dice, shuffles))
    return [habit for found in each for habit in _told(sessions, found)]


def _told(sessions: Sessions, found: list[_Rule]) -> list[Habit]:
    """Return the strongest rules as habits: of several that say the same one, and few that begin with the same."""
    found.sort(key=lambda one: one.of * one.share - int(one.here.sum()))
    kept: list[_Rule] = []
    for one in found:
        alike = [other for other in kept if one.first == other.first or sessions.same[one.first, other.first]]
        said = any(one.then == other.then or sessions.same[one.then, other.then] for other in alike)
        kinds = _kinds(sessions, one)
        of_kinds = sum(_kinds(sessions, other) == kinds for other in kept)
        if not said and len(alike) < _OF_ONE and of_kinds < _OF_KINDS and len(kept) < _TOLD:
            kept.append(one)
    return [_habit(sessions, one) for one in kept]


def _kinds(sessions: Sessions, rule: _Rule) -> tuple[ItemKind, ItemKind]:
    return sessions.items[rule.first].kind, sessions.items[rule.then].kind


# ---------------------------------------------------------------- meeting


def _together(sessions: Sessions, dice: Generator, shuffles: int) -> list[_Rule]:
    held = sessions.held.astype(np.float64)
    moments = np.array([item.kind in _MOMENTS for item in sessions.items])
    groups = _alike(sessions.held[:, ~moments].sum(axis=1))
    counts = held.T @ held
    rounds = np.array([_met(held, moments, groups, dice) for _ in range(shuffles)])
    allowed = ~sessions.same & (counts >= _LEAST_TIMES) & ~np.eye(len(counts), dtype=np.bool_)
    expected, p = _surplus(counts, rounds, allowed)
    times = held.sum(axis=0)
    rules = []
    for one, other in np.argwhere((p <= LEVEL) & allowed):
        # Of the two ways to say it the surer one; a moment is where a habit is, not what it is.
        if moments[other] or (not moments[one] and (times[one], one) > (times[other], other)):
            continue
        share = float(expected[one, other] / times[one])
        if counts[one, other] >= max(_LEAST_CONFIDENCE, _LEAST_LIFT * share) * times[one]:
            here = sessions.held[:, one] & sessions.held[:, other]
            of, chance = int(times[one]), float(p[one, other])
            rules.append(_Rule(HabitKind.TOGETHER, int(one), int(other), here, of, share, chance))
    return rules


def _alike(sizes: Whole) -> list[Whole]:
    """Return the stretches in groups that hold about as many things."""
    order = np.argsort(sizes, kind="stable")
    return [group for group in np.array_split(order, _GROUPS) if len(group) > 1]


def _met(held: Floats, moments: Flags, groups: list[Whole], dice: Generator) -> Floats:
    """Return how often each two met in one shuffled history; when the stretches were stays as it is."""
    things = np.flatnonzero(~moments)
    shuffled = held.copy()
    for group in groups:
        order = np.argsort(dice.random((len(group), len(things)), np.float32), axis=0)
        shuffled[np.ix_(group, things)] = np.take_along_axis(held[np.ix_(group, things)], order, axis=0)
    met: Floats = shuffled.T @ shuffled
    return met


# ---------------------------------------------------------------- order


def _before(sessions: Sessions, dice: Generator, shuffles: int) -> list[_Rule]:
    things = np.array([item.kind not in _MOMENTS for item in sessions.items])
    if not len(sessions.visit_item):
        return []
    shape = len(sessions.days), len(sessions.items)
    first = _firsts(sessions.visit_session, sessions.visit_item, np.arange(len(sessions.visit_item)), shape)
    counts = _earlier(first)
    both = counts + counts.T
    rounds = np.array([_reordered(sessions, shape, dice) for _ in range(shuffles)])
    allowed = ~sessions.same & (both >= 2 * _LEAST_TIMES) & things[:, None] & things[None, :]
    expected, p = _surplus(counts, rounds, allowed)
    rules = []
    for one, other in np.argwhere((p <= LEVEL) & allowed):
        share = float(expected[one, other] / both[one, other])
        if counts[one, other] >= max(_LEAST_FIRST, _LEAST_LIFT * share) * both[one, other]:
            of, chance = int(both[one, other]), float(p[one, other])
            here = first[:, one] < first[:, other]
            here &= np.isfinite(first[:, other])
            rules.append(_Rule(HabitKind.BEFORE, int(one), int(other), here, of, share, chance))
    return rules


def _reordered(sessions: Sessions, shape: tuple[int, int], dice: Generator) -> Floats:
    places = dice.random(len(sessions.visit_item))
    return _earlier(_firsts(sessions.visit_session, sessions.visit_item, places, shape))


def _firsts(session: Whole, item: Whole, places: Floats | Whole, shape: tuple[int, int]) -> Floats:
    """Return where in each stretch each thing comes first, infinity where it does not."""
    found = np.full(shape[0] * shape[1], np.inf)
    np.minimum.at(found, session * shape[1] + item, places)
    return found.reshape(shape)


def _earlier(first: Floats) -> Floats:
    """Return in how many stretches with both each thing comes before each other."""
    found = np.zeros((first.shape[1], first.shape[1]))
    there = np.isfinite(first)
    for one in range(first.shape[1]):
        here = first[there[:, one]]
        found[one] = ((here[:, one, None] < here) & np.isfinite(here)).sum(axis=0)
    return found


# ---------------------------------------------------------------- chance


def _surplus(counts: Floats, rounds: Floats, allowed: Flags) -> tuple[Floats, Floats]:
    """Return what chance lets expect of each pair, and how probable its surplus is among the highest of all pairs."""
    mean, spread = rounds.mean(axis=0), np.maximum(rounds.std(axis=0), 0.5)
    if not allowed.any():
        return mean, np.ones_like(mean)
    highest = np.where(allowed, (rounds - mean) / spread, -np.inf).max(axis=(1, 2))
    return mean, beyond(((counts - mean) / spread).ravel(), highest).reshape(mean.shape)


def _habit(sessions: Sessions, rule: _Rule) -> Habit:
    days, last = np.unique(sessions.days[rule.here])[-_DAYS_TOLD:], np.flatnonzero(rule.here)[-_DAYS_TOLD:]
    when = np.round(np.stack([sessions.begins[last], sessions.ends[last]], axis=1) * MS_PER_SECOND).astype(np.int64)
    return Habit(
        kind=rule.kind,
        first=sessions.items[rule.first],
        then=sessions.items[rule.then],
        times=int(rule.here.sum()),
        of=rule.of,
        sessions=len(sessions.days),
        expected=rule.share,
        p=rule.p,
        days=tuple(date.fromordinal(int(day)) for day in days),
        when=tuple((start, end) for start, end in when.tolist()),
    )
