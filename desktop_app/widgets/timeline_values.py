"""What the timeline is given to draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.widgets.ribbon_values import RibbonSegment

TALL, THIN = 40, 10


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the timeline; segments in order without overlaps. key: its name in the program.

    height: in logical pixels; a thin lane has no letters in it.
    """

    key: str
    name: str
    segments: tuple[RibbonSegment, ...]
    height: int = TALL
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(segment.start_ms for segment in self.segments))

    def within(self, start_ms: float, end_ms: float) -> Sequence[RibbonSegment]:
        """Return the segments that share time with [start_ms, end_ms)."""
        first = max(0, bisect_right(self.starts, start_ms) - 1)
        return self.segments[first : bisect_left(self.starts, end_ms)]

    def at(self, moment_ms: float) -> int:
        """Return the place of the segment a moment lies in, -1 where there is none."""
        place = bisect_right(self.starts, moment_ms) - 1
        return place if place >= 0 and moment_ms < self.segments[place].end_ms else -1

    def after(self, moment_ms: float) -> int:
        """Return the place of the first segment that starts after the moment; len(segments) where there is none."""
        return bisect_right(self.starts, moment_ms)

    def before(self, moment_ms: float) -> int:
        """Return the place of the last segment that starts before the moment, -1 where there is none."""
        return bisect_left(self.starts, moment_ms) - 1

    def edges(self, start_ms: float, end_ms: float) -> list[int]:
        """Return where segments start and end in [start_ms, end_ms], in order."""
        found = {edge for one in self.within(start_ms, end_ms + 1) for edge in (one.start_ms, one.end_ms)}
        return sorted(edge for edge in found if start_ms <= edge <= end_ms)
