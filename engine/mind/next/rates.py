"""How often each outcome came so far: at all, lately, in this app, at this hour, after so long in this app.

What came of a moment is known only when its time is over, and counts only from then on.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from math import log, log2
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.mind.next.moments import DISTRACTED_S, OUTCOMES, STILL_S, WorkMoments

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from numpy.typing import NDArray

KINDS = ("ever", "lately", "today", "app", "hour", "app_elapsed")
RATES = tuple(f"{outcome}_{kind}" for outcome in OUTCOMES for kind in KINDS)
"""Names of the rates, in order; each as a logit."""

KNOWN_AFTER_S = max(STILL_S, DISTRACTED_S)
"""After that long it is known of a moment what came of it, whatever was asked."""

_LATELY = 0.02  # share of the newest moment in the rate of the last week or so
_TODAY = 0.15  # the same of the last hour
_LEAN = 8.0  # moments for which the wider rate stands
_HOUR_S, _DAY_S = 3600.0, 86_400.0
_LONGEST = 7
_EVEN = 0.5

_Waiting: TypeAlias = "tuple[float, int, float, float, float]"


class Rates:
    """The counts of one outcome."""

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._counts: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._lately = self._today = _EVEN

    def told(self, now_s: float, app: int, local_s: float, elapsed_s: float) -> list[float]:
        """Return the rates as they stand at the moment, as logits, in the order of KINDS."""
        self._count_until(now_s)
        ever = self._rate((), _EVEN)
        in_app = self._rate(("app", app), ever)
        kinds = (
            ever,
            self._lately,
            self._today,
            in_app,
            self._rate(("hour", _hour(local_s)), ever),
            self._rate(("elapsed", app, _length(elapsed_s)), in_app),
        )
        return [log(one / (1 - one)) for one in (min(max(one, 1e-3), 1 - 1e-3) for one in kinds)]

    def add(self, moment: _Waiting) -> None:
        """Let a moment wait until its time is over: when, app, the person's clock, seconds in the app, label."""
        self._waiting.append(moment)

    def _count_until(self, now_s: float) -> None:
        while self._waiting and self._waiting[0][0] + KNOWN_AFTER_S <= now_s:
            _, app, local_s, elapsed_s, label = self._waiting.popleft()
            if label != label:  # noqa: PLR0124  (NaN: nobody knows)
                continue
            for key in ((), ("app", app), ("hour", _hour(local_s)), ("elapsed", app, _length(elapsed_s))):
                kept = self._counts[key]
                kept[0] += label
                kept[1] += 1.0
            self._lately += _LATELY * (label - self._lately)
            self._today += _TODAY * (label - self._today)

    def _rate(self, key: Hashable, wider: float) -> float:
        came, of = self._counts.get(key, (0.0, 0.0))
        return (came + _LEAN * wider) / (of + _LEAN)


@dataclass(slots=True)
class AllRates:
    """The rates of all outcomes, moved on with the moments that are told."""

    each: tuple[Rates, ...]

    @staticmethod
    def none() -> AllRates:
        """Return the rates of somebody of whom nothing is known."""
        return AllRates(tuple(Rates() for _ in OUTCOMES))

    def told(self, moments: WorkMoments, *, counted: bool = True) -> NDArray[np.float32]:
        """Return the rates at each moment (n, RATES); counted: what came of them counts for later ones."""
        found = np.empty((len(moments), len(RATES)), np.float32)
        for place, (now_s, app, local_s, elapsed_s, labels) in enumerate(_rows(moments)):
            row: list[float] = []
            for rates, label in zip(self.each, labels, strict=True):
                row += rates.told(now_s, app, local_s, elapsed_s)
                if counted:
                    rates.add((now_s, app, local_s, elapsed_s, label))
            found[place] = row
        return found


def _rows(moments: WorkMoments) -> Iterator[tuple[float, int, float, float, list[float]]]:
    columns = (moments.now_s, moments.app, moments.local_s, moments.elapsed_s, moments.label)
    return zip(*(one.tolist() for one in columns), strict=True)


def _hour(local_s: float) -> int:
    return int(local_s % _DAY_S / _HOUR_S)


def _length(elapsed_s: float) -> int:
    """Return the length as a step of doubling: under 30 s, 1 min, 2 min and so on to over half an hour."""
    return min(_LONGEST, int(log2(1.0 + elapsed_s / 30.0)))
