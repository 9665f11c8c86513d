"""The stream up to now, kept in memory: only what is new is read, and all of it again once the past has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND
from engine.domain.days import DayRule
from engine.domain.stream_row import HistoryRows, StreamMark
from engine.mind.stream.build import followed, stream_of
from engine.mind.stream.columns import Stream

DAY_MS = 24 * MS_PER_HOUR
REACH_DAYS = 400
"""How many days back the stream goes: a year, and what is needed to tell what is usual in its first weeks."""

_SETTLED_MS = 6 * MS_PER_HOUR  # what lies further back than that is read again only when its mark has changed

Weights = Callable[[], Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class _Held:
    """A stream, and what it was made from. mark: of the days before the one from which on it is read again."""

    stream: Stream
    mark: StreamMark
    weights: Mapping[int, float]
    rule: DayRule
    first_ms: int


class LiveStream:
    """Follows a history. weights: focus weight by category; rule: how days are cut; both are asked each time."""

    def __init__(
        self, history: HistoryRows, weights: Weights, rule: Callable[[], DayRule], reach_days: int = REACH_DAYS
    ) -> None:
        self._history = history
        self._weights = weights
        self._rule = rule
        self._reach_ms = reach_days * DAY_MS
        self._held: _Held | None = None

    def upto(self, now_ms: int) -> Stream:
        """Return the stream of the last reach_days before now; raises Storage errors."""
        weights, rule = self._weights(), self._rule()
        held = self._held
        if held is None or not self._still(held, weights, rule, now_ms):
            held = self._read(weights, rule, now_ms)
        else:
            since_ms = held.mark.day * DAY_MS
            rows = self._history.rows(since_ms, now_ms)
            stream = followed(held.stream, rows, weights, rule, since_ms / MS_PER_SECOND)
            held = _Held(stream, self._moved(held.mark, now_ms), weights, rule, held.first_ms)
        self._held = held
        return held.stream

    def _still(self, held: _Held, weights: Mapping[int, float], rule: DayRule, now_ms: int) -> bool:
        """Return whether what is held can be followed: the same days, and neither forgotten nor overtaken time."""
        same = (held.weights, held.rule) == (weights, rule)
        within = held.first_ms >= now_ms - self._reach_ms - 7 * DAY_MS and held.mark.day * DAY_MS <= now_ms
        return same and within and self._history.unchanged(held.mark)

    def _read(self, weights: Mapping[int, float], rule: DayRule, now_ms: int) -> _Held:
        first_ms = max(0, now_ms - self._reach_ms)
        mark = self._history.mark(_settled_day(now_ms))  # before the rows: a change in between is noticed next time
        stream = stream_of(self._history.rows(first_ms, now_ms), weights, rule)
        return _Held(stream, mark, weights, rule, first_ms)

    def _moved(self, mark: StreamMark, now_ms: int) -> StreamMark:
        day = _settled_day(now_ms)
        return mark if day <= mark.day else self._history.mark(day)


def _settled_day(now_ms: int) -> int:
    return (now_ms - _SETTLED_MS) // DAY_MS
