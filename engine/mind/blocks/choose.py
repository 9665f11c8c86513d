"""The next block to focus in: of all windows of free time the one that promises most beyond what others would.

A window of 45 to 120 minutes on the quarter of an hour is worth the focused minutes expected in it, less what the
same time is expected to bring anywhere else in the free time ahead (its base), and a little less the later it begins.
So it grows over good slots, stops before poor ones, and a good hour tomorrow beats a poor one now.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, fsum

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.domain.explaining import explained
from engine.domain.intervals import Interval
from engine.domain.recommended import Abstention, Reason, ReasonKind, Scored
from engine.mind.blocks.chances import SLOT_S, Chances, Part, Values
from engine.mind.blocks.free_time import Mask

SHORTEST, LONGEST = 3, 8
"""How many slots a block has: 45 to 120 minutes."""

PER_HOUR = 0.1
"""Focused minutes that a block is worth less for every hour it begins later."""


@dataclass(frozen=True, slots=True)
class Block:
    """Time to focus in; the score is in focused minutes, its base what a block as long brings on average."""

    interval: Interval
    probability: float
    low: float
    high: float
    focused_minutes: float
    why: Scored


def next_blocks(chances: Chances, free: Mask, now_s: float, count: int = 1) -> list[Block] | Abstention:
    """Return up to count blocks that share no time, best first, or why there is none.

    free: which slots are the person's to fill. Slots that begin before now do not count. Of windows that are worth
    the same the earlier one is taken, then the longer one.
    """
    usable = np.asarray(free & (chances.start_s >= now_s), dtype=bool)
    if not _windows(chances, usable):
        return Abstention.NO_TIME
    known = usable & ~chances.abstains
    windows = _windows(chances, known)
    if not windows or not known.any():
        return Abstention.NO_PATTERN
    average = float(chances.minutes[known].mean())
    gains = [_gain(chances, window, average, now_s) for window in windows]
    ordered = sorted(zip(gains, windows, strict=True), key=lambda one: (-round(one[0], 9), one[1].start, -one[1].stop))
    chosen: list[slice] = []
    for _, window in ordered:
        if all(window.stop <= other.start or other.stop <= window.start for other in chosen):
            chosen.append(window)
        if len(chosen) == count:
            break
    return [_block(chances, window, known, now_s) for window in chosen]


def worth(chances: Chances, free: Mask, block: Block, now_s: float) -> float:
    """Return by how many focused minutes a block is better than as long a time anywhere, as these chances have it."""
    first = int(np.searchsorted(chances.start_s, block.interval.start_ms / MS_PER_SECOND))
    window = slice(first, first + round(block.interval.length_ms / MS_PER_SECOND / SLOT_S))
    known = free & (chances.start_s >= now_s) & ~chances.abstains
    return _gain(chances, window, float(chances.minutes[known].mean()), now_s)


def _windows(chances: Chances, usable: Mask) -> list[slice]:
    """Return every window of slots that follow each other and are all usable."""
    follows = np.abs(np.diff(chances.start_s, prepend=-np.inf) - SLOT_S) < 1.0
    unbroken = _unbroken(usable, np.asarray(follows, dtype=bool))
    return [
        slice(start, start + length)
        for start in np.flatnonzero(unbroken >= SHORTEST).tolist()
        for length in range(SHORTEST, min(LONGEST, int(unbroken[start])) + 1)
    ]


def _unbroken(usable: Mask, follows: Mask) -> NDArray[np.int64]:
    """Return for every slot how many usable ones follow each other from it on."""
    lengths = np.zeros(len(usable), dtype=np.int64)
    reach = 0
    for place in range(len(usable) - 1, -1, -1):
        reach = 1 + reach if usable[place] else 0
        lengths[place] = reach
        if not follows[place]:
            reach = 0
    return lengths


def _gain(chances: Chances, window: slice, average: float, now_s: float) -> float:
    minutes = chances.minutes[window]
    return float(minutes.sum()) - average * len(minutes) - _late(chances, window, now_s)


def _late(chances: Chances, window: slice, now_s: float) -> float:
    return PER_HOUR * float(chances.start_s[window.start] - now_s) / 3_600


def _block(chances: Chances, window: slice, known: Mask, now_s: float) -> Block:
    start_s = float(chances.start_s[window.start])
    end_s = start_s + SLOT_S * (window.stop - window.start)
    return Block(
        Interval(ceil(start_s * MS_PER_SECOND), ceil(end_s * MS_PER_SECOND)),
        float(chances.probability[window].mean()),
        float(chances.low[window].mean()),
        float(chances.high[window].mean()),
        float(chances.minutes[window].sum()),
        _why(chances, window, known, now_s),
    )


def _why(chances: Chances, window: slice, known: Mask, now_s: float) -> Scored:
    """Explain the block: what each part adds in it beyond what it adds to as many slots on average."""
    length = window.stop - window.start
    base = float(chances.minutes[known].mean()) * length
    reasons = [_reason(part, window, known) for part in chances.parts]
    left = float(chances.minutes[window].sum()) - base - fsum(one.adds for one in reasons)
    hours = float(chances.start_s[window.start] - now_s) / 3_600
    reasons.append(Reason(ReasonKind.SOON, -_late(chances, window, now_s), amount=hours))
    return explained(base, reasons, left)


def _reason(part: Part, window: slice, known: Mask) -> Reason:
    length = window.stop - window.start
    adds = float(part.minutes[window].sum()) - float(part.minutes[known].mean()) * length
    amount = 0.0 if part.amount is None else _mean(part.amount[window])
    return Reason(part.kind, adds, part.subject, amount)


def _mean(values: Values) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else 0.0
