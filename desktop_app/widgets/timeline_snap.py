"""Where a pointer means: at the edge of an activity beside it, else at the nearest five minutes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

GRID_MS: Final = 300_000


def snapped(moment_ms: int, edges: Sequence[int], near_ms: float, local: Callable[[int], datetime]) -> int:
    """Return the nearest edge if one lies within near_ms, else the nearest five minutes of the local clock."""
    place = bisect_left(edges, moment_ms)
    beside = edges[max(0, place - 1) : place + 1]
    nearest = min(beside, key=lambda edge: abs(edge - moment_ms), default=None)
    if nearest is not None and abs(nearest - moment_ms) <= near_ms:
        return nearest
    return _on_grid(moment_ms, local)


def stepped(moment_ms: int, direction: int, edges: Sequence[int], local: Callable[[int], datetime]) -> int:
    """Return the next place to stop at, later for direction 1 and earlier for -1: five minutes on or an edge before."""
    grid = _on_grid(moment_ms, local)
    if (grid - moment_ms) * direction <= 0:
        grid += direction * GRID_MS
    between = [edge for edge in edges if 0 < (edge - moment_ms) * direction < (grid - moment_ms) * direction]
    return min(between, key=lambda edge: abs(edge - moment_ms), default=grid)


def _on_grid(moment_ms: int, local: Callable[[int], datetime]) -> int:
    clock = local(moment_ms)
    past = ((clock.minute * 60 + clock.second) * 1_000 + clock.microsecond // 1_000) % GRID_MS
    return moment_ms - past if past * 2 < GRID_MS else moment_ms + GRID_MS - past
