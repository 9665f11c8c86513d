"""Why a place: what it brings beyond what as long a time brings anywhere it could lie."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np

from engine.domain.explaining import explained
from engine.domain.proposals import Basis
from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.planning.week.asking import UNKEPT_MINUTES, Ask, kept_by_slot
from engine.planning.week.facts import WeekFacts
from engine.planning.week.slots import SLOT_MINUTES, Slots, Values
from engine.planning.week.wanted import LATE_PER_HOUR, Piece

_PER_HOUR = 4


def focused_minutes(ask: Ask, facts: WeekFacts, piece: Piece) -> float:
    """Return the focused minutes expected there: for focus those that are kept to, else those the time would have."""
    here = slice(piece.first, piece.stop)
    worth = ask.wanted.worth[here].sum() if ask.wanted.deep else sum(facts.forecast.minutes[here])
    return float(worth) * _share(ask, piece)


def why(ask: Ask, facts: WeekFacts, slots: Slots, piece: Piece) -> Scored:
    """Return what the place is worth in focused minutes, and what that is made of.

    Of what needs no focus the minutes count as taken away, so that all reasons speak for time that is poor for it.
    """
    wanted, here = ask.wanted, slice(piece.first, piece.stop)
    share, long = _share(ask, piece), piece.stop - piece.first
    sign = 1.0 if wanted.deep else -1.0

    def beyond(values: Values) -> float:
        return share * (float(values[here].sum()) - long * float(values[wanted.allowed].mean()))

    reasons = []
    for part in facts.forecast.parts:
        amount = _mean(part.amount[here])
        reasons.append(Reason(part.kind, sign * beyond(np.array(part.minutes)), part.subject, amount))
    kept = kept_by_slot(facts, slots, ask.about.kind)
    lost = np.array(facts.forecast.minutes) if wanted.deep else np.full(len(kept), UNKEPT_MINUTES)
    reasons.append(Reason(ReasonKind.KEPT, beyond(lost * (kept - 1)), amount=float(kept[here].mean())))
    left = beyond(wanted.worth) - sum(one.adds for one in reasons)
    reasons.append(Reason(ReasonKind.SOON, -LATE_PER_HOUR * piece.first / _PER_HOUR, amount=piece.first / _PER_HOUR))
    return explained(share * long * float(wanted.worth[wanted.allowed].mean()), reasons, left)


def basis_of(facts: WeekFacts, piece: Piece) -> Basis:
    """Return what most slots of the place rest on."""
    here = facts.forecast.basis[piece.first : piece.stop]
    return max(Basis, key=here.count)


def _mean(amounts: Sequence[float]) -> float:
    known = [one for one in amounts if isfinite(one)]
    return sum(known) / len(known) if known else 0.0


def _share(ask: Ask, piece: Piece) -> float:
    """Return how much of its slots the piece takes."""
    slots = (piece.stop - piece.first) * SLOT_MINUTES
    return min(slots, ask.minutes) / slots
