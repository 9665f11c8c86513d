"""Fills a profile with a believable history, to look around in."""

from __future__ import annotations

from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.history.sample_days import SAMPLE_SOURCE, sample_days
from engine.storage.activities import ActivityStore

MOST_DAYS = 366


class Demo:
    """Sample days for one profile, stored through the same door as recorded ones."""

    def __init__(self, store: ActivityStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def fill(self, days: int = 365, seed: int = 1) -> int:
        """Store so many days up to now and return how many activities were added.

        The same seed gives the same days; a profile that has sample days already only gets those it lacks.
        Raises UsageError for a number of days outside 1 to 366 and for a profile with real recordings.
        """
        if not 1 <= days <= MOST_DAYS:
            raise UsageError(f"Sample days can be 1 to {MOST_DAYS}, not {days}.")
        if self.holds_recordings():
            raise UsageError(
                "This profile holds real recordings, so no sample days are added to it. "
                "Name another folder with --profile, or leave --profile out to use one of its own."
            )
        held = self._store.bounds()
        fresh = (
            activity for activity in sample_days(days, seed, self._clock.now()) if _outside(activity.interval, held)
        )
        return self._store.insert_many(fresh)

    def holds_recordings(self) -> bool:
        """Return whether the profile holds anything but sample days."""
        return any(activity.source != SAMPLE_SOURCE for activity in self._store.stream())


def _outside(interval: Interval, held: Interval | None) -> bool:
    return held is None or interval.end_ms <= held.start_ms or interval.start_ms >= held.end_ms
