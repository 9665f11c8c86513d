"""Which stretch of time the timeline shows, and how it moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

MINUTE: Final = 60_000
DAY: Final = 24 * 60 * MINUTE
SHORTEST_MS: Final = 15 * MINUTE
LONGEST_MS: Final = 31 * DAY + 60 * MINUTE  # a month whose clocks are set back


@dataclass(frozen=True, slots=True)
class View:
    """The stretch [start_ms, start_ms + span_ms) laid over width pixels."""

    start_ms: int
    span_ms: int
    width: int

    @property
    def end_ms(self) -> int:
        """Where the shown stretch ends."""
        return self.start_ms + self.span_ms

    @property
    def ms_per_px(self) -> float:
        """How much time one logical pixel stands for."""
        return self.span_ms / max(1, self.width)

    def x(self, moment_ms: float) -> float:
        """Return the pixel of a moment, which may lie outside."""
        return (moment_ms - self.start_ms) / self.ms_per_px

    def moment(self, x: float) -> int:
        """Return the moment at a pixel."""
        return self.start_ms + round(x * self.ms_per_px)

    def showing(self, start_ms: int, end_ms: int) -> View:
        """Return a view of that stretch; one too short or too long to show is shown around its middle."""
        span = min(LONGEST_MS, max(SHORTEST_MS, end_ms - start_ms))
        return replace(self, start_ms=start_ms + (end_ms - start_ms - span) // 2, span_ms=span)

    def zoomed(self, factor: float, x: float) -> View:
        """Return a view of factor times as much time, in which pixel x shows the same moment."""
        span = min(LONGEST_MS, max(SHORTEST_MS, round(self.span_ms * factor)))
        return replace(self, start_ms=round(self.moment(x) - x * span / max(1, self.width)), span_ms=span)

    def panned(self, pixels: float) -> View:
        """Return a view that many pixels later."""
        return replace(self, start_ms=self.start_ms + round(pixels * self.ms_per_px))

    def resized(self, width: int) -> View:
        """Return a view of the same stretch on another width."""
        return replace(self, width=max(1, width))

    def holding(self, start_ms: int, end_ms: int) -> View:
        """Return the nearest view in which the stretch can be seen, this one if it can be already."""
        if self.start_ms <= start_ms and end_ms <= self.end_ms:
            return self
        if end_ms - start_ms > self.span_ms:
            return self.showing(start_ms, end_ms)
        margin = min(self.span_ms // 10, (self.span_ms - (end_ms - start_ms)) // 2)
        if start_ms < self.start_ms:
            return replace(self, start_ms=start_ms - margin)
        return replace(self, start_ms=end_ms + margin - self.span_ms)
