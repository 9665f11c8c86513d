"""What the person said of times to focus in, and what follows at once for the slots ahead."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND
from engine.domain.intervals import Interval
from engine.domain.offers import Said, Shown
from engine.domain.recommended import Verdict
from engine.mind.bandit.spoken import LESS_HALVES_MS

QUIET_AFTER_MS = 2 * MS_PER_HOUR
"""So long after "not now" no time begins."""

LESS_MINUTES = 3.0
"""Focused minutes that "less like this" takes off a slot at the same time of day."""

_DAY_S, _WEEK_S = 86_400.0, 604_800.0

Values = NDArray[np.float64]


def said_of_slots(
    history: Iterable[Shown], start_s: Values, local_s: Values, now_ms: int
) -> tuple[NDArray[np.bool_], Values]:
    """Return which slots must not be offered, and the focused minutes each of the others is worth less.

    start_s, local_s: where slots begin, in Unix seconds and on the person's own clock. "not now" bars the offered time
    and two hours from then; "wrong" bars that time of that weekday; "less" makes that time of day worth less.
    """
    barred, less = np.zeros(len(start_s), dtype=np.bool_), np.zeros(len(start_s))
    if not len(start_s):
        return barred, less
    offset_s = float(local_s[0] - start_s[0])
    for one in history:
        interval = one.offered.interval
        for said in one.said if interval is not None else ():
            if interval is not None and said.at_ms <= now_ms:
                _hear(said, interval, (start_s, local_s, offset_s), barred, less, now_ms)
    return barred, less


def _hear(
    said: Said,
    interval: Interval,
    slots: tuple[Values, Values, float],
    barred: NDArray[np.bool_],
    less: Values,
    now_ms: int,
) -> None:
    start_s, local_s, offset_s = slots
    first, last = interval.start_ms / MS_PER_SECOND, interval.end_ms / MS_PER_SECOND
    if said.verdict is Verdict.NOT_NOW:
        quiet_to = (said.at_ms + QUIET_AFTER_MS) / MS_PER_SECOND
        barred |= (start_s >= first) & (start_s < last)
        barred |= (start_s >= said.at_ms / MS_PER_SECOND) & (start_s < quiet_to)
    elif said.verdict is Verdict.WRONG:
        barred |= np.mod(local_s - (first + offset_s), _WEEK_S) < last - first
    elif said.verdict is Verdict.LESS:
        fresh = 0.5 ** ((now_ms - said.at_ms) / LESS_HALVES_MS)
        same = np.mod(local_s - (first + offset_s), _DAY_S) < last - first
        np.maximum(less, np.where(same, LESS_MINUTES * fresh, 0.0), out=less)
