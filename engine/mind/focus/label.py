"""The labels of slots by engine.domain.focus_label, over columns."""

from __future__ import annotations

from bisect import bisect_left, insort

import numpy as np
from numpy.typing import NDArray

from engine.domain.focus_label import (
    CALM_PER_MINUTE,
    DISTRACTION_PART,
    ENOUGH,
    FOCUSED_SHARE,
    LEAST_SLOTS,
    LONG_MS,
    MOST_SWITCHES,
    STRETCH_PART,
    SWITCH_PART,
    TRAILING_DAYS,
    TRIED_SHARE,
)
from engine.mind.focus.slots import Slots
from engine.mind.stream.columns import Moments

_MISSING = np.nan


def worths(slots: Slots) -> Moments:
    """Return the worth of each slot, 0 to 1."""
    active = np.maximum(slots.active_s, 1e-9)
    return np.asarray(
        STRETCH_PART * np.minimum(1.0, slots.longest_s * 1_000 / LONG_MS)
        + SWITCH_PART * np.maximum(0.0, 1 - slots.switch_rate / MOST_SWITCHES)
        + DISTRACTION_PART * (1 - slots.distracting_s / active)
    )


def few_switches(slots: Slots) -> Moments:
    """Return for each slot the switches per minute that were few by the trailing days before its own; NaN if unknown.

    Days before its own only, so that all slots of a day are measured alike and by what was known when it began.
    """
    counting = slots.active_s >= ENOUGH * slots.width_s
    days, rates = slots.day[counting], slots.switch_rate[counting]
    few = np.full(len(slots), _MISSING)
    window: list[float] = []
    head = tail = 0
    for day in np.unique(slots.day):
        upto = int(np.searchsorted(days, day, "left"))
        since = int(np.searchsorted(days, day - TRAILING_DAYS, "left"))
        for rate in rates[head:upto]:
            insort(window, float(rate))
        for rate in rates[tail:since]:
            del window[bisect_left(window, float(rate))]
        head, tail = upto, since
        if len(window) >= LEAST_SLOTS:
            few[slots.day == day] = max(CALM_PER_MINUTE, _middle(window))
    return few


def focused(slots: Slots, few_per_minute: NDArray[np.float64]) -> Moments:
    """Return 1 for focused slots, 0 for others and NaN where it cannot be told."""
    yes = (slots.focus_s >= FOCUSED_SHARE * slots.active_s) & (slots.switch_rate <= few_per_minute)
    known = (slots.active_s >= ENOUGH * slots.width_s) & ~np.isnan(few_per_minute)
    return np.where(known, yes.astype(np.float64), _MISSING)


def tried(slots: Slots) -> NDArray[np.bool_]:
    """Return in which slots focused work was tried."""
    counting = slots.active_s >= ENOUGH * slots.width_s
    return np.asarray(counting & (slots.focus_s >= TRIED_SHARE * slots.active_s))


def _middle(ordered: list[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
