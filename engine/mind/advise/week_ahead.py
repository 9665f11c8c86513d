"""What is told of a week's slots: by the learned forecast, where it is silent by the person's hours, else one mean.

Whoever tells of a slot tells what it has beyond the mean, and the mean is the same for all of them: that one of them
is silent makes a slot neither better nor worse.
"""

from __future__ import annotations

import numpy as np

from engine.domain.proposals import Basis
from engine.domain.week_forecast import ForecastShare, WeekForecast
from engine.mind.advise.focus_time import Ahead
from engine.mind.advise.usual_hours import UsualHours
from engine.mind.blocks.chances import Chances, Values
from engine.mind.blocks.free_time import Mask
from engine.mind.focus.forecasts import SLOT_MINUTES

NOTHING_KNOWN = 7.5
"""Focused minutes of a slot of somebody of whom nothing is known; as all slots have it, it prefers none.

Nothing is known either of who never did anything that counts as focused work: as a rule, nothing is categorised yet.
"""


def week_ahead(ahead: Ahead, learned: Chances | None, usual: UsualHours | None, run: int) -> WeekForecast:
    """Return what is told of every slot. learned, usual: None where there is no such thing; run: of what is learned."""
    slots = len(ahead.start_s)
    by_hours = usual.chances(ahead.start_s, ahead.local_s) if usual is not None and usual.told else None
    is_learned = np.zeros(slots, dtype=bool) if learned is None else ~learned.abstains
    is_hours = ~is_learned if by_hours is not None else np.zeros(slots, dtype=bool)
    mean = NOTHING_KNOWN if usual is None or not usual.mean_minutes else usual.mean_minutes
    if learned is not None and is_learned.any():
        mean = float(_without_parts(learned)[is_learned].mean())
    minutes = np.full(slots, mean)
    parts: list[ForecastShare] = []
    for chances, where in ((learned, is_learned), (by_hours, is_hours)):
        if chances is not None and where.any():
            beyond = chances.minutes - _without_parts(chances)
            minutes = np.where(where, np.clip(mean + beyond, 0.0, SLOT_MINUTES), minutes)
            parts += _shares(chances, where)
    basis = np.where(is_learned, Basis.LEARNED.value, np.where(is_hours, Basis.HOURS.value, Basis.EVEN.value))
    told = tuple(Basis(str(one)) for one in basis)
    return WeekForecast(_plain(minutes), told, tuple(parts), run if is_learned.any() else 0)


def _without_parts(chances: Chances) -> Values:
    return np.asarray(chances.minutes - sum(part.minutes for part in chances.parts))


def _shares(chances: Chances, where: Mask) -> list[ForecastShare]:
    """Return the parts of chances as they count in some of the slots."""
    found = []
    for part in chances.parts:
        amount = np.full(len(where), np.nan) if part.amount is None else part.amount
        shares = _plain(np.where(where, part.minutes, 0.0)), _plain(np.where(where, amount, np.nan))
        found.append(ForecastShare(part.kind, *shares, part.subject))
    return found


def _plain(values: Values) -> tuple[float, ...]:
    return tuple(float(one) for one in values)
