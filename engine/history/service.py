"""The recorded history as the faces ask for it: loads, calls the pure functions, adds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from engine.domain.activity import Activity
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.summary import DaySummary
from engine.history.day import summarise
from engine.storage.activities import ActivityStore
from engine.storage.heartbeat import Beat, HeartbeatFile


class History:
    """Answers from the stored activities, the open one lasting until the recorder's last sign of life.

    recorder_runs: whether a recorder is alive; without one, nothing is current. start_minute: the minute
    after local midnight at which the person's day starts, asked for anew each time.
    """

    def __init__(
        self,
        store: ActivityStore,
        heartbeat: HeartbeatFile,
        clock: Clock,
        *,
        recorder_runs: Callable[[], bool],
        start_minute: Callable[[], int],
    ) -> None:
        self._store = store
        self._heartbeat = heartbeat
        self._clock = clock
        self._recorder_runs = recorder_runs
        self._start_minute = start_minute

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
        return summarise(found, wanted, rule, self._clock.now())

    def events(self, start_ms: int | None = None, end_ms: int | None = None) -> Iterator[Activity]:
        """Yield the recorded activities that overlap [start_ms, end_ms), whole and in order; None is no bound."""
        beat = self._heartbeat.read()
        for activity in self._store.stream(start_ms, end_ms):
            yield _alive(activity, beat)


def _alive(activity: Activity, beat: Beat | None) -> Activity:
    """Return the activity, lasting until the heartbeat where it is the one the heartbeat tells of."""
    if beat is None or not activity.open or activity.id != beat.activity_id or beat.end_ms <= activity.end_ms:
        return activity
    return replace(activity, end_ms=beat.end_ms)
