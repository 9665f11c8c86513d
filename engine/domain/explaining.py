"""How a score is told: the weightiest of its parts, and all others as one, so that they sum to it."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from engine.domain.recommended import Reason, ReasonKind, Scored

MOST_REASONS = 4

_TOLD = 0.05  # of all that the reasons add: what is smaller goes into OTHER
_NOTHING = 1e-9


def explained(base: float, reasons: Sequence[Reason], left: float = 0.0) -> Scored:
    """Return the score that base, reasons and what none of these tells (left) sum to, with the weightiest reasons.

    All others, and what is left, are one reason that comes last.
    """
    weight = fsum(abs(one.adds) for one in reasons) + abs(left)
    ordered = sorted(reasons, key=lambda one: -abs(one.adds))
    told = [one for one in ordered if abs(one.adds) > max(_NOTHING, _TOLD * weight)][:MOST_REASONS]
    other = fsum((left, *(one.adds for one in reasons if one not in told)))
    if abs(other) > _NOTHING:
        told.append(Reason(ReasonKind.OTHER, other))
    return Scored(fsum((base, *(one.adds for one in told))), base, tuple(told))
