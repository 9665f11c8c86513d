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
from engine.mind.focus.label import few_switches, focused
from engine.mind.focus.prior import NEAR_H
from engine.mind.focus.slots import SLOT_S, Slots, slots_of
from engine.mind.focus.state import state_at
from engine.mind.stream.columns import Moments, Numbers, Stream

MOST_SLOTS = 1_000
"""The latest slots that are learned from: six weeks of working days. Older ones say what the person was like then."""

_LOOKED_BACK_S = 90 * 86_400.0  # of active life, so that a long holiday does not leave nothing to learn from
_LONGEST_PLAN_S = 86_400.0  # what goes on for longer than a day says nothing of a slot
_HOUR_S, _DAY_S, _WORKDAYS = 3_600.0, 86_400.0, 5


class Planned(NamedTuple):
    """What time was or is meant for: a block, an entry of the calendar, or a category; Unix seconds."""

    start_s: float
    end_s: float
    subject: str


@dataclass(frozen=True, slots=True)
class History:
    """Slots whose label is known, in order; outcomes (n, 2): focused (0 or 1) and the share of the slot in focus.

    cases: columns as engine.mind.focus.prior names them. subjects: what the codes of the column purpose stand for.
    """

    cases: Cases
    outcomes: Values
    start_s: Moments
    day: Numbers
    subjects: tuple[str, ...]
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
        )

    @property
    def days(self) -> int:
        """On how many days something counted."""
        return len(np.unique(self.day))


def history_of(stream: Stream, planned: Iterable[Planned] = (), most: int = MOST_SLOTS) -> History:
    """Return the latest slots of a stream whose label is known, at most so many.

    The slot that the stream ends in is left out: what it will hold is not known yet.
    """
    recent = _recent(stream)
    slots = slots_of(recent)
    labels = focused(slots, few_switches(slots))
    over = slots.start_s + SLOT_S <= (stream.end_s[-1] if len(stream) else 0.0)
    known = np.flatnonzero(~np.isnan(labels) & over)[-most:]
    return history(recent, slots.rows(known), labels[known], planned)


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
    weekday = (np.floor(local_s / _DAY_S).astype(np.int64) + 3) % 7  # 1970 began on a Thursday
    return {
        "when": start_s / _HOUR_S,
        "hour": np.mod(local_s, _DAY_S) / _HOUR_S,
        "weekday": weekday,
        "workday": (weekday < _WORKDAYS).astype(np.int64),
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
