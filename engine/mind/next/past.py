"""Past turns as they look from a moment: how alike it was then, how long ago, and what it led to.

Nothing here names a thing: a turn is told by whether what was in front then is in front now, so that attention learned
on one person's apps serves another's, and documents that nobody had before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.next.switches import Switches

LENGTH = 96
"""Past turns looked at."""

EVENT = (
    "same", "same_two", "same_three", "before_same", "turns_ago", "age", "hour_near", "session", "pause",
    "dwell_apart", "dwell_apart_same", "to_before", "went_back", "like",
)  # fmt: skip
"""Names of the features of a past turn, in order."""

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Moments: the number of the turn about to come, when, and the candidates (n, K; -1 for none)."""

    turn: NDArray[np.int64]
    now_s: NDArray[np.float64]
    candidates: NDArray[np.int32]


class Past:
    """The turns of one person, looked at from any moment among or after them."""

    def __init__(self, switches: Switches, vectors: NDArray[np.float32] | None = None, length: int = LENGTH) -> None:
        self._switches, self._vectors = switches, vectors
        self.length = length
        # The thing before the first three turns is none.
        self._thing = np.concatenate([[-2, -3, -4], switches.thing]).astype(np.int64)
        self._session = np.cumsum(switches.pause)
        start_s = switches.start_s
        self._dwell = np.log1p(np.maximum(np.diff(start_s, prepend=start_s[:1]), 0.0)).astype(np.float32)
        self._hour = (2 * np.pi / _DAY_S) * (switches.local_s % _DAY_S)

    def seen(self, asked: Asked) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Return the features of past turns (n, T, EVENT) and which candidate each led to (n, T).

        The last is the candidate's place, K for none of them, -1 for no turn.
        """
        turn = asked.turn[:, None]
        at = turn - 1 - np.arange(self.length)[None, :]  # (n, T), the newest first
        real = at >= 1
        at = np.maximum(at, 0)
        told = np.empty((*at.shape, len(EVENT)), np.float32)
        self._sameness(told, turn, at)
        self._times(told, asked, at)
        told[..., 13] = 0.0 if self._vectors is None else self._likeness(turn, at)
        return told, np.where(real, self._leads(asked.candidates, at), -1)

    def _sameness(self, told: NDArray[np.float32], turn: NDArray[np.int64], at: NDArray[np.int64]) -> None:
        """Whether what was in front then, and before that, is in front now."""
        thing = self._thing  # the thing of turn t stands at t + 3
        now, before, third = thing[turn + 2], thing[turn + 1], thing[turn]
        then, then_before = thing[at + 2], thing[at + 1]
        same, before_same = then == now, then_before == before
        two = same & before_same
        told[..., 0], told[..., 1], told[..., 2] = same, two, two & (thing[at] == third)
        told[..., 3] = before_same
        led = thing[at + 3]
        told[..., 11], told[..., 12] = led == before, led == then_before

    def _times(self, told: NDArray[np.float32], asked: Asked, at: NDArray[np.int64]) -> None:
        start_s, last = self._switches.start_s, asked.turn - 1
        told[..., 4] = np.log(np.arange(1, self.length + 1))
        told[..., 5] = np.log1p(np.maximum(asked.now_s[:, None] - start_s[at], 0.0))
        # What the clock showed when the last turn was made is near enough to now.
        told[..., 6] = np.cos(self._hour[at] - self._hour[last][:, None])
        told[..., 7] = self._session[at] == self._session[last][:, None]
        told[..., 8] = self._switches.pause[at]
        dwell = np.log1p(np.maximum(asked.now_s - start_s[last], 0.0)).astype(np.float32)
        told[..., 9] = np.abs(self._dwell[at] - dwell[:, None])
        told[..., 10] = told[..., 9] * told[..., 0]

    def _likeness(self, turn: NDArray[np.int64], at: NDArray[np.int64]) -> NDArray[np.float32]:
        if self._vectors is None:
            return np.zeros(at.shape, np.float32)
        thing = self._thing
        now, then = self._vectors[np.maximum(thing[turn + 2][:, 0], 0)], self._vectors[np.maximum(thing[at + 2], 0)]
        return np.asarray(np.einsum("nd,ntd->nt", now, then), dtype=np.float32)

    def _leads(self, candidates: NDArray[np.int32], at: NDArray[np.int64]) -> NDArray[np.int64]:
        rows, most = candidates.shape
        things = int(max(self._thing.max(), candidates.max(initial=-1))) + 2
        place = np.full((rows, things), most, np.int64)  # the last column takes the places of no candidate
        place[np.arange(rows)[:, None], candidates] = np.arange(most)
        place[:, -1] = most
        return np.take_along_axis(place, self._thing[at + 3], axis=1)
