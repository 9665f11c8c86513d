"""The best time to focus among slots that were forecast, free ones and those that lie ahead alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.offers import SlotForecast

SLOT_MS = 15 * MS_PER_MINUTE
_LONGEST, _SHORTEST = 8, 2
"""How many slots a time to focus has: two hours where there is so much, half an hour at least."""


@dataclass(frozen=True, slots=True)
class BestTime:
    """When to focus, and how many focused minutes are expected in it."""

    interval: Interval
    focused_minutes: float


def best_time(slots: Sequence[SlotForecast], within: Sequence[Interval], busy: Sequence[Interval]) -> BestTime | None:
    """Return the run of slots with most focused minutes, whole slots in within and free of busy; None without one.

    slots: in order, 15 minutes each; what the forecast is silent about is left out.
    """
    fitting = [one for one in slots if not one.abstains and _free(one, within, busy)]
    runs: list[list[SlotForecast]] = []
    for one in fitting:
        if runs and one.start_ms == runs[-1][-1].start_ms + SLOT_MS:
            runs[-1].append(one)
        else:
            runs.append([one])
    windows = [run[at : at + _LONGEST] for run in runs for at in range(max(1, len(run) - _LONGEST + 1))]
    best = max((one for one in windows if len(one) >= _SHORTEST), key=_minutes, default=None)
    if best is None:
        return None
    return BestTime(Interval(best[0].start_ms, best[-1].start_ms + SLOT_MS), _minutes(best))


def _minutes(slots: Sequence[SlotForecast]) -> float:
    return sum(one.focused_minutes for one in slots)


def _free(slot: SlotForecast, within: Sequence[Interval], busy: Sequence[Interval]) -> bool:
    whole = Interval(slot.start_ms, slot.start_ms + SLOT_MS)
    inside = any(one.clip(whole) == whole for one in within)
    return inside and not any(one.clip(whole) for one in busy)
