"""From rows of the history to columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from engine.domain.clock import MS_PER_SECOND
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.stream_row import StreamRow
from engine.mind.stream.columns import COLUMNS, PRESENCES, Moments, Numbers, Stream

_DAY_S = 86_400
_SAID = ("presence", "app", "title", "category", "document")
_PLACE = {presence: place for place, presence in enumerate(PRESENCES)}


def stream_of(rows: Iterable[StreamRow], weights: Mapping[int, float], rule: DayRule) -> Stream:
    """Return the rows as columns. rows: in order of start, without overlaps. weights: focus weight by category."""
    return followed(EMPTY, rows, weights, rule)


def followed(
    before: Stream, rows: Iterable[StreamRow], weights: Mapping[int, float], rule: DayRule, since_s: float | None = None
) -> Stream:
    """Return the stream with the rows after it, in place of all it had from since_s on.

    Apps and titles known before keep their places, so that what was learned by place stays right.
    """
    found = list(rows)
    kept = before if since_s is None else before.until(since_s)
    if not found:
        return kept
    starts, ends, zones, presences, apps, titles, categories, documents = zip(*found, strict=True)
    app, known_apps = _placed(apps, before.apps)
    title, known_titles = _placed(titles, before.titles)
    start_s = np.array(starts, np.float64) / MS_PER_SECOND
    category = np.array(categories, np.int32)
    new = Stream(
        start_s=start_s,
        end_s=np.array(ends, np.float64) / MS_PER_SECOND,
        local_s=start_s + _offsets(start_s, zones),
        day=_days(start_s, rule),
        presence=np.array([_PLACE[one] for one in presences], np.int8),
        app=app,
        title=title,
        category=category,
        weight=_weights(category, weights),
        document=np.array(documents, np.int32),
        apps=known_apps,
        titles=known_titles,
    )
    if not len(kept):
        return new
    if _goes_on(kept, new):
        until_s = np.append(kept.end_s[:-1], new.end_s[0])
        kept, new = replace(kept, end_s=until_s), new.rows(slice(1, None))
    joined: dict[str, Any] = {name: np.concatenate([getattr(kept, name), getattr(new, name)]) for name in COLUMNS}
    return replace(new, **joined)


def _goes_on(before: Stream, after: Stream) -> bool:
    """Return whether only the edge between what was kept and what is new lies between two rows."""
    same = all(getattr(before, name)[-1] == getattr(after, name)[0] for name in _SAID)
    return same and bool(before.end_s[-1] == after.start_s[0])


def _placed(names: Sequence[str], known: tuple[str, ...]) -> tuple[Numbers, tuple[str, ...]]:
    """Return the place of each name, -1 of the empty one, and all names by place, the known ones first."""
    places = {"": -1, **{name: place for place, name in enumerate(known)}}
    numbers = np.array([places.setdefault(name, len(places) - 1) for name in names], np.int32)
    return numbers, tuple(places)[1:]


def _weights(category: Numbers, weights: Mapping[int, float]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    kinds, places = np.unique(category, return_inverse=True)
    return np.array([weights.get(int(kind), 0.0) for kind in kinds], np.float32)[places]


def _days(start_s: Moments, rule: DayRule) -> Numbers:
    """Return the day of each moment, as the rule cuts them."""
    first = day_of(int(start_s[0] * MS_PER_SECOND), rule).toordinal()
    last = day_of(int(start_s[-1] * MS_PER_SECOND), rule).toordinal()
    edges = [day_start_ms(date.fromordinal(one), rule) for one in range(first, last + 1)]
    places = np.searchsorted(np.array(edges, np.float64) / MS_PER_SECOND, start_s, "right")
    return (first - 1 + places).astype(np.int32)


def _offsets(start_s: Moments, zones: Sequence[str]) -> Moments:
    """Return the seconds that each zone was ahead of UTC at each moment."""
    if len(set(zones)) == 1:
        return offsets_in(start_s, zones[0])
    names = np.array(zones)
    found = np.empty(len(start_s))
    for name in set(zones):
        found[names == name] = offsets_in(start_s[names == name], name)
    return found


def offsets_in(start_s: Moments, name: str) -> Moments:
    """Return the offsets of one zone: asked for once a day where they are the same at its end."""
    zone = DayRule(name).tzinfo()
    days, places = np.unique(np.floor(start_s / _DAY_S), return_inverse=True)
    begins = np.array([_offset(day * _DAY_S, zone) for day in days])
    ends = np.array([_offset((day + 1) * _DAY_S, zone) for day in days])
    found = begins[places]
    for place in np.flatnonzero((begins != ends)[places]):
        found[place] = _offset(float(start_s[place]), zone)
    return found


def _offset(moment_s: float, zone: ZoneInfo) -> float:
    return (datetime.fromtimestamp(moment_s, UTC).astimezone(zone).utcoffset() or timedelta()).total_seconds()


_NO_MOMENTS, _NO_NUMBERS = np.empty(0), np.empty(0, np.int32)
EMPTY = Stream(
    start_s=_NO_MOMENTS,
    end_s=_NO_MOMENTS,
    local_s=_NO_MOMENTS,
    day=_NO_NUMBERS,
    presence=np.empty(0, np.int8),
    app=_NO_NUMBERS,
    title=_NO_NUMBERS,
    category=_NO_NUMBERS,
    weight=np.empty(0, np.float32),
    document=_NO_NUMBERS,
    apps=(),
    titles=(),
)
"""A stream of nothing."""
