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
    sheet = _Sheet(max(0, columns))
    per_ms = columns / max(1, end_ms - start_ms)
    for segment in segments:
        begin, end = max(segment.start_ms, start_ms), min(segment.end_ms, end_ms)
        if begin < end:
            sheet.lay(segment, (begin - start_ms) * per_ms, (end - start_ms) * per_ms)
    return sheet.runs()


class _Sheet:
    """Columns being filled from left to right; only the newest column can still change hands."""

    def __init__(self, columns: int) -> None:
        self._owners: list[RibbonSegment | None] = [None] * columns
        self._column = -1
        self._shares: dict[tuple[str, str], float] = {}

    def lay(self, segment: RibbonSegment, left: float, right: float) -> None:
        first, last = int(left), min(int(right), len(self._owners) - 1)
        self._share(segment, first, min(right, first + 1) - left)
        if last > first:
            self._owners[first + 1 : last] = [segment] * (last - first - 1)
            self._share(segment, last, right - last)

    def _share(self, segment: RibbonSegment, column: int, share: float) -> None:
        if share <= 0 or column >= len(self._owners):
            return
        if column != self._column:
            self._column, self._shares = column, {}
        key = (segment.kind, segment.name)
        self._shares[key] = self._shares.get(key, 0.0) + share
        if self._shares[key] >= max(self._shares.values()):
            self._owners[column] = segment

    def runs(self) -> list[Run]:
        found: list[Run] = []
        first = 0
        for column in range(1, len(self._owners) + 1):
            here = self._owners[first]
            if column < len(self._owners) and _same(here, self._owners[column]):
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
