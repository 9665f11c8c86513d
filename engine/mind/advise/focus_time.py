"""The next time to focus at a moment: forecast, what is free, what the person said, and the block chosen of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from engine.domain.advice_sources import Meant
from engine.domain.clock import MS_PER_SECOND
from engine.domain.intervals import Interval
from engine.domain.offers import Shown
from engine.domain.proposals import of_week
from engine.domain.recommended import Abstention, ReasonKind, Verdict
from engine.mind.advise.moment import Moment, Values, active_days
from engine.mind.bandit.spoken_slots import said_of_slots
from engine.mind.blocks.chances import SLOT_S, Chances, Part
from engine.mind.blocks.choose import Block, next_blocks
from engine.mind.blocks.free_time import Mask, free_slots, usual_slots
from engine.mind.stream.build import offsets_in
from engine.mind.stream.columns import Stream

DAYS_AHEAD = 7
LEAST_DAYS = 5
ENOUGH_S = 1_800.0
"""So many active seconds make a day one that tells something."""

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Ahead:
    """The slots of the next days, by their starts in Unix seconds and on the person's clock."""

    start_s: Values
    local_s: Values


class Foresight(Protocol):
    """What tells of slots ahead."""

    def __call__(
        self, stream: Stream, now_s: float, ahead: Ahead, purposes: Sequence[str], planned: Sequence[Meant] = ()
    ) -> Chances:
        """Return what is told of the slots, each for its purpose, "" for none.

        stream: the history until now. planned: what time of it was meant for, in order, as far as that is known.
        """
        ...


def slots_ahead(now_s: float, zone: str) -> Ahead:
    """Return the slots that begin within the next days."""
    first = np.ceil(now_s / SLOT_S) * SLOT_S
    start_s = first + SLOT_S * np.arange(int(DAYS_AHEAD * _DAY_S / SLOT_S))
    return Ahead(start_s, start_s + offsets_in(start_s, zone))


def at_work(stream: Stream, ahead: Ahead) -> Ahead | Abstention:
    """Return the slots in which the person usually is at work, others are never asked for; or why none can be told.

    It takes some milliseconds with a year of history, and holds for the slots it was asked of.
    """
    if not len(stream):
        return Abstention.NO_HISTORY
    if active_days(stream, ENOUGH_S) < LEAST_DAYS:
        return Abstention.TOO_LITTLE
    usual = usual_slots(stream, ahead.local_s)
    return Ahead(ahead.start_s[usual], ahead.local_s[usual])


@dataclass(frozen=True, slots=True)
class Plans:
    """What time is meant for, as far as it is planned: ahead, and in the history lately; both in order of start."""

    ahead: Sequence[Meant] = ()
    lately: Sequence[Meant] = ()


def next_block(
    moment: Moment, slots: Ahead, foresight: Foresight, plans: Plans, history: Sequence[Shown]
) -> Block | Abstention:
    """Return the next block to focus in, or why there is none. slots: those at work.

    history: what was recommended before, with all that was said of it; it works at once. Of places in a suggested
    week only refused ones for focus count: what was accepted of them is planned, and no day is spoiled by one of many.
    """
    said = [one for one in history if of_week(one.offered.context) is None]
    free = _free(moment, slots, plans.ahead, said) & free_slots(slots.start_s, _refused_of_week(history))
    if not free.any():
        return Abstention.NO_TIME
    barred, less = said_of_slots(said, slots.start_s, slots.local_s, moment.now_ms)
    purposes = _purposes(slots.start_s, plans.ahead)
    chances = foresight(moment.stream, moment.now_s, slots, purposes, plans.lately)
    found = next_blocks(_less(chances, less), free & ~barred, moment.now_s)
    return found if isinstance(found, Abstention) else found[0]


def _free(moment: Moment, ahead: Ahead, meant: Iterable[Meant], history: Sequence[Shown]) -> Mask:
    """Return which slots are the person's to fill: nothing planned, not told "not today"."""
    taken = [one.interval for one in meant if one.fills] + _accepted(history)
    free = free_slots(ahead.start_s, taken)
    for day_s in _not_today(history, moment):
        free &= (ahead.local_s < day_s) | (ahead.local_s >= day_s + _DAY_S)
    return np.asarray(free, dtype=bool)


def _refused_of_week(history: Iterable[Shown]) -> list[Interval]:
    """Return the places for focus in a suggested week that the person did not want."""
    return [
        one.offered.interval
        for one in history
        if one.offered.interval is not None and one.said
        if (of_week(one.offered.context) or (1, 0))[0] == 0
        if all(said.verdict is not Verdict.ACCEPTED for said in one.said)
    ]


def _accepted(history: Iterable[Shown]) -> list[Interval]:
    """Return the times a person took up: they are planned now."""
    return [
        one.offered.interval
        for one in history
        if one.offered.interval is not None and any(said.verdict is Verdict.ACCEPTED for said in one.said)
    ]


def _not_today(history: Iterable[Shown], moment: Moment) -> list[float]:
    """Return where the days begin, on the person's clock, of times that were refused for now."""
    refused = (
        one.offered.interval
        for one in history
        if one.offered.interval is not None and any(said.verdict is Verdict.NOT_NOW for said in one.said)
    )
    starts = (one.start_ms / MS_PER_SECOND + moment.offset_s for one in refused)
    return sorted({start // _DAY_S * _DAY_S for start in starts})


def _purposes(start_s: Values, meant: Iterable[Meant]) -> list[str]:
    """Return what each slot is meant for, of what leaves room in it; "" for nothing."""
    found = [""] * len(start_s)
    for one in meant:
        first, last = one.interval.start_ms / MS_PER_SECOND, one.interval.end_ms / MS_PER_SECOND
        for place in np.flatnonzero((start_s >= first) & (start_s < last)).tolist():
            found[place] = one.subject
    return found


def _less(chances: Chances, less: Values) -> Chances:
    """Return the chances with the minutes taken off that the person's own word takes off."""
    if not less.any():
        return chances
    taken_off = np.minimum(less, chances.minutes)
    said = Part(ReasonKind.SAID, -taken_off, subject=Verdict.LESS.value)
    return replace(chances, minutes=chances.minutes - taken_off, parts=(*chances.parts, said))
