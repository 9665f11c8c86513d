"""When each job is due, told from the clocks alone: pure, so that sleep and clock changes can be tried out.

Intervals go by the clock that counts sleep and never steps, so a changed wall clock neither repeats nor delays them.
Days go by the person's own days. However many turns were missed, one run makes up for them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND, Instant
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.job_runs import JobOutcome, JobPlan, JobState

_SLEEP_COUNTS = sys.platform == "linux"  # see engine.domain.clock.SystemClock

RETRY_MS = MS_PER_HOUR
"""A day's run that failed or was cut off is tried again after so long."""

_SLEPT_MS = 2_000  # clocks that are read one after the other differ by less
_STEP_MS = 3 * MS_PER_HOUR  # a clock found set back by more was wrong; by less, what ran has run


@dataclass(slots=True)
class _Last:
    """The last run: its start on the wall clock and on the one that counts sleep; 0 and None for one never made."""

    wall_ms: int | None = None
    boot_ms: int = 0
    outcome: JobOutcome | None = None


class Timetable:
    """How a table of jobs stands at a moment. Made at start, from how the jobs stood when they were stored.

    moved: jobs whose last run is stored for a time to come, by a clock that was wrong; it counts as made at start.
    """

    def __init__(self, plans: Iterable[JobPlan], known: Mapping[str, JobState], now: Instant) -> None:
        self._plans = tuple(plans)
        self._undisturbed_boot_ms = now.boot_ms
        self._slept_ms = now.boot_ms - now.awake_ms
        self._last = {plan.name: _last(known.get(plan.name), now) for plan in self._plans}
        self.moved = tuple(name for name, last in self._last.items() if last.wall_ms is not None and _wrong(last, now))
        for name in self.moved:
            self._last[name].wall_ms = now.wall_ms

    def look(self, now: Instant) -> None:
        """Heed that the machine slept since it was looked last: it is left alone for a moment."""
        slept_ms = now.boot_ms - now.awake_ms
        if slept_ms - self._slept_ms > _SLEPT_MS:
            self._undisturbed_boot_ms = now.boot_ms
        self._slept_ms = slept_ms

    def next_ms(self, plan: JobPlan, now: Instant, rule: DayRule) -> int:
        """Return when the job runs next on the wall clock of now; what is due lies at now or before."""
        last = self._last[plan.name]
        wait_ms = self._wait_ms(plan, last, now) if plan.every_s else _days_wait_ms(last, now, rule)
        rest_ms = self._undisturbed_boot_ms + plan.rest_s * MS_PER_SECOND - now.boot_ms
        return now.wall_ms + max(0, rest_ms, wait_ms)

    @staticmethod
    def _wait_ms(plan: JobPlan, last: _Last, now: Instant) -> int:
        passed_ms = now.boot_ms - last.boot_ms
        return 0 if last.wall_ms is None else plan.every_s * MS_PER_SECOND - passed_ms

    def start(self, plan: JobPlan, now: Instant, rule: DayRule) -> int:
        """Note that a run begins; return when the next one is if this one is done."""
        self._last[plan.name] = _Last(now.wall_ms, now.boot_ms, JobOutcome.DONE)
        next_ms = self.next_ms(plan, now, rule)
        self.ended(plan.name, JobOutcome.RUNNING)
        return next_ms

    def ended(self, name: str, outcome: JobOutcome) -> None:
        """Note how the last run went."""
        self._last[name].outcome = outcome

    def goes_on(self, name: str) -> bool:
        """Return whether the last run has not ended."""
        return self._last[name].outcome is JobOutcome.RUNNING


def _last(state: JobState | None, now: Instant) -> _Last:
    """Return what is stored, its start placed on the clock of this run of the machine as far as it can be."""
    if state is None or state.last_start_ms is None:
        return _Last()
    passed_ms = max(0, now.wall_ms - state.last_start_ms)
    return _Last(state.last_start_ms, now.boot_ms - passed_ms, state.outcome)


def _wrong(last: _Last, now: Instant) -> bool:
    return (last.wall_ms or 0) > now.wall_ms + _STEP_MS


def _days_wait_ms(last: _Last, now: Instant, rule: DayRule) -> int:
    """Return how long the day's run waits. It was made if it was by the clock of then, or by that of now."""
    if last.wall_ms is None:
        return 0
    today, then = day_of(now.wall_ms, rule), day_of(last.wall_ms, rule)
    # Where no clock counts sleep, a wall clock that is ahead means that the machine slept.
    ago = day_of(now.wall_ms - (now.boot_ms - last.boot_ms), rule) if _SLEEP_COUNTS or then > today else then
    if then != today and ago < today:
        return 0
    if last.outcome in {JobOutcome.FAILED, JobOutcome.CUT_OFF}:
        return last.boot_ms + RETRY_MS - now.boot_ms
    return day_start_ms(today + timedelta(days=1), rule) - now.wall_ms
