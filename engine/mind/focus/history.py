"""The person's slots as cases to learn from, and slots ahead as cases to tell of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.domain.focus_label import TRAILING_DAYS
from engine.mind.focus.kernel import Cases, Values, rows
from engine.mind.focus.label import few_switches, focused, tried
from engine.mind.focus.prior import NEAR_H
from engine.mind.focus.slots import SLOT_S, Slots, slots_of
from engine.mind.focus.state import STATES, state_at
from engine.mind.stream.columns import Moments, Numbers, Stream

MOST_SLOTS = 640
"""So many of the latest slots, a month of working days, are learned from one by one; older ones are gathered."""

_LOOKED_BACK_S = 400 * 86_400.0
_DRAWN = 10.0  # slots that the mean is drawn towards another one by
_GATHERED_DAYS = 56  # whose slots of one hour of the week are gathered into one case
_LONGEST_PLAN_S = 86_400.0  # what goes on for longer than a day says nothing of a slot
_HOUR_S, _DAY_S = 3_600.0, 86_400.0
_THURSDAY, _WORKDAYS, _WEEK = 3, 5, 7  # 1970 began on a Thursday


class Planned(NamedTuple):
    """What time was or is meant for: a block, an entry of the calendar, or a category; Unix seconds."""

    start_s: float
    end_s: float
    subject: str


@dataclass(frozen=True, slots=True)
class History:
    """Slots of focused work whose label is known, in order.

    outcomes: (n, 2), focused (0 or 1) and the share of the slot in focus. cases: columns as engine.mind.focus.prior
    names them. subjects: what the codes of the column purpose stand for.
    count: how many slots a case is the mean of; the first ones are gathered, the others are single slots. day: of
    date.toordinal(), of gathered ones the last one's.
    """

    cases: Cases
    outcomes: Values
    start_s: Moments
    day: Numbers
    subjects: tuple[str, ...]
    count: Values
    width_s: float = SLOT_S

    def __len__(self) -> int:
        return len(self.start_s)

    def rows(self, which: slice | NDArray[Any]) -> History:
        """Return some of the slots."""
        return replace(
            self,
            cases=rows(self.cases, which),
            outcomes=self.outcomes[which],
            start_s=self.start_s[which],
            day=self.day[which],
            count=self.count[which],
        )

    @property
    def mean(self) -> Values:
        """The mean outcomes of single slots, drawn towards those of gathered ones, and these towards one half."""
        early = slice(0, self.single)
        count = self.count[early]
        before = (count @ self.outcomes[early] + _DRAWN / 2) / (count.sum() + _DRAWN)
        late = self.outcomes[self.single :]
        return np.asarray((late.sum(0) + _DRAWN * before) / (len(late) + _DRAWN))

    @property
    def seen(self) -> Values:
        """On how many days each case was seen: slots of one hour of a day hang together and weigh as one."""
        return np.asarray(1 / np.square(self.cases["then"]))

    @property
    def single(self) -> int:
        """The place of the first case that is one slot."""
        # Only of single slots is told what was in front of them; a gathered case may hold one slot alone.
        return int((self.cases["nearness"] == 0).sum())

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
    """Return the slots of focused work whose label is known, all but the latest ones gathered by hour."""
    return gathered(*labelled(stream), planned, most)


def gathered(
    stream: Stream, slots: Slots, labels: Values, planned: Iterable[Planned] = (), most: int = MOST_SLOTS
) -> History:
    """Return what labelled found as a history."""
    latest = history(stream, slots.rows(slice(-most, None)), labels[-most:], planned)
    early = slots.rows(slice(0, -most))
    return _joined(_gathered(early, labels[:-most]), latest) if len(early) else latest


def history(stream: Stream, slots: Slots, labels: Values, planned: Iterable[Planned] = ()) -> History:
    """Return slots of the stream with these labels as a history."""
    subjects = purposes_at(slots.start_s, planned)
    known = tuple(sorted(set(subjects) - {""}))
    return History(
        cases=_cases(slots.start_s, slots.local_s, state_at(stream, slots.start_s), subjects, known),
        outcomes=np.stack([labels, slots.focus_s / slots.width_s], axis=1),
        start_s=slots.start_s,
        day=slots.day,
        subjects=known,
        count=np.ones(len(slots)),
        width_s=slots.width_s,
    )


def _gathered(slots: Slots, labels: Values) -> History:
    """Return the means of slots by period and hour of the week; what was in front is not told of them."""
    hour = np.floor(np.mod(slots.local_s, _DAY_S) / _HOUR_S)
    weekday = (np.floor(slots.local_s / _DAY_S) + _THURSDAY) % _WEEK
    period = (slots.day[-1] - slots.day) // _GATHERED_DAYS
    cells = (-period * _WEEK + weekday) * 24 + hour
    _, place, count = np.unique(cells, return_inverse=True, return_counts=True)
    start, local, label, share, day = (
        np.bincount(place, one) / count
        for one in (slots.start_s, hour * _HOUR_S, labels, slots.focus_s / slots.width_s, slots.day)
    )
    first = np.unique(place, return_index=True)[1]
    cases = _cases(start, local + _HOUR_S / 2, np.zeros((len(count), STATES)), [""] * len(count), ())
    cases |= {"weekday": weekday[first].astype(np.int64), "nearness": np.zeros(len(count))}
    # What counts is on how many days an hour was seen, and whiles of single days fade in their mean.
    pairs = np.unique(np.stack([place, slots.day.astype(np.int64)]), axis=1)
    cases["then"] = 1 / np.sqrt(np.bincount(pairs[0], minlength=len(count)))
    cases["workday"] = (cases["weekday"] < _WORKDAYS).astype(np.int64)
    return History(cases, np.stack([label, share], axis=1), start, day.astype(np.int32), (), count.astype(np.float64))


def _joined(early: History, late: History) -> History:
    both = {name: np.concatenate([column, late.cases[name]]) for name, column in early.cases.items()}
    return replace(
        late,
        cases=both,
        outcomes=np.concatenate([early.outcomes, late.outcomes]),
        start_s=np.concatenate([early.start_s, late.start_s]),
        day=np.concatenate([early.day, late.day]),
        count=np.concatenate([early.count, late.count]),
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
    weekday = (np.floor(local_s / _DAY_S).astype(np.int64) + _THURSDAY) % _WEEK
    return {
        "when": start_s / _HOUR_S,
        "hour": np.mod(local_s, _DAY_S) / _HOUR_S,
        "weekday": weekday,
        "workday": (weekday < _WORKDAYS).astype(np.int64),
        "state": state,
        "nearness": np.ones(len(start_s)),
        "then": np.ones(len(start_s)),
        "purpose": np.array([codes.get(one, -1) for one in purposes], dtype=np.int64),
    }


def _recent(stream: Stream) -> Stream:
    """Return what is enough of the stream: the days looked back and those that they are compared with."""
    if not len(stream):
        return stream
    since = stream.end_s[-1] - _LOOKED_BACK_S - TRAILING_DAYS * _DAY_S
    return stream.rows(slice(int(np.searchsorted(stream.start_s, since)), None))
