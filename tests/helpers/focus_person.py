"""A made-up person whose focus follows a known chance by hour: whole slots in one app, or back and forth to a chat."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from helpers.streams import row, stream

from engine.domain.stream_row import StreamRow
from engine.mind.stream.columns import Stream

SLOT_S = 900.0
FIRST_S = 1_750_032_000.0  # a Monday's midnight, UTC
WEIGHTS = {1: 2.0, 2: -2.0}
_DAY_S = 86_400.0
_WORKDAYS = 5
_SLOTS = range(9 * 4, 17 * 4)  # nine to five


def working_days(days: int, chance: Callable[[float], float], seed: int = 0, momentum: float = 0.0) -> Stream:
    """Return workdays of slots that are focused with the chance at their hour (0 to 24).

    momentum: how much of the way the chance moves to what the slot before was.
    """
    dice = np.random.default_rng(seed)
    rows: list[StreamRow] = []
    for day in range(days):
        if day % 7 < _WORKDAYS:
            was = 0.5
            for slot in _SLOTS:
                probability = (1 - momentum) * chance(slot / 4) + momentum * was
                was = float(dice.random() < probability)
                rows += slot_rows(FIRST_S + day * _DAY_S + slot * SLOT_S, focused=bool(was))
    return stream(rows, WEIGHTS)


def slot_rows(start_s: float, *, focused: bool) -> list[StreamRow]:
    """Return a slot in the editor alone, or half in it and half in a chat, a minute and a half each."""
    if focused:
        return [row(start_s, start_s + SLOT_S, "editor", category=1)]
    each = SLOT_S / 10
    names = ("editor", 1), ("chat", 2)
    return [
        row(start_s + place * each, start_s + (place + 1) * each, names[place % 2][0], category=names[place % 2][1])
        for place in range(10)
    ]


def mornings(hour: float) -> float:
    """Return a chance that is high in the morning and low after noon."""
    return 0.85 if hour < 12 else 0.25


def never_mind_the_hour(hour: float) -> float:
    """Return the same chance at every hour."""
    del hour
    return 0.5
