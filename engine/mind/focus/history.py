"""The person's slots as cases to learn from, and slots ahead as cases to tell of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.domain.focus_label import TRAILING_DAYS
from engine.mind.focus.kernel import Cases, Values
from engine.mind.focus.label import few_switches, focused, tried, worths
from engine.mind.focus.prior import NEAR_H
from engine.mind.focus.slots import SLOT_S, Slots, slots_of
from engine.mind.focus.state import state_at
from engine.mind.focus.week import Past, places
from engine.mind.stream.columns import Moments, Numbers, Stream

MOST_SLOTS = 640
"""So many of the latest slots, a month of working days, are read one by one; older ones tell of hours alone."""

_LOOKED_BACK_S = 400 * 86_400.0
_DRAWN = 10.0  # slots that the mean is drawn towards another one by
_LONGEST_PLAN_S = 86_400.0  # what goes on for longer than a day says nothing of a slot
_HOUR_S, _DAY_S = 3_600.0, 86_400.0


class Planned(NamedTuple):
    """What time was or is meant for: a block, an entry of the calendar, or a category; Unix seconds."""

    start_s: float
    end_s: float
    subject: str


@dataclass(frozen=True, slots=True)
class History:
    """Slots of focused work whose label is known, in order: the latest ones.

    outcomes: (n, 2), focused (0 or 1) and the share of the slot in focus. cases: columns as engine.mind.focus.prior
    names them. subjects: what the codes of the column purpose stand for. day: of date.toordinal(). past: all such
    slots, of which these are the last.
    """

    cases: Cases
    outcomes: Values
    start_s: Moments
    day: Numbers
    subjects: tuple[str, ...]
    past: Past
    width_s: float = SLOT_S

    def __len__(self) -> int:
        return len(self.start_s)

    @property
    def older(self) -> int:
        """How many slots of the past lie before these."""
        return len(self.past) - len(self)

    @property
    def mean(self) -> Values:
        """The mean outcomes, drawn towards those of older slots, and these towards one half."""
        return self.mean_before(len(self))

    def mean_before(self, first: int) -> Values:
        """Return the same as it was known when the slot at this place began."""
        older = self.past.signs[: self.older, :2]
        before = (older.sum(0) + _DRAWN / 2) / (len(older) + _DRAWN)
        return np.asarray((self.outcomes[:first].sum(0) + _DRAWN * before) / (first + _DRAWN))

    @property
    def days(self) -> int:
        """On how many days something counted."""
        return len(np.unique(self.day))


def labelled(stream: Stream, *, all_slots: bool = False) -> tuple[Stream, Slots, Values]:
    """Return the last year or so of a stream, its slots whose label is known, and these labels.

    Those in which no focused work was tried are left out, unless all are asked for; so is the slot that the stream
    ends in, as what it will hold is not known yet.
    """
    recent = _recent(stream)
    slots = slots_of(recent)
    labels = focused(slots, few_switches(slots))
    over = slots.start_s + SLOT_S <= (stream.end_s[-1] if len(stream) else 0.0)
    known = np.flatnonzero(~np.isnan(labels) & over & (tried(slots) | all_slots))
    return recent, slots.rows(known), labels[known]


def history_of(stream: Stream, planned: Iterable[Planned] = (), most: int = MOST_SLOTS) -> History:
    """Return the slots of focused work whose label is known, the latest ones one by one."""
    return as_history(*labelled(stream), planned, most)


def as_history(
    stream: Stream, slots: Slots, labels: Values, planned: Iterable[Planned] = (), most: int = MOST_SLOTS
) -> History:
    """Return what labelled found as a history."""
    signs = np.stack([labels, slots.focus_s / slots.width_s, worths(slots)], axis=1)
    late = slots.rows(slice(-most, None))
    subjects = purposes_at(late.start_s, planned)
    known = tuple(sorted(set(subjects) - {""}))
    return History(
        cases=_cases(late.start_s, late.local_s, state_at(stream, late.start_s), subjects, known),
        outcomes=signs[-most:, :2],
        start_s=late.start_s,
        day=late.day,
        subjects=known,
        past=Past(slots.start_s, places(slots.local_s), slots.day, signs),
        width_s=slots.width_s,
    )


def ahead(
    learned: History, stream: Stream, now_s: float, start_s: Moments, local_s: Moments, purposes: Sequence[str]
) -> Cases:
    """Return slots that have not begun as cases, as they look from now; stream: until now."""
    state = np.repeat(state_at(stream, np.array([now_s])), len(start_s), axis=0)
    found = _cases(start_s, local_s, state, purposes, learned.subjects)
    return found | {"nearness": np.exp(-np.maximum(start_s - now_s, 0.0) / (NEAR_H * _HOUR_S))}


def purposes_at(start_s: Moments, planned: Iterable[Planned]) -> list[str]:
    """Return what each slot is for: the latest begun of what covers its start, "" for nothing."""
    entries = sorted(planned)
    begins = [one.start_s for one in entries]
    found = []
    for start in start_s.tolist():
        before = entries[bisect_left(begins, start - _LONGEST_PLAN_S) : bisect_right(begins, start)]
        found.append(next((one.subject for one in reversed(before) if one.end_s > start), ""))
    return found


def _cases(
    start_s: Moments, local_s: Moments, state: Values, purposes: Sequence[str], known: tuple[str, ...]
) -> dict[str, NDArray[Any]]:
    codes = {subject: code for code, subject in enumerate(known)}
    return {
        "when": start_s / _HOUR_S,
        "place": places(local_s),
        "state": state,
        "nearness": np.ones(len(start_s)),
        "purpose": np.array([codes.get(one, -1) for one in purposes], dtype=np.int64),
    }


def _recent(stream: Stream) -> Stream:
    """Return what is enough of the stream: the days looked back and those that they are compared with."""
    if not len(stream):
        return stream
    since = stream.end_s[-1] - _LOOKED_BACK_S - TRAILING_DAYS * _DAY_S
    return stream.rows(slice(int(np.searchsorted(stream.start_s, since)), None))
