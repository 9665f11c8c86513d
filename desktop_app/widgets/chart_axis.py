"""Where the lines of an axis of lengths lie."""

from __future__ import annotations

from typing import Final

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
_STEPS: Final = (
    *(minutes * MINUTE_MS for minutes in (1, 5, 10, 15, 30)),
    *(hours * HOUR_MS for hours in (1, 2, 3, 4, 6, 8, 12, 24, 48, 96, 240, 480, 1_200, 2_400, 4_800, 12_000, 24_000)),
)


def axis_lines(highest_ms: int, most: int = 5) -> list[int]:
    """Return round lengths from 0 up to the first at or above the highest; at most so many steps."""
    step = next((step for step in _STEPS if step * most >= highest_ms), _STEPS[-1])
    count = max(1, -(-highest_ms // step))
    return [step * number for number in range(count + 1)]
