"""Side by side: which part of a day's width each of the blocks gets that share time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.widgets.week_values import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the width: from left to right, both between 0 and 1."""

    left: float
    right: float


def parts(spans: Sequence[Span]) -> list[Part]:
    """Return the part of each, in the order given. Nothing that shares time overlaps; free room is filled rightwards.

    Of those that begin together the longer one stands first.
    """
    order = sorted(range(len(spans)), key=lambda place: (spans[place][0], -spans[place][1], place))
    found = [Part(0.0, 1.0)] * len(spans)
    group: list[int] = []
    reached = 0
    for place in order:
        start, end = spans[place]
        if group and start >= reached:
            _settle(group, spans, found)
            group = []
        reached = max(reached, end) if group else end
        group.append(place)
    _settle(group, spans, found)
    return found


def _settle(group: list[int], spans: Sequence[Span], found: list[Part]) -> None:
    tracks: list[list[int]] = []
    track_of: dict[int, int] = {}
    for place in group:
        free = (number for number, held in enumerate(tracks) if spans[held[-1]][1] <= spans[place][0])
        number = next(free, len(tracks))
        if number == len(tracks):
            tracks.append([])
        tracks[number].append(place)
        track_of[place] = number
    for place in group:
        first = track_of[place]
        last = first + 1
        while last < len(tracks) and not any(_overlap(spans[place], spans[other]) for other in tracks[last]):
            last += 1
        found[place] = Part(first / len(tracks), last / len(tracks))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def rows(spans: Sequence[Span]) -> list[int]:
    """Return the row of each of the spans that lie above one another, as few rows as possible."""
    ends: list[int] = []
    found = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda one: (spans[one][0], -spans[one][1], one)):
        start, end = spans[place]
        number = next((row for row, until in enumerate(ends) if until <= start), len(ends))
        if number == len(ends):
            ends.append(end)
        ends[number] = end
        found[place] = number
    return found
