"""Half-open intervals of UTC milliseconds, and the arithmetic every total rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From start_ms (included) to end_ms (excluded), UTC milliseconds; never negative."""

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if self.end_ms < self.start_ms:
            raise ValueError(f"an interval cannot end before it starts: {self.start_ms} .. {self.end_ms}")

    @property
    def length_ms(self) -> int:
        """The milliseconds between start and end."""
        return self.end_ms - self.start_ms

    def clip(self, bounds: Interval) -> Interval | None:
        """Return the part within bounds, or None where nothing is left."""
        start, end = max(self.start_ms, bounds.start_ms), min(self.end_ms, bounds.end_ms)
        return Interval(start, end) if start < end else None


def subtract(whole: Interval, taken: Iterable[Interval]) -> list[Interval]:
    """Return what is left of whole, in order, once every taken interval is cut out."""
    left: list[Interval] = []
    cursor = whole.start_ms
    for cut in sorted(taken):
        if cut.end_ms <= cursor:
            continue
        if cut.start_ms >= whole.end_ms:
            break
        if cut.start_ms > cursor:
            left.append(Interval(cursor, cut.start_ms))
        cursor = cut.end_ms
    if cursor < whole.end_ms:
        left.append(Interval(cursor, whole.end_ms))
    return left


def union_length(intervals: Iterable[Interval]) -> int:
    """Return the milliseconds covered by at least one of the intervals."""
    total, reached = 0, None
    for interval in sorted(intervals):
        if reached is None or interval.start_ms > reached:
            total += interval.length_ms
            reached = interval.end_ms
        elif interval.end_ms > reached:
            total += interval.end_ms - reached
            reached = interval.end_ms
    return total
