"""Many segments, few pixels: which segment each column of the ribbon belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.widgets.ribbon_values import RibbonSegment


@dataclass(frozen=True, slots=True)
class Run:
    """Columns first .. last - 1, all drawn as the segment is; touching runs differ in kind or name."""

    first: int
    last: int
    segment: RibbonSegment


def runs(segments: Sequence[RibbonSegment], start_ms: int, end_ms: int, columns: int) -> list[Run]:
    """Return how columns over [start_ms, end_ms) are filled; columns where nothing was recorded are in no run.

    A column shows whatever took most of it; recorded time, however short, is never swallowed by time without any.
    """
    return _runs(_owners(segments, start_ms, columns / max(1, end_ms - start_ms), max(0, columns)))


def _owners(
    segments: Sequence[RibbonSegment], start_ms: int, per_ms: float, columns: int
) -> list[RibbonSegment | None]:
    """Return the segment of each column; segments come from left to right, so only the newest column changes hands."""
    owners: list[RibbonSegment | None] = [None] * columns
    newest, most, shares = -1, 0.0, dict[str, float]()
    for segment in segments:
        left = max(0.0, (segment.start_ms - start_ms) * per_ms)
        right = min(float(columns), (segment.end_ms - start_ms) * per_ms)
        if left >= right:
            continue
        first, last = int(left), int(right)
        if first != newest:
            newest, most, shares = first, 0.0, {}
        share = shares[segment.name] = shares.get(segment.name, 0.0) + (min(right, first + 1) - left)
        if share >= most:
            owners[first], most = segment, share
        if last > first:
            owners[first + 1 : last] = [segment] * (last - first - 1)
            if right > last:
                newest, most, shares = last, right - last, {segment.name: right - last}
                owners[last] = segment
    return owners


def _runs(owners: list[RibbonSegment | None]) -> list[Run]:
    found: list[Run] = []
    first = 0
    for column in range(1, len(owners) + 1):
        here = owners[first]
        if column < len(owners) and _same(here, owners[column]):
            continue
        if here is not None:
            found.append(Run(first, column, here))
        first = column
    return found


def _same(one: RibbonSegment | None, other: RibbonSegment | None) -> bool:
    if one is other:
        return True
    if one is None or other is None:
        return False
    return one.kind is other.kind and one.name == other.name
