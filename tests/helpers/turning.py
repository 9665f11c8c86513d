"""People made up for what comes next: they go back and forth, follow habits, and are distracted by the clock."""

from __future__ import annotations

import numpy as np
from helpers.streams import row

from engine.domain.days import DayRule
from engine.domain.stream_row import StreamRow
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import Stream

MONDAY_S = 1_748_822_400.0  # 2 June 2025, 00:00 UTC
_DAY_S = 86_400.0
_NEXT = {0: 1, 1: 2, 2: 3, 3: 0, 4: 0, 5: 1}  # where each app leads when one does not go back


def habits(days: int = 20, turns_a_day: int = 90, seed: int = 0, documents: bool = False) -> Stream:
    """Return someone who goes back to the app before in half of the cases and follows habits in most of the others."""
    rng = np.random.default_rng(seed)
    rows: list[StreamRow] = []
    before, now = 1, 0
    for day in range(days):
        at_s = MONDAY_S + day * _DAY_S + 9 * 3600
        for _ in range(turns_a_day):
            lasts = float(np.clip(rng.lognormal(3.5, 1.2), 1, 1200))
            rows.append(
                row(at_s, at_s + lasts, f"app{now}", document=now + 1 if documents else 0, category=now % 3 + 1)
            )
            at_s += lasts
            drawn = rng.random()
            new = before if drawn < 0.5 else _NEXT[now] if drawn < 0.9 else int(rng.integers(6))
            before, now = now, new if new != now else (now + 1) % 6
    return stream_of(rows, {1: 2.0, 2: 1.0, 3: -2.0}, DayRule("UTC"))


def moods(days: int = 30, seed: int = 0) -> Stream:
    """Return someone whose hours are either quiet (long turns) or restless, and distracted in restless ones only."""
    rng = np.random.default_rng(seed)
    rows: list[StreamRow] = []
    for day in range(days):
        for hour in range(9, 17):
            quiet = rng.random() < 0.5
            at_s, end_s = MONDAY_S + day * _DAY_S + hour * 3600, MONDAY_S + day * _DAY_S + hour * 3600 + 3300
            while at_s < end_s:
                lasts = float(np.clip(rng.exponential(1500 if quiet else 120), 5, end_s - at_s + 1))
                bad = not quiet and rng.random() < 0.15
                app = "game" if bad else f"app{int(rng.integers(4))}"
                rows.append(row(at_s, min(end_s, at_s + lasts), app, category=2 if bad else 1))
                at_s += lasts
    return stream_of(rows, {1: 2.0, 2: -2.0}, DayRule("UTC"))
