"""Hours since 1970-01-01 00:00 UTC: which ones a time touches, and how it is shared out among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval


def hours_of(span: Interval) -> range:
    """Return the hours that share time with the span."""
    return range(span.start_ms // MS_PER_HOUR, -(-span.end_ms // MS_PER_HOUR) if span.length_ms else 0)


def by_hour(start_ms: int, end_ms: int) -> Iterator[tuple[int, int]]:
    """Yield each hour of [start_ms, end_ms) with the milliseconds that lie in it."""
    while start_ms < end_ms:
        hour = start_ms // MS_PER_HOUR
        until = min(end_ms, (hour + 1) * MS_PER_HOUR)
        yield hour, until - start_ms
        start_ms = until


def spans_of(hours: Iterable[int], most: int) -> Iterator[Interval]:
    """Yield the hours as spans in UTC milliseconds, neighbours made one; none is longer than so many hours."""
    first = last = None
    for hour in sorted(hours):
        if first is not None and last is not None and hour == last + 1 and hour - first < most:
            last = hour
            continue
        if first is not None and last is not None:
            yield _span(first, last)
        first = last = hour
    if first is not None and last is not None:
        yield _span(first, last)


def _span(first: int, last: int) -> Interval:
    return Interval(first * MS_PER_HOUR, (last + 1) * MS_PER_HOUR)
