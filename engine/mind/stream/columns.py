"""The history as columns of numbers, in order of start and without overlaps."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.presence import Presence

PRESENCES: tuple[Presence, ...] = tuple(Presence)
"""What the numbers of the column presence stand for; the first is ACTIVE."""

Moments: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Stream:
    """A history, one row a stretch; every column has the same length. Columns are shared, so nobody writes into them.

    start_s, end_s: Unix seconds, UTC. local_s: the start on the person's own clock, in seconds, so that local_s %
    86400 / 3600 is the hour. day: the day it starts in by the DayRule, as date.toordinal(). presence: place in
    PRESENCES. app, title: place in apps and titles, -1 for none. category, document: their numbers, 0 for none.
    weight: how the category counts for focus, -2 to 2, 0 where nothing is known.
    """

    start_s: Moments
    end_s: Moments
    local_s: Moments
    day: Numbers
    presence: NDArray[np.int8]
    app: Numbers
    title: Numbers
    category: Numbers
    weight: NDArray[np.float32]
    document: Numbers
    apps: tuple[str, ...]
    titles: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.start_s)

    def rows(self, which: slice | NDArray[Any]) -> Stream:
        """Return the rows of a slice (sharing memory), or those a mask or ascending places choose (copied)."""
        return replace(self, **{name: getattr(self, name)[which] for name in COLUMNS})

    def until(self, moment_s: float) -> Stream:
        """Return what was before the moment; the row that lies over it ends there."""
        found = self.rows(slice(0, int(np.searchsorted(self.start_s, moment_s, "left"))))
        if not len(found) or found.end_s[-1] <= moment_s:
            return found
        ends = found.end_s.copy()
        ends[-1] = moment_s
        return replace(found, end_s=ends)

    def between(self, start_s: float, end_s: float) -> Stream:
        """Return what shares time with [start_s, end_s), cut there; a row cut in front keeps its day."""
        before = self.until(end_s)
        found = before.rows(slice(int(np.searchsorted(before.end_s, start_s, "right")), None))
        if not len(found) or found.start_s[0] >= start_s:
            return found
        starts, local = found.start_s.copy(), found.local_s.copy()
        local[0] += start_s - starts[0]
        starts[0] = start_s
        return replace(found, start_s=starts, local_s=local)

    def active(self) -> Stream:
        """Return the rows in which the person was at the machine."""
        return self.rows(self.presence == 0)


COLUMNS: tuple[str, ...] = tuple(one.name for one in fields(Stream) if one.name not in {"apps", "titles"})
"""The names of the columns."""
