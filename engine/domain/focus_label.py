"""What counts as focused, and how focused a stretch of time was against the same person's own last four weeks.

No sensor sees attention. What is told here is told from what was in front, and shown as "activity-based" until the
person's own ratings agree with it.

Three questions are asked of a slot of time, and each has three answers: with too little activity in it, or too little
to compare it with, the answer is missing, never "unfocused".

*Was it focused?* At least three quarters of the active time went to categories of a positive focus weight, with few
switches: no more a minute than in the middle one of the person's slots of the trailing 28 days, or one in three
minutes where that is less, for whoever hardly ever switches is not unfocused for doing it once. Three minutes is how
long people stay with one thing (González and Mark, CHI 2004).

*Was focused work tried in it?* It was where at least a third of the active time went to categories of positive weight.
Forecasts are of such slots: how likely a slot is a focused one if it is given to focused work. A morning of mail and
meetings says nothing of how well one works in the morning.

*How does it stand?* The mean rank of the slot among the person's own of the trailing 28 days by four signs, from 0 to
1: the longest stretch in one app (attention needs time to leave what was before: Leroy, Organizational Behavior and
Human Decision Processes 109, 2009), the switch rate (it goes with stress and a feeling of little done: Mark, Iqbal,
Czerwinski, Johns, Sano, CHI 2016; and with how productive people rate their hours, each by other signs, which is why
nobody is compared with anybody else: Meyer, Barton, Murphy, Zimmermann, Fritz, IEEE Transactions on Software
Engineering 43, 2017), the share of distracting time, and the return latency, how long it took to come back to focused
work after it was left (Iqbal and Horvitz, CHI 2007: ten to fifteen minutes after an alert). That what machines see
agrees with what people say only in part is known from experience sampling (Züger et al., CHI 2018), hence the ratings.

The worth of a slot, 0 to 1, is the formula of the focus score of days, see engine.reports.focus; its half hour slots
are also what forecasts are compared on with public data, against each person's own median.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from engine.domain.clock import MS_PER_MINUTE

SLOT_MS = 15 * MS_PER_MINUTE
TRAILING_DAYS = 28
ENOUGH = 1 / 3
"""The share of a slot that must be active for it to count: 5 minutes of a quarter, 10 of half an hour."""
FOCUSED_SHARE = 0.75
TRIED_SHARE = 1 / 3
CALM_PER_MINUTE = 1 / 3
"""So few switches a minute are few for everybody."""
LEAST_SLOTS = 20
"""Slots of the trailing days below which there is nothing to compare with: five hours of activity."""

LONG_MS = 15 * MS_PER_MINUTE
MOST_SWITCHES = 4.0
STRETCH_PART, SWITCH_PART, DISTRACTION_PART = 0.45, 0.25, 0.30


class SlotSigns(NamedTuple):
    """What was in front in one slot, in milliseconds of active time.

    focus_ms: in categories of positive weight. distracting_ms: of weight -2 in full, of -1 by half. longest_ms: the
    longest stretch in one app within the slot. return_ms: mean time from leaving focused work to the return to it, of
    returns in the slot; None without any.
    """

    active_ms: float
    focus_ms: float
    distracting_ms: float
    longest_ms: float
    switches: float
    return_ms: float | None = None


def counts(signs: SlotSigns, slot_ms: float = SLOT_MS) -> bool:
    """Whether there was activity enough to say anything of the slot."""
    return signs.active_ms >= ENOUGH * slot_ms


def switch_rate(signs: SlotSigns) -> float:
    """Return the switches per active minute, 0 without activity."""
    return signs.switches * MS_PER_MINUTE / signs.active_ms if signs.active_ms else 0.0


def worth(signs: SlotSigns) -> float:
    """Return the slot's worth in the focus score, 0 to 1; nothing active is worth nothing."""
    if not signs.active_ms:
        return 0.0
    return (
        STRETCH_PART * min(1.0, signs.longest_ms / LONG_MS)
        + SWITCH_PART * max(0.0, 1 - switch_rate(signs) / MOST_SWITCHES)
        + DISTRACTION_PART * (1 - signs.distracting_ms / signs.active_ms)
    )


def few_switches(trailing: Sequence[SlotSigns]) -> float | None:
    """Return the switches per minute that are few for this person; None where there is too little to tell.

    trailing: the slots of the last TRAILING_DAYS that count.
    """
    if len(trailing) < LEAST_SLOTS:
        return None
    return max(CALM_PER_MINUTE, median(switch_rate(one) for one in trailing))


def focused(signs: SlotSigns, few_per_minute: float | None) -> bool | None:
    """Whether the slot was focused; None where that cannot be told. few_per_minute: of few_switches."""
    if few_per_minute is None or not counts(signs):
        return None
    return signs.focus_ms >= FOCUSED_SHARE * signs.active_ms and switch_rate(signs) <= few_per_minute


def tried(signs: SlotSigns) -> bool | None:
    """Whether focused work was tried in the slot; None where there was too little activity."""
    return signs.focus_ms >= TRIED_SHARE * signs.active_ms if counts(signs) else None


def standing(signs: SlotSigns, trailing: Sequence[SlotSigns]) -> float | None:
    """Return how the slot stands among the person's own, 0 for the least focused to 1; None where that cannot be told.

    The return latency counts where focused work was left and returned to, in the slot and in LEAST_SLOTS others.
    """
    if len(trailing) < LEAST_SLOTS or not counts(signs):
        return None
    ranks = [
        _rank(signs.longest_ms, [one.longest_ms for one in trailing]),
        1 - _rank(switch_rate(signs), [switch_rate(one) for one in trailing]),
        1 - _rank(signs.distracting_ms / signs.active_ms, [one.distracting_ms / one.active_ms for one in trailing]),
    ]
    returns = [one.return_ms for one in trailing if one.return_ms is not None]
    if signs.return_ms is not None and len(returns) >= LEAST_SLOTS:
        ranks.append(1 - _rank(signs.return_ms, returns))
    return sum(ranks) / len(ranks)


def _rank(value: float, others: Sequence[float]) -> float:
    """Return the share of others below the value, equal ones by half."""
    below = sum(one < value for one in others)
    equal = sum(one == value for one in others)
    return (below + equal / 2) / len(others)
