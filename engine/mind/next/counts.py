"""What was counted so far, kept up turn by turn: how often, how lately, what after what, at what hour.

Everything the network is told of a candidate is counted here, and every baseline is one of these counts. A turn costs
some microseconds, so that a year of 40,000 is counted in about a second and one more at once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log1p
from typing import TypeAlias

import numpy as np

HALF_LIVES_S = 3600.0 * np.array([1 / 20, 1 / 2, 4.0, 24.0, 168.0])
GROUP_HALF_LIFE = 20.0  # turns
HALF_LIVES_TURNS = np.array([5.0, 20.0, 100.0, 500.0])
_HOURS = 24
_HOUR_S = 3600.0
_FADING = 0.93  # of what came after a thing, at each further turn from it
_RETURNS_FADE = 0.97
_DWELL = 0.1  # share of the newest in the usual time a thing stays in front
_LARGE = 1e200
_LOOK_BACK = 4

# Columns of the table of things; the rest of them fades.
COUNT, LAST_S, LAST_TURN, SESSION, AFTER_PAUSE, DWELL, KINDS, GROUP = range(8)
BY_TIME = slice(8, 8 + len(HALF_LIVES_S))
BY_TURN = slice(BY_TIME.stop, BY_TIME.stop + len(HALF_LIVES_TURNS))

Key: TypeAlias = tuple[int, ...]


def of_title(title: int, before: list[int]) -> list[Key]:
    """Return the keys of what came after a title: alone, and together with the thing before."""
    return [(-2 - title,), *([(-2 - title, before[0])] if before else [])]


@dataclass(slots=True)
class After:
    """What came after one thing, or after two or three in a row: how often, and in faded newer turns weighing more."""

    plain: dict[int, float]
    faded: dict[int, float]
    total: float = 0.0
    faded_total: float = 0.0
    unit: float = 1.0  # what a turn adds to faded now: it grows, so that all others need not shrink

    def turn(self, thing: int) -> bool:
        """Count one more; returns whether it never came after this before."""
        self.unit /= _FADING
        self.total += 1.0
        self.faded_total += self.unit
        self.faded[thing] = self.faded.get(thing, 0.0) + self.unit
        if self.unit > _LARGE:
            self._shrink()
        known = thing in self.plain
        self.plain[thing] = self.plain.get(thing, 0.0) + 1.0
        return not known

    def _shrink(self) -> None:
        self.faded = {thing: share / self.unit for thing, share in self.faded.items()}
        self.faded_total, self.unit = self.faded_total / self.unit, 1.0


class Counts:
    """The state after some turns; things are small numbers, and new ones may come."""

    def __init__(self) -> None:
        self.turns = 0
        self.now_s = 0.0
        self.recent: list[int] = []  # all things, the last one first
        self.last: list[int] = []  # the last turns, the newest first; after a pause only those since, and one before
        self.table = np.zeros((64, BY_TURN.stop))
        self.hours = np.zeros((64, _HOURS))
        self.after: dict[Key, After] = defaultdict(lambda: After({}, {}))
        self.returns: dict[Key, list[float]] = defaultdict(lambda: [1.0, 2.0])
        self.groups: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])  # count, lately, turn of that
        self.group_after: dict[int, After] = defaultdict(lambda: After({}, {}))
        self.session_turns = 0
        self.alternating = 0  # how many of the last turns in a row went back to the thing before

    def turn(self, thing: int, start_s: float, local_s: float, *, pause: bool, group: int = 0, title: int = -1) -> None:
        """Count one more turn."""
        if thing >= len(self.table):
            self._grow(thing)
        self._count_group(group, pause=pause)
        if pause:
            self._begin(thing)
        elif self.last:
            self._follow(thing, start_s, title)
        self._count(thing, start_s, local_s, group)
        if self.table[thing, COUNT] > 1:
            self.recent.remove(thing)
        self.recent.insert(0, thing)
        self.last = [thing, *self.last[: _LOOK_BACK - 1]]
        self.now_s = start_s
        self.turns += 1
        self.session_turns += 1

    @property
    def before(self) -> list[int]:
        """What was in front before what is, the newest first."""
        return self.last[1:]

    def returned(self, key: Key) -> float:
        """Return how often one went back to the thing before: of all (), from a thing, from one after another."""
        back, of = self.returns.get(key, (1.0, 2.0))
        return back / of

    def _begin(self, thing: int) -> None:
        """What comes after a pause follows on nothing."""
        self.table[:, SESSION] = 0.0
        self.table[thing, AFTER_PAUSE] += 1.0
        self.session_turns = 0
        self.alternating = 0
        self.last = self.last[:1]

    def _follow(self, thing: int, start_s: float, title: int) -> None:
        current = self.last[0]
        for length in range(1, min(3, len(self.last)) + 1):
            new = self.after[tuple(self.last[:length])].turn(thing)
            if new and length == 1:
                self.table[current, KINDS] += 1.0
        if title >= 0:
            for key in of_title(title, self.before):
                self.after[key].turn(thing)
        if len(self.last) > 1:
            back = float(thing == self.last[1])
            self.alternating = (self.alternating + 1) if back else 0
            keys: list[Key] = [(), (current,), (self.last[1], current)]
            if title >= 0:
                keys.append(of_title(title, [])[0])
            for key in keys:
                kept = self.returns[key]
                kept[0], kept[1] = kept[0] * _RETURNS_FADE + back, kept[1] * _RETURNS_FADE + 1.0
        dwell = log1p(start_s - self.now_s)
        usual = self.table[current, DWELL]
        self.table[current, DWELL] = dwell if usual == 0 else usual + _DWELL * (dwell - usual)

    def _count(self, thing: int, start_s: float, local_s: float, group: int) -> None:
        row = self.table[thing]
        row[BY_TIME] *= np.exp2((row[LAST_S] - start_s) / HALF_LIVES_S)
        row[BY_TURN] *= np.exp2((row[LAST_TURN] - self.turns) / HALF_LIVES_TURNS)
        row[BY_TIME.start :] += 1.0
        row[COUNT] += 1.0
        row[LAST_S], row[LAST_TURN] = start_s, self.turns
        row[SESSION] += 1.0
        row[GROUP] = group
        self.hours[thing, int(local_s % 86_400 / _HOUR_S)] += 1.0

    def _count_group(self, group: int, *, pause: bool) -> None:
        if self.last and not pause:
            self.group_after[int(self.table[self.last[0], GROUP])].turn(group)
        kept = self.groups[group]
        kept[1] = kept[1] * 2.0 ** ((kept[2] - self.turns) / GROUP_HALF_LIFE) + 1.0
        kept[0], kept[2] = kept[0] + 1.0, self.turns

    def _grow(self, thing: int) -> None:
        more = max(thing + 1, 2 * len(self.table)) - len(self.table)
        self.table = np.pad(self.table, ((0, more), (0, 0)))
        self.hours = np.pad(self.hours, ((0, more), (0, 0)))
