"""What may come next at a moment, and what is known of each: the count models first, in logarithms."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, log, log1p, pi, sin
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from engine.mind.next.counts import (
    AFTER_PAUSE,
    BY_TIME,
    BY_TURN,
    COUNT,
    DWELL,
    GROUP,
    GROUP_HALF_LIFE,
    HALF_LIVES_S,
    HALF_LIVES_TURNS,
    KINDS,
    LAST_S,
    LAST_TURN,
    SESSION,
    After,
    Counts,
    of_title,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 32
"""Candidates at a moment: the most recent things, and those that mostly followed on what is in front."""

_FOLLOWERS = 8
_LITTLE = 1e-3
_HOUR_S, _DAY_S = 3600.0, 86_400.0
_SATURDAY = 5
_RANKS = np.arange(MOST)

FEATURES = (
    "recency", "last", "second", "third", "rank_log",
    "age", "turns_ago", "frequency", "count", "rare",
    "fresh_3min", "fresh_30min", "fresh_4h", "fresh_day", "fresh_week",
    "lately_5", "lately_20", "lately_100", "lately_500",
    "after_1", "after_1_ever", "after_1_faded", "after_2", "after_2_ever", "after_3",
    "back", "back_2", "back_rate", "back_rate_here", "back_rate_pair", "back_dwell", "dwell_last", "back_alternating",
    "back_alternations",
    "hour", "session", "session_ever", "pause_count", "pause_frequency", "pause_last", "pause_age",
    "dwell", "kinds_after", "like_now", "like_lately",
    "title_after", "title_after_faded", "title_after_2", "title_known", "back_rate_title",
    "group_same", "group_after", "group_after_faded", "group_lately", "group_share", "group_first", "group_rank",
)  # fmt: skip
"""Names of the features of a candidate, in order."""

MOMENT = ("dwell", "pause", "hour_sin", "hour_cos", "session_turns", "turns", "weekend", "alternations", "dwell_usual")
"""Names of the features of a moment, in order."""

_PLACE = {name: place for place, name in enumerate(FEATURES)}


def column(name: str) -> int:
    """Return the place of a feature."""
    return _PLACE[name]


def candidates_of(counts: Counts, most: int = MOST) -> NDArray[np.int64]:
    """Return what may come next: most recent first, never what is in front."""
    found = counts.recent[1 : most + 1]
    if len(counts.recent) > most + 1 and counts.last:
        after = counts.after.get((counts.last[0],))
        known = set(found)
        more = [] if after is None else [one for one in after.faded if one not in known and one != counts.last[0]]
        if after is not None and more:
            best = sorted(more, key=lambda one: (-after.faded[one], one))[:_FOLLOWERS]
            found = found[: most - len(best)] + best
    return np.array(found, np.int64)


@dataclass(frozen=True, slots=True)
class Moment:
    """When is asked: Unix seconds, and the person's own clock in seconds.

    pause: whether what comes is the first after one. title: the number of the title in front, -1 for none.
    """

    now_s: float
    local_s: float
    pause: bool
    title: int = -1


def moment_features(counts: Counts, moment: Moment) -> NDArray[np.float32]:
    """Return the features of a moment."""
    hour = 2 * pi * (moment.local_s % _DAY_S) / _DAY_S
    dwell = log1p(max(0.0, moment.now_s - counts.now_s))
    usual = float(counts.table[counts.last[0], DWELL]) if counts.last else 0.0
    weekday = int(moment.local_s // _DAY_S + 3) % 7  # the first of January 1970 was a Thursday
    return np.array(
        [
            dwell, moment.pause, sin(hour), cos(hour), log1p(counts.session_turns), log1p(counts.turns),
            weekday >= _SATURDAY, log1p(counts.alternating), dwell - usual,
        ],
        np.float32,
    )  # fmt: skip


def features_of(
    counts: Counts,
    found: NDArray[np.int64],
    moment: Moment,
    vectors: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Return what is known of each candidate (n, features). vectors: of length 1 or 0 by thing, of what it says."""
    told = np.zeros((len(found), len(FEATURES)), np.float32)
    if not len(found):
        return told
    known = counts.table[found]
    for columns in (
        _recency(counts, known, moment),
        _following(counts, known, found.tolist(), moment),
        _returning(counts, found, moment),
        _usual(counts, known, found, moment),
        _alike(counts, found, vectors),
        _grouped(counts, known),
    ):
        for name, values in columns.items():
            told[:, _PLACE[name]] = values
    if moment.pause:
        told[:, _PLACE["pause_count"]] = np.log1p(known[:, AFTER_PAUSE])
        for name in ("frequency", "last", "age"):
            told[:, _PLACE[f"pause_{name}"]] = told[:, _PLACE[name]]
    return told


Columns: TypeAlias = "dict[str, NDArray[Any]]"


def _recency(counts: Counts, known: NDArray[np.float64], moment: Moment) -> Columns:
    rank = _RANKS[: len(known)]
    age, turns = np.maximum(moment.now_s - known[:, LAST_S], 0.0), counts.turns - known[:, LAST_TURN]
    count = known[:, COUNT]
    fresh = known[:, BY_TIME] * np.exp2(-age[:, None] / HALF_LIVES_S)
    fresh = np.log(fresh / (fresh.sum(0) + 1e-9) + _LITTLE)
    lately = known[:, BY_TURN] * np.exp2(-turns[:, None] / HALF_LIVES_TURNS)
    lately = np.log(lately / (lately.sum(0) + 1e-9) + _LITTLE)
    return {
        "recency": 1 / (1 + rank),
        "last": rank == 0,
        "second": rank == 1,
        "third": rank == 2,  # noqa: PLR2004
        "rank_log": np.log1p(rank),
        "age": np.log1p(age),
        "turns_ago": np.log(turns),
        "frequency": np.log(count / counts.turns),
        "count": np.log1p(count),
        "rare": count <= _RARE,
        **dict(zip(_FRESH, fresh.T, strict=True)),
        **dict(zip(_LATELY, lately.T, strict=True)),
        "dwell_last": (rank == 0) * log1p(max(0.0, moment.now_s - counts.now_s)),
    }


_RARE = 2
_FRESH = [name for name in FEATURES if name.startswith("fresh")]
_LATELY = [name for name in FEATURES if name.startswith("lately")]
_NOTHING = After({}, {})


def _following(counts: Counts, known: NDArray[np.float64], found: list[int], moment: Moment) -> Columns:
    """What came after the last one, two and three things; longer memories lean on shorter ones."""
    often = known[:, COUNT] / counts.turns
    last = counts.last
    one, two, three = (
        counts.after.get(tuple(last[:length]), _NOTHING) if len(last) >= length else _NOTHING for length in (1, 2, 3)
    )
    first = np.array([one.plain.get(thing, 0.0) for thing in found])
    faded = np.array([one.faded.get(thing, 0.0) for thing in found]) / one.unit
    second = np.array([two.plain.get(thing, 0.0) for thing in found])
    third = np.array([three.plain.get(thing, 0.0) for thing in found])
    shorter = 2 * (first / (one.total + 1) + 0.05 * often)
    return _after_title(counts, found, moment, shorter) | {
        "after_1": np.log((first + 0.5 * often) / (one.total + 0.5)),
        "after_1_ever": first > 0,
        "after_1_faded": np.log((faded + 0.2 * often) / (one.faded_total / one.unit + 0.2)),
        "after_2": np.log((second + shorter) / (two.total + 2.1)),
        "after_2_ever": second > 0,
        "after_3": np.log((third + shorter) / (three.total + 2.1)),
    }


def _after_title(counts: Counts, found: list[int], moment: Moment, shorter: NDArray[np.float64]) -> Columns:
    """What came after the title in front, and after it together with the thing before; shorter: what to lean on."""
    if moment.title < 0:
        return {name: np.log(shorter / 2.1) for name in ("title_after", "title_after_faded", "title_after_2")}
    rows = [counts.after.get(key, _NOTHING) for key in of_title(moment.title, counts.before)]
    one, two = rows[0], rows[-1]
    came = np.array([one.plain.get(thing, 0.0) for thing in found])
    faded = np.array([one.faded.get(thing, 0.0) for thing in found]) / one.unit
    both = np.array([two.plain.get(thing, 0.0) for thing in found])
    alone = (came + shorter) / (one.total + 2.1)
    return {
        "title_after": np.log(alone),
        "title_after_faded": np.log((faded + shorter) / (one.faded_total / one.unit + 2.1)),
        "title_after_2": np.log((both + 2 * alone) / (two.total + 2)),
        "title_known": np.full(len(found), log1p(one.total)),
    }


def _returning(counts: Counts, found: NDArray[np.int64], moment: Moment) -> Columns:
    if not counts.before:
        return {}
    back = found == counts.before[0]
    rates = {
        name: back * log(counts.returned(key))
        for name, key in (
            ("back_rate", ()),
            ("back_rate_here", (counts.last[0],)),
            ("back_rate_pair", (counts.before[0], counts.last[0])),
            ("back_rate_title", of_title(moment.title, [])[0]),
        )
    }
    two = counts.before[1] if len(counts.before) > 1 else -1
    return rates | {
        "back": back,
        "back_2": found == two,
        "back_dwell": back * log1p(max(0.0, moment.now_s - counts.now_s)),
        "back_alternating": back & (two == counts.last[0]),
        "back_alternations": back * log1p(counts.alternating),
    }


def _usual(counts: Counts, known: NDArray[np.float64], found: NDArray[np.int64], moment: Moment) -> Columns:
    hour = int(moment.local_s % _DAY_S / _HOUR_S)
    hours = counts.hours[found]
    usual = hours[:, hour] + 0.5 * (hours[:, (hour + 1) % 24] + hours[:, hour - 1]) + hours.sum(1) / 80
    return {
        "hour": np.log(usual / (usual.sum() + 1e-9) + _LITTLE),
        "session": np.log1p(known[:, SESSION]),
        "session_ever": known[:, SESSION] > 0,
        "dwell": known[:, DWELL],
        "kinds_after": np.log1p(known[:, KINDS]),
    }


def _alike(counts: Counts, found: NDArray[np.int64], vectors: NDArray[np.float32] | None) -> Columns:
    """How near in meaning a candidate is to what is in front, and to the last things that were."""
    if vectors is None or not counts.last:
        return {}
    lately = vectors[counts.last] * _NEWER[: len(counts.last), None]
    return {"like_now": vectors[found] @ vectors[counts.last[0]], "like_lately": vectors[found] @ lately.sum(0)}


_NEWER = np.array([0.5, 0.25, 0.15, 0.1], np.float32)


def _grouped(counts: Counts, known: NDArray[np.float64]) -> Columns:
    """What is known of the groups of the candidates, and of each among those of its own."""
    groups = known[:, GROUP].astype(np.int64).tolist()
    now = int(counts.table[counts.last[0], GROUP]) if counts.last else 0
    after = counts.group_after.get(now, _NOTHING)
    kept = [counts.groups[group] for group in groups]
    many = np.array([one[0] for one in kept])
    lately = np.array([one[1] * 2.0 ** ((one[2] - counts.turns) / GROUP_HALF_LIFE) for one in kept])
    often = many / counts.turns
    came = np.array([after.plain.get(group, 0.0) for group in groups])
    faded = np.array([after.faded.get(group, 0.0) for group in groups]) / after.unit
    seen: dict[int, int] = {}
    rank = np.empty(len(groups))
    for place, group in enumerate(groups):
        rank[place] = seen[group] = seen.get(group, -1) + 1
    return {
        "group_same": known[:, GROUP] == now,
        "group_after": np.log((came + 0.5 * often) / (after.total + 0.5)),
        "group_after_faded": np.log((faded + 0.2 * often) / (after.faded_total / after.unit + 0.2)),
        "group_lately": np.log(lately / GROUP_HALF_LIFE + _LITTLE),
        "group_share": np.log(known[:, COUNT] / many),
        "group_first": rank == 0,
        "group_rank": np.log1p(rank),
    }
