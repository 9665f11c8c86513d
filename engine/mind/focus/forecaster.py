"""The focus forecast of one person: what was learned, and what it says of slots ahead.

What was learned is a handful of numbers (how much each part varies for this person, the hours among them, and the
calibration). The slots themselves are read anew from the history each time, so that nothing that was erased
lives on in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Abstention, ReasonKind
from engine.mind.calibration import Platt, platt_of, sigmoid
from engine.mind.focus.forecasts import SLOT_MINUTES, ForecastPart, SlotForecasts, nothing_known, within
from engine.mind.focus.history import History, Planned, ahead, history_of
from engine.mind.focus.kernel import Cases, Values
from engine.mind.focus.prior import BASE, HOURS, LATELY, OFFSET, PURPOSE, SLOPE, Dials, prior
from engine.mind.focus.process import Process, merged
from engine.mind.focus.week import Rhythm, Week, week_of
from engine.mind.stream.columns import Moments, Stream

LEAST_DAYS = 5
_LEAST_SLOTS = 40
_TELLING = 0.01
"""Standard deviation of what is told beyond the mean (a share) below which nothing is told."""
_MOST = 1e4  # a dial beyond it is damaged: a person varies no ten thousand times as much as others
_NEAR = 1e-5  # of the weight of what is in front now, after three hours; below it a slot is a far one
_Z90 = 1.645
_LATELY_H = 2.0
_HOUR_WIDTH_H = 1.0
_CLOCK = np.arange(24)


@dataclass(frozen=True, slots=True)
class Forecaster:
    """What was learned of one person. rhythm: where hours tell something, later days are told, too."""

    dials: Dials = field(default_factory=Dials)
    rhythm: Rhythm = field(default_factory=Rhythm)
    calibration: Platt = field(default_factory=lambda: Platt(OFFSET, SLOPE))

    def condition(self, stream_until_now: Stream, planned: Iterable[Planned] = ()) -> Conditioned:
        """Return the forecast as it stands now; worth keeping until the next slot begins."""
        return Conditioned(self, history_of(stream_until_now, planned), stream_until_now)

    def forecast(
        self,
        stream_until_now: Stream,
        start_s: Moments,
        purposes: Sequence[str] | None = None,
        planned: Iterable[Planned] = (),
    ) -> SlotForecasts:
        """Return what is told of slots that begin at start_s (Unix seconds), each for its purpose, "" for none."""
        return self.condition(stream_until_now, planned).forecast(start_s, purposes)

    def week(self, history: History, first: int | None = None) -> Week:
        """Return what a history tells of the hours; first: up to the slot at this place."""
        upto = len(history.past) if first is None else history.older + first
        return week_of(history.past.rows(slice(0, upto)), self.rhythm)

    def weights(self) -> dict[str, NDArray[Any]]:
        """Return what was learned as arrays."""
        return {
            "dials": np.array(self.dials, np.float64),
            "calibration": np.array([self.calibration.offset, self.calibration.slope]),
            "rhythm": np.array(self.rhythm, np.float64),
        }

    @staticmethod
    def from_weights(weights: Mapping[str, NDArray[Any]]) -> Forecaster:
        """Return the forecaster of stored weights. Raises ValueError where they cannot be that."""
        missing = {"dials", "calibration", "rhythm"} - weights.keys()
        if missing:
            raise ValueError(f"the focus forecast lacks {', '.join(sorted(missing))}")
        dials, rhythm = np.asarray(weights["dials"], np.float64), np.asarray(weights["rhythm"], np.float64)
        if dials.shape != (len(Dials._fields),) or not ((dials >= 0) & (dials <= _MOST)).all() or not dials[-1]:
            raise ValueError("the dials of the focus forecast are no numbers of their kind")
        if rhythm.shape != (len(Rhythm._fields),) or not ((rhythm >= 0) & (rhythm < 1)).all() or rhythm[3:].sum() >= 1:
            raise ValueError("the hours of the focus forecast are no numbers of their kind")
        return Forecaster(Dials(*map(float, dials)), Rhythm(*map(float, rhythm)), platt_of(weights))


class Conditioned:
    """A forecaster that has seen the history up to one moment."""

    def __init__(self, forecaster: Forecaster, history: History, stream: Stream) -> None:
        self._learned, self._history, self._stream = forecaster, history, stream
        self._mean = history.mean
        self._seen: tuple[Week, Process] | None = None

    @property
    def abstention(self) -> Abstention | None:
        """Why nothing can be told at all."""
        if not len(self._history):
            return Abstention.TOO_LITTLE if len(self._stream) else Abstention.NO_HISTORY
        if self._history.days < LEAST_DAYS or len(self._history) < _LEAST_SLOTS:
            return Abstention.TOO_LITTLE
        return None

    def forecast(
        self,
        start_s: Moments,
        purposes: Sequence[str] | None = None,
        *,
        now_s: float | None = None,
        local_s: Moments | None = None,
    ) -> SlotForecasts:
        """Return what is told of slots that begin at start_s (Unix seconds).

        now_s: the end of the stream where it is left out. local_s: the starts on the person's clock, by the offset of
        the stream's last row where left out.
        """
        starts = np.asarray(start_s, np.float64)
        calibration = self._learned.calibration
        why = self.abstention
        if why is not None:
            mean = float(calibration.logit(self._mean[0]))
            return nothing_known(starts, why, mean, SLOT_MINUTES * float(self._mean[1]))
        now = float(self._stream.end_s[-1]) if now_s is None else now_s
        local = starts + self._offset_s if local_s is None else np.asarray(local_s, np.float64)
        named = [""] * len(starts) if purposes is None else purposes
        return self._told(starts, ahead(self._history, self._stream, now, starts, local, named))

    @property
    def _offset_s(self) -> float:
        return float(self._stream.local_s[-1] - self._stream.start_s[-1])

    def _told(self, start_s: Moments, cases: Cases) -> SlotForecasts:
        week, process = self._read()
        hour = cases["place"]
        found = process.told(cases, (*LATELY, PURPOSE))
        parts = {**found.parts, HOURS: week.adds[hour]}
        calibration = self._learned.calibration
        base = self._mean + merged(parts, (BASE,))
        told = self._parts(parts, cases)
        share = base[:, 0] + sum(merged(parts, (name,))[:, 0] for name in (*LATELY, HOURS, PURPOSE))
        left = _Z90 * np.sqrt(found.left + week.left[hour])
        minutes, keeps = within(SLOT_MINUTES * base[:, 1], told)
        abstains = self._abstains(found.apart + week.known[hour], cases)
        return SlotForecasts(
            start_s=start_s,
            probability=calibration.probability(share),
            low=sigmoid(calibration.logit(share - left)),
            high=sigmoid(calibration.logit(share + left)),
            focused_minutes=minutes,
            abstains=abstains,
            base=calibration.logit(base[:, 0]),
            base_minutes=SLOT_MINUTES * base[:, 1],
            parts=(*told, keeps),
            abstention=Abstention.NO_PATTERN if len(abstains) and abstains.all() else None,
        )

    def _read(self) -> tuple[Week, Process]:
        """Return the hours and the process of what they leave."""
        if self._seen is None:
            history = self._history
            week = self._learned.week(history)
            left = history.outcomes - self._mean - week.adds[history.cases["place"]]
            self._seen = week, Process(prior(self._learned.dials), history.cases, left)
        return self._seen

    def _abstains(self, apart: Values, cases: Cases) -> NDArray[np.bool_]:
        """Return which slots nothing is told of: nothing like them was seen, or hours tell nothing of later ones."""
        telling = np.sqrt(apart) >= _TELLING
        near = cases["nearness"] >= _NEAR
        return np.asarray(~(telling & (near | self._learned.rhythm.tells | (cases["purpose"] >= 0))))

    def _parts(self, parts: Mapping[str, Values], cases: Cases) -> list[ForecastPart]:
        slope = self._learned.calibration.slope
        lately, hours, purpose = (merged(dict(parts), names) for names in (LATELY, (HOURS,), (PURPOSE,)))
        found = [
            _part(ReasonKind.LATELY, lately, slope, np.full(len(lately), self._lately())),
            _part(ReasonKind.HOURS, hours, slope, self._at_hours()[cases["place"] % len(_CLOCK)]),
        ]
        for code, subject in enumerate(self._history.subjects):
            here = cases["purpose"] == code
            if here.any():
                own = self._history.outcomes[self._history.cases["purpose"] == code, 0].mean()
                found.append(
                    _part(ReasonKind.PURPOSE, purpose * here[:, None], slope, np.full(len(here), own), subject)
                )
        return found

    def _lately(self) -> float:
        """Return the share of focused slots of the last while, of the last slot where that lies longer back."""
        when = self._history.cases["when"]
        recent = when >= float(self._stream.end_s[-1]) / 3_600 - _LATELY_H
        recent[-1] = True
        return float(self._history.outcomes[recent, 0].mean())

    def _at_hours(self) -> Values:
        """Return the person's share of focused slots around each hour of the day, drawn towards the mean."""
        past = self._history.past
        place = past.place % len(_CLOCK)
        sums = [np.bincount(place, weights, minlength=len(_CLOCK)) for weights in (past.signs[:, 0], None)]
        apart = np.abs(_CLOCK[:, None] - _CLOCK[None, :])
        weight = np.exp(-0.5 * (np.minimum(apart, len(_CLOCK) - apart) / _HOUR_WIDTH_H) ** 2)
        return np.asarray((weight @ sums[0] + self._mean[0]) / (weight @ sums[1] + 1))


def _part(kind: ReasonKind, adds: Values, slope: float, amount: Values, subject: str = "") -> ForecastPart:
    return ForecastPart(kind, slope * adds[:, 0], SLOT_MINUTES * adds[:, 1], amount, subject)
