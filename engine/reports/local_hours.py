"""Which day and which hour on the clock a moment belongs to; days are those of engine.domain.days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from engine.domain.clock import MS_PER_HOUR, utc
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intervals import Interval

_ONE_MS = timedelta(milliseconds=1)


class LocalHours:
    """The hours of some days that follow each other; moments outside them count to the nearest day."""

    def __init__(self, days: Sequence[date], rule: DayRule) -> None:
        self._zone = rule.tzinfo()
        self.days = tuple(days)
        self._starts = [day_start_ms(day, rule) for day in (*self.days, self.days[-1] + timedelta(days=1))]
        offsets = [self._offset_of(start) for start in self._starts]
        self._offsets = [before if before == after else None for before, after in pairwise(offsets)]

    def bounds(self, number: int) -> Interval:
        """Return the bounds of the day of that number, 0 for the first."""
        return Interval(self._starts[number], self._starts[number + 1])

    def place(self, moment_ms: int) -> tuple[int, int]:
        """Return the number of the day, 0 for the first, and the hour on the clock, 0 to 23."""
        day = min(max(bisect_right(self._starts, moment_ms) - 1, 0), len(self.days) - 1)
        return day, (moment_ms + self._offset_ms(moment_ms)) // MS_PER_HOUR % 24

    def cut(self, span: Interval) -> Iterator[Interval]:
        """Yield the span cut wherever the day or the hour on the clock changes."""
        start = span.start_ms
        for moment in self._changes(span):
            yield Interval(start, moment)
            start = moment
        if start < span.end_ms:
            yield Interval(start, span.end_ms)

    def _changes(self, span: Interval) -> list[int]:
        starts = self._starts
        found = set(starts[bisect_right(starts, span.start_ms) : bisect_left(starts, span.end_ms)])
        from_ms = span.start_ms
        while from_ms < span.end_ms:
            to_ms = min(from_ms - from_ms % MS_PER_HOUR + MS_PER_HOUR, span.end_ms)
            found.update(self._hour_starts(from_ms, to_ms))
            from_ms = to_ms
        return sorted(found - {span.start_ms, span.end_ms})

    def _hour_starts(self, from_ms: int, to_ms: int) -> Iterator[int]:
        """Yield the starts of hours on the clock in (from_ms, to_ms], which lie within one hour of UTC."""
        for start, end in self._steady(from_ms, to_ms):
            offset = self._offset_ms(start)
            if start > from_ms:
                yield start  # the clocks change here
            first = -(-(start + offset + 1) // MS_PER_HOUR) * MS_PER_HOUR - offset
            if first <= end:
                yield first

    def _steady(self, from_ms: int, to_ms: int) -> Iterator[tuple[int, int]]:
        """Yield the parts in which the offset from UTC stays the same."""
        if self._offset_ms(from_ms) == self._offset_ms(to_ms):
            yield from_ms, to_ms
            return
        low, high = from_ms, to_ms
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._offset_ms(middle) == self._offset_ms(from_ms) else (low, middle)
        yield from_ms, high
        if high < to_ms:
            yield high, to_ms

    def _offset_ms(self, moment_ms: int) -> int:
        day = bisect_right(self._starts, moment_ms) - 1
        known = self._offsets[day] if 0 <= day < len(self._offsets) else None  # asking the zone is dear
        return self._offset_of(moment_ms) if known is None else known

    def _offset_of(self, moment_ms: int) -> int:
        return (utc(moment_ms).astimezone(self._zone).utcoffset() or timedelta()) // _ONE_MS
