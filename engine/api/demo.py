"""Fills a profile with a believable history, to look around in."""

from __future__ import annotations

from pathlib import Path

from engine.api.demo_documents import write_documents
from engine.api.demo_plan import fill_plan
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.focus_session import FocusSession
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.history.sample_days import SAMPLE_SOURCE, sample_days
from engine.history.sample_sessions import sample_sessions
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.facts import sources
from engine.storage.focus_sessions import FocusSessionStore

MOST_DAYS = 366


class Demo:
    """Sample days for one profile, stored through the same door as recorded ones.

    labeller: says what is counted as what; with rules in force before days are stored nothing is labelled twice.
    """

    def __init__(self, database: Database, clock: Clock, labeller: Labeller | None = None) -> None:
        self._database = database
        self._store = ActivityStore(database, labeller=labeller)
        self._sessions = FocusSessionStore(database)
        self._clock = clock

    def fill(self, days: int = 365, seed: int = 1, *, among_recordings: bool = False) -> int:
        """Store so many days up to now and return how many activities were added.

        The same seed gives the same days; a profile that has some already only gets the time before and after.
        Raises UsageError for a number of days outside 1 to 366, and for a profile with real recordings unless
        among_recordings says that they are nobody's (a demo's own, made while it was open).
        """
        if not 1 <= days <= MOST_DAYS:
            raise UsageError(f"Sample days can be 1 to {MOST_DAYS}, not {days}.")
        if not among_recordings and self.holds_recordings():
            raise UsageError(
                "This profile holds real recordings, so no sample days are added to it. "
                "Name another folder with --profile, or leave --profile out to use one of its own."
            )
        now = self._clock.now()
        held = self._store.bounds()
        if not self.holds_recordings():
            held = _whole_days(held, DayRule(now.zone))
        sample = sample_days(days, seed, now)
        self._sessions.add(one for one in sample_sessions(days, seed, now) if _outside(_whole(one[0]), held))
        return self._store.insert_many(activity for activity in sample if _outside(activity.interval, held))

    def write_documents(self, folder: Path, days: int = 365, seed: int = 1) -> int:
        """Write what the same person read and wrote into a folder, index it, and return how many documents are new.

        The folder is one of the documents' folders from then on. Raises UsageError where it cannot be written.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return write_documents(self._database, folder.resolve(), days, seed, self._clock.now())

    def fill_plan(self, days: int = 365, seed: int = 1) -> int:
        """Plan the same person's weeks around now and return how many blocks there are; a plan that is there stays."""
        return fill_plan(self._database, days, seed, self._clock.now())

    def holds_recordings(self) -> bool:
        """Return whether the profile holds anything but sample days."""
        return bool(sources(self._database) - {SAMPLE_SOURCE})


def _whole_days(held: Interval | None, rule: DayRule) -> Interval | None:
    """Return the time from the beginning of its first day on: nobody else's early hours come before it."""
    return None if held is None else Interval(day_start_ms(day_of(held.start_ms, rule), rule), held.end_ms)


def _whole(session: FocusSession) -> Interval:
    return Interval(session.start_ms, session.end_ms or session.start_ms)


def _outside(interval: Interval, held: Interval | None) -> bool:
    return held is None or interval.end_ms <= held.start_ms or interval.start_ms >= held.end_ms
