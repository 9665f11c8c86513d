"""Moments of work, one every five minutes: what was going on, and what came of it in the next while.

The two questions: will nothing be switched to in the next ten minutes (a good time to be left alone, or to be told
something at its end), and will a distracting category come within fifteen? Where the person left the machine before
the time was over and nothing had happened yet, the answer is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.next.switches import Switches, Thing, switches_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.stream.columns import Moments as Times
    from engine.mind.stream.columns import Stream

STEP_S = 300.0
STILL_S = 600.0
DISTRACTED_S = 900.0
AWAY_S = 300.0
"""After that long away work begins anew."""

OUTCOMES = ("still", "distracted")

STATE = (
    "elapsed", "elapsed_raw", "turns_5min", "turns_15min", "turns_60min", "dwell_last_5", "dwell_last_20",
    "went_back_10", "stretch", "hour_sin", "hour_cos", "weekend", "weight", "weight_15min", "weight_60min",
    "distracted_15min", "distracted_60min", "distracted_4h", "since_distraction", "distractions_60min",
)  # fmt: skip
"""Names of the features that the last hours alone tell, in order."""

EVENT = ("dwell", "age", "turns_ago", "same", "weight", "distracting", "went_back", "stretch")
"""Names of the features of a past turn, in order."""

TURNS = 24
_DAY_S = 86_400.0
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkMoments:
    """Moments in order of time (n): when, the app in front, what the last hours tell, past turns, what came of it.

    label: (n, OUTCOMES) 1, 0, or NaN where it is not known. events: (n, TURNS, EVENT); there: which of them count.
    """

    now_s: Times
    local_s: Times
    day: NDArray[np.int32]
    app: NDArray[np.int32]
    elapsed_s: Times
    state: NDArray[np.float32]
    events: NDArray[np.float32]
    there: NDArray[np.bool_]
    label: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.now_s)

    def which(self, rows: slice | NDArray[np.bool_] | NDArray[np.int64]) -> WorkMoments:
        """Return some of the moments."""
        return WorkMoments(*(getattr(self, name)[rows] for name in self.__slots__))


def moments_of(stream: Stream) -> WorkMoments:
    """Return a moment every five minutes at which an app was in front."""
    active = stream.active()
    row, now_s = _grid(active)
    return _told(active, row, now_s)


def moment_at(stream: Stream, now_s: float) -> WorkMoments:
    """Return the moment at the end of a stream, when its last row was or still is in front; none if no app was."""
    active = stream.active()
    if not len(active) or active.app[-1] < 0:
        return _told(active, np.empty(0, np.int64), np.empty(0))
    return _told(active, np.array([len(active) - 1]), np.array([now_s]))


def _grid(active: Stream) -> tuple[NDArray[np.int64], Times]:
    """Return the moments on the clock's five minutes, and the row that each lies in."""
    first = np.ceil(active.start_s / STEP_S) * STEP_S
    many = np.maximum(np.ceil((active.end_s - first) / STEP_S), 0).astype(np.int64)
    many[active.app < 0] = 0
    row = np.repeat(np.arange(len(active)), many)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    return row, first[row] + STEP_S * nth


def _told(active: Stream, row: NDArray[np.int64], now_s: Times) -> WorkMoments:
    turns = switches_of(active, Thing.APP)
    begin_s, end_s = _stretches(active)
    turn = np.searchsorted(turns.start_s, now_s, "right") - 1
    known = Known(active, turns, turn, row, now_s, begin_s[row], end_s[row])
    return WorkMoments(
        now_s=now_s,
        local_s=now_s + active.local_s[row] - active.start_s[row],
        day=active.day[row],
        app=active.app[row],
        elapsed_s=known.elapsed_s,
        state=_state(known),
        events=_events(known),
        there=_before(turn) >= 0,
        label=_labels(known),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """The rows at the machine, turns between apps, and of each moment: its turn, row, time, and stretch of work."""

    active: Stream
    turns: Switches
    turn: NDArray[np.int64]
    row: NDArray[np.int64]
    now_s: Times
    begin_s: Times
    end_s: Times

    @property
    def elapsed_s(self) -> Times:
        """How long the app has been in front, since the stretch began at most."""
        start = np.maximum(self.turns.start_s[self.turn], self.begin_s)
        return np.asarray(np.maximum(self.now_s - start, 0.0), dtype=np.float64)


def _stretches(active: Stream) -> tuple[Times, Times]:
    """Return when the stretch of work of each row began and ended."""
    if not len(active):
        return np.empty(0), np.empty(0)
    begins = np.concatenate([[True], active.start_s[1:] - active.end_s[:-1] >= AWAY_S])
    number = np.cumsum(begins) - 1
    last = np.concatenate([np.flatnonzero(begins)[1:] - 1, [len(active) - 1]])
    return active.start_s[begins][number], active.end_s[last][number]


def _labels(known: Known) -> NDArray[np.float32]:
    following = np.append(known.turns.start_s, np.inf)[known.turn + 1]
    distracting = known.active.weight < 0
    starts = np.append(known.active.start_s[distracting], np.inf)
    distraction = starts[np.searchsorted(starts, known.now_s, "right")]
    still = 1.0 - _came(following, known, STILL_S)
    distracted = _came(distraction, known, DISTRACTED_S)
    distracted[distracting[known.row]] = np.nan  # what is there already cannot come
    return np.stack([still, distracted], axis=1).astype(np.float32)


def _came(when_s: Times, known: Known, within_s: float) -> Times:
    """Return 1 where it came in time, 0 where it did not, NaN where work ended before one could tell."""
    until = np.minimum(known.now_s + within_s, known.end_s)
    sure = known.end_s >= known.now_s + within_s
    return np.where(when_s < until, 1.0, np.where(sure, 0.0, np.nan))


def _state(known: Known) -> NDArray[np.float32]:
    now_s, turn, active, turns = known.now_s, known.turn, known.active, known.turns
    dwell, back = np.append(0.0, np.cumsum(_dwells(known))), np.append(0.0, np.cumsum(_went_back(turns)))
    hour = 2 * np.pi * ((now_s + active.local_s[known.row] - active.start_s[known.row]) % _DAY_S) / _DAY_S
    weekday = (active.day[known.row] - 1) % 7  # the first day of the calendar was a Monday
    distracting = (active.weight < 0).astype(np.float64)
    starts = active.start_s[active.weight < 0]
    ends = np.append(-np.inf, active.end_s[active.weight < 0])
    last_end = ends[np.searchsorted(starts, now_s, "right")]
    columns = [
        np.log1p(known.elapsed_s),
        known.elapsed_s / STILL_S,
        *(np.log1p(turn + 1 - np.searchsorted(turns.start_s, now_s - span)) for span in (300, 900, 3600)),
        *(_mean_of_last(dwell, turn, many) for many in (5, 20)),
        _mean_of_last(back, turn + 1, 10),
        np.log1p(now_s - known.begin_s),
        np.sin(hour),
        np.cos(hour),
        weekday >= _SATURDAY,
        active.weight[known.row],
        *(_lately(active, active.weight, now_s, span) / span for span in (900, 3600)),
        *(np.log1p(_lately(active, distracting, now_s, span)) for span in (900, 3600, 14_400)),
        np.log1p(np.clip(now_s - last_end, 0.0, 7 * _DAY_S)),
        np.log1p(np.searchsorted(starts, now_s, "right") - np.searchsorted(starts, now_s - 3600)),
    ]
    return np.stack(columns, axis=1).astype(np.float32) if len(now_s) else np.empty((0, len(STATE)), np.float32)


def _lately(active: Stream, values: NDArray[np.floating], now_s: Times, span_s: float) -> Times:
    """Return the integral of a column over the time at the machine in the last span, in units of it times seconds."""
    if not len(active):
        return np.zeros(len(now_s))
    edges = np.stack([active.start_s, active.end_s], axis=1).ravel()
    gained = np.stack([np.zeros(len(active)), (active.end_s - active.start_s) * values], axis=1).ravel()
    total = np.cumsum(gained)
    return np.asarray(np.interp(now_s, edges, total) - np.interp(now_s - span_s, edges, total), dtype=np.float64)


def _dwells(known: Known) -> Times:
    """Return of each turn the logarithm of how long it lasted, to the end of its stretch at most."""
    starts = known.turns.start_s
    _, ends = _stretches(known.active)
    own = ends[np.searchsorted(known.active.start_s, starts)] if len(starts) else starts
    lasted = np.minimum(np.append(starts[1:], np.inf), own) - starts
    return np.asarray(np.log1p(np.maximum(lasted, 0.0)), dtype=np.float64)


def _went_back(turns: Switches) -> Times:
    back = np.zeros(len(turns))
    back[2:] = turns.thing[2:] == turns.thing[:-2]
    return back


def _mean_of_last(total: Times, upto: NDArray[np.int64], many: int) -> Times:
    """Return the mean over the last many turns before number upto; total: sums over the turns before each number."""
    start = np.maximum(upto - many, 0)
    return np.asarray((total[upto] - total[start]) / np.maximum(upto - start, 1), dtype=np.float64)


def _before(turn: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of the turns before each moment's own (n, TURNS), negative where there are none."""
    return turn[:, None] - 1 - np.arange(TURNS)[None, :]


def _events(known: Known) -> NDArray[np.float32]:
    at = np.maximum(_before(known.turn), 0)
    turns = known.turns
    told = np.zeros((*at.shape, len(EVENT)), np.float32)
    if not len(at):
        return told
    weight = known.active.weight[np.searchsorted(known.active.start_s, turns.start_s)]
    told[..., 0] = _dwells(known)[at]
    told[..., 1] = np.log1p(known.now_s[:, None] - turns.start_s[at])
    told[..., 2] = np.log(np.arange(1, TURNS + 1))
    told[..., 3] = turns.thing[at] == turns.thing[known.turn][:, None]
    told[..., 4] = weight[at]
    told[..., 5] = weight[at] < 0
    told[..., 6] = _went_back(turns)[at]
    told[..., 7] = turns.start_s[at] >= known.begin_s[:, None]
    return told
