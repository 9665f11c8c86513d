"""The recorded history as the faces ask for it: loads, calls the pure functions, adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from engine.domain.activity import Activity
from engine.domain.clock import Clock
from engine.domain.corrections import Correction
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.summary import DaySummary
from engine.history.day import summarise
from engine.storage.activities import ActivityStore
from engine.storage.heartbeat import HeartbeatFile


class History:
    """Answers from the stored activities, the open one lasting until the recorder's last sign of life.

    recorder_runs: whether a recorder is alive; without one, nothing is current. start_minute: the minute
    after local midnight at which the person's day starts, asked for anew each time. corrections: those in force
    that share time with [start_ms, end_ms), in the order they were made.
    """

    def __init__(
        self,
        store: ActivityStore,
        heartbeat: HeartbeatFile,
        clock: Clock,
        *,
        recorder_runs: Callable[[], bool],
        start_minute: Callable[[], int],
        corrections: Callable[[int, int], Sequence[Correction]] = lambda _start, _end: (),
    ) -> None:
        self._store = store
        self._heartbeat = heartbeat
        self._clock = clock
        self._recorder_runs = recorder_runs
        self._start_minute = start_minute
        self._corrections = corrections

    def rule(self) -> DayRule:
        """Return how days are cut here and now."""
        return DayRule(self._clock.now().zone, self._start_minute())

    def today(self) -> date:
        """Return the day that the present moment belongs to."""
        return day_of(self._clock.now().wall_ms, self.rule())

    def day(self, day: date | None = None) -> DaySummary:
        """Return what the day held, today for None; a Storage* error where it cannot be read."""
        rule = self.rule()
        wanted = day or day_of(self._clock.now().wall_ms, rule)
        bounds = day_bounds(wanted, rule)
        found = self._store.between(bounds.start_ms, bounds.end_ms, beat=self._heartbeat.read())
        if not self._recorder_runs():
            found = [replace(activity, open=False) for activity in found]
        corrections = self._corrections(bounds.start_ms, bounds.end_ms)
        return summarise(found, wanted, rule, self._clock.now(), corrections)

    def events(self, start_ms: int | None = None, end_ms: int | None = None) -> Iterator[Activity]:
        """Yield the recorded activities that overlap [start_ms, end_ms), whole and in order; None is no bound.

        The open one comes last, as long as it is known to have lasted.
        """
        # Asked before the closed ones: should it be closed meanwhile, it comes among them and not twice.
        open_ones = self._open_ones()
        seen: set[int | None] = set()
        for activity in self._store.stream(start_ms, end_ms):
            if any(activity.id == one.id for one in open_ones):
                seen.add(activity.id)
            yield activity
        for one in open_ones:
            if one.id not in seen and _overlaps(one, start_ms, end_ms):
                yield one

    def _open_ones(self) -> list[Activity]:
        beat = self._heartbeat.read()
        if beat is None or not beat.activity_id:
            return []
        return [one for one in self._store.between(beat.end_ms - 1, beat.end_ms, beat=beat) if one.open]


def _overlaps(activity: Activity, start_ms: int | None, end_ms: int | None) -> bool:
    return (end_ms is None or activity.start_ms < end_ms) and (start_ms is None or activity.end_ms > start_ms)
