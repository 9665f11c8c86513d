"""What was just in front before a moment, in numbers of about unit size; nothing at or after the moment is read."""

from __future__ import annotations

import numpy as np

from engine.domain.unbroken import GRACE_MS
from engine.mind.focus.kernel import Values
from engine.mind.focus.slots import Stretches, stretches
from engine.mind.stream.columns import Moments, Stream

WINDOWS_S = (300.0, 900.0, 3_600.0, 14_400.0)
"""How far is looked back: five minutes, a slot, an hour, half a working day."""

STATES = 4 * len(WINDOWS_S) + 3
"""How many numbers tell a state."""

_GRACE_S = GRACE_MS / 1_000
_LONGEST_GAP_S = 12 * 3_600.0


def state_at(stream: Stream, moments_s: Moments) -> Values:
    """Return one row of numbers for every moment (Unix seconds).

    Of each window: the active share, switches a minute, focused and distracting share. Then how
    long ago anything was active, how long the stretch goes on that is in front, and the weight of its category.
    """
    active = stream.active()
    if not len(active):
        return _nothing(len(moments_s))
    found = stretches(stream)
    weight = active.weight.astype(np.float64)
    kinds = (np.ones(len(active)), (weight > 0).astype(np.float64), np.clip(-weight / 2, 0, 1))
    sums = [_Sum(active, kind) for kind in kinds]
    turns = found.start_s[found.switched]
    columns = []
    for window in WINDOWS_S:
        total, focus, distracting = (one.between(moments_s - window, moments_s) for one in sums)
        switches = np.searchsorted(turns, moments_s) - np.searchsorted(turns, moments_s - window)
        safe = np.maximum(total, 1.0)
        there = total > 0
        columns += [
            total / window,
            np.where(there, np.log1p(switches * 60.0 / np.maximum(total, 30.0)), _USUAL_RATE),
            focus / safe,
            distracting / safe,
        ]
    columns += _in_front(active, found, moments_s)
    return np.stack(columns, axis=1) * 2.0 - 1.0


_USUAL_RATE = 0.5


class _Sum:
    """Seconds of one kind up to any moment."""

    def __init__(self, active: Stream, kind: Values) -> None:
        self._edges = np.stack([active.start_s, active.end_s], axis=1).ravel()
        amount = kind * (active.end_s - active.start_s)
        after = np.cumsum(amount)
        self._sums = np.stack([after - amount, after], axis=1).ravel()

    def between(self, start_s: Moments, end_s: Moments) -> Values:
        upto = np.interp(end_s, self._edges, self._sums)
        return np.asarray(upto - np.interp(start_s, self._edges, self._sums))


def _in_front(active: Stream, found: Stretches, moments_s: Moments) -> list[Values]:
    row = np.searchsorted(active.start_s, moments_s) - 1
    end = np.where(row >= 0, active.end_s[row], moments_s - _LONGEST_GAP_S)
    gap = np.clip(moments_s - end, 0, _LONGEST_GAP_S)
    on = (gap <= _GRACE_S) & (row >= 0)
    one = np.searchsorted(found.start_s, moments_s) - 1
    dwell = np.where(on, np.clip(moments_s - found.start_s[one], 0, 3_600), 0.0)
    return [
        np.log1p(gap / 60) / np.log1p(_LONGEST_GAP_S / 60),
        np.log1p(dwell / 60) / np.log1p(60),
        np.where(on, active.weight[row], 0.0) / 4 + 0.5,
    ]


def _nothing(many: int) -> Values:
    window = [0.0, _USUAL_RATE, 0.0, 0.0]
    return np.tile(np.array([*window * len(WINDOWS_S), 1.0, 0.0, 0.5]) * 2 - 1, (many, 1))
