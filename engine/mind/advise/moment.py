"""The moment advice is given for: what is in front, what was, and how the person's clock stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.mind.stream.columns import Stream

Values: TypeAlias = NDArray[np.float64]

IN_FRONT_S = 120.0
"""What was left longer ago than that is not in front any more, even if nothing came after it."""

OWN_APP = "kairos"
READING_S = 900.0
"""Whoever has our own window in front for longer than that is not at anything else any more."""

MOST_RECENT = 10
"""So many documents that were in front lately are told."""

_LATELY_S = 12 * 3_600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known at a moment. stream: the history before it.

    offset_s: what the person's clock is ahead of UTC. app, title: of what is in front, "" for nothing. category,
    document: likewise, 0 for none. recent: documents that were in front lately, the last one last, each once, with the
    seconds since it was left. meant: what the time is planned for, "" for nothing.
    """

    now_s: float
    offset_s: float
    stream: Stream = field(repr=False)
    app: str = ""
    title: str = field(default="", repr=False)
    category: int = 0
    document: int = 0
    recent: tuple[int, ...] = ()
    recent_ago_s: tuple[float, ...] = ()
    meant: str = field(default="", repr=False)

    @property
    def local_s(self) -> float:
        """The moment on the person's own clock."""
        return self.now_s + self.offset_s

    @property
    def now_ms(self) -> int:
        """The moment in UTC milliseconds."""
        return round(self.now_s * MS_PER_SECOND)


def moment_of(stream: Stream, now_s: float, offset_s: float) -> Moment:
    """Return the moment after what the stream holds before it."""
    before = stream.until(now_s)
    recent, ago = _recent(before, now_s)
    row = in_front(before, now_s)
    if row is None:
        return Moment(now_s, offset_s, before, recent=recent, recent_ago_s=ago)
    app, title = int(before.app[row]), int(before.title[row])
    return Moment(
        now_s,
        offset_s,
        before,
        before.apps[app] if app >= 0 else "",
        before.titles[title] if title >= 0 else "",
        int(before.category[row]),
        int(before.document[row]),
        recent,
        ago,
    )


def in_front(before: Stream, now_s: float) -> int | None:
    """Return the row of what is in front, None where nothing is.

    Whoever reads the advice has our own window in front; what they work on is what was in front before it.
    """
    left_s = now_s
    for row in range(len(before) - 1, -1, -1):
        if before.presence[row] != 0 or left_s - before.end_s[row] > IN_FRONT_S or now_s - left_s > READING_S:
            return None
        if before.app[row] < 0 or before.apps[before.app[row]].casefold() != OWN_APP:
            return row
        left_s = float(before.start_s[row])
    return None


def _recent(before: Stream, now_s: float) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return the documents of the last hours, the last one last, and the seconds since each was left."""
    lately = before.rows(slice(int(np.searchsorted(before.end_s, now_s - _LATELY_S)), None))
    rows = np.flatnonzero((lately.document > 0) & (lately.presence == 0))
    left: dict[int, float] = {}
    for row in rows[::-1]:
        left.setdefault(int(lately.document[row]), now_s - float(lately.end_s[row]))
        if len(left) == MOST_RECENT:
            break
    return tuple(reversed(left)), tuple(reversed(left.values()))


def active_days(stream: Stream, enough_s: float) -> int:
    """Return on how many days the person was active for so many seconds."""
    active = stream.active()
    if not len(active):
        return 0
    sums = np.bincount(active.day - active.day[0], active.end_s - active.start_s)
    return int((sums >= enough_s).sum())
