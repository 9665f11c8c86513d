"""What is forecast of the quarters of an hour ahead, as the choice of a block takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import ReasonKind

SLOT_S = 900.0
"""How long a slot is, in seconds; slots begin on the quarter of an hour of UTC, which is that of all zones."""

Values: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing adds to the focused minutes of every slot, and its amount and subject as its kind says."""

    kind: ReasonKind
    minutes: Values
    amount: Values | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Chances:
    """Slots ahead in order of start, each column of the same length.

    start_s: Unix seconds. probability, low, high: that the slot is a focused one, and a 90 % interval of that.
    minutes: focused minutes expected, 0 to 15. abstains: nothing is known of the slot. parts: what the minutes rest
    on; what they leave out is called OTHER.
    """

    start_s: Values
    probability: Values
    low: Values
    high: Values
    minutes: Values
    abstains: NDArray[np.bool_]
    parts: tuple[Part, ...] = ()

    def __len__(self) -> int:
        return len(self.start_s)
