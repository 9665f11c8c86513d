"""A believable history out of one seed, to look around in: nobody's days, shaped like real ones.

The figures come from recordings of real people: how long a window stays in front is log-normal (median 11 s) with
long stretches of real work mixed in, most switches go straight back to the window before, and few apps take most time.
Whether a quarter of an hour is a focused one follows from hidden rhythms, which hidden_truth tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_MINUTE, MS_PER_SECOND, Instant
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.history.sample_person import FOCUS_WORK, Job, Person
from engine.history.sample_plan import Span, plan_day, with_nights
from engine.history.sample_projects import DocumentHabits, choose_project
from engine.history.sample_rhythm import SLOT_MS, HiddenSlot, hidden_slots
from engine.history.sample_windows import Moment, Windows

SAMPLE_SOURCE = "sample"

_LAST_MS = 2 * MS_PER_SECOND  # the sample ends this long before now
_EVENING_MS = 50 * MS_PER_MINUTE


def sample_days(days: int, seed: int, now: Instant, *, new_job: date | None = None) -> Iterator[Activity]:
    """Yield the activities of the last days up to now, in order and without overlaps.

    The same seed, zone and day give the same activities whatever the number of days; the last day is always a
    day of work and its last activity ends two seconds before now. new_job: from that day on apps, hours, documents
    and rhythms are others.
    """
    maker = _Maker(Person(seed, new_job), now.zone)
    planned = _planned(days, maker.person, now)
    for day, midnight_ms, spans in planned:
        maker.learn(day, midnight_ms, spans)
    for span in with_nights([spans for _, _, spans in planned], seed):
        yield from maker.activities(span)


def hidden_truth(days: int, seed: int, now: Instant, *, new_job: date | None = None) -> list[HiddenSlot]:
    """Return the truth of all slots of the same days, in order, from the first one's midnight to the last one's."""
    person = Person(seed, new_job)
    return [
        slot
        for day, midnight_ms, spans in _planned(days, person, now)
        for slot in hidden_slots(person, day, midnight_ms, spans)
    ]


def planned_days(days: int, seed: int, now: Instant, *, new_job: date | None = None) -> list[Span]:
    """Return what the person does on the same days, as a calendar would hold it: work of every kind, and rests."""
    return [span for _, _, spans in _planned(days, Person(seed, new_job), now) for span in spans]


def _planned(days: int, person: Person, now: Instant) -> list[tuple[date, int, list[Span]]]:
    rule = DayRule(now.zone)
    today = day_of(now.wall_ms, rule)
    found = []
    for back in reversed(range(days)):
        day = today - timedelta(days=back)
        midnight_ms, dice = day_start_ms(day, rule), Random(f"{person.seed} plan {day}")  # noqa: S311
        found.append((day, midnight_ms, plan_day(day, midnight_ms, dice, person.job(day), worked=day == today)))
    day, midnight_ms, spans = found[-1]
    found[-1] = day, midnight_ms, _until_now(spans, midnight_ms, now.wall_ms - _LAST_MS)
    return found


def _until_now(spans: list[Span], midnight_ms: int, end_ms: int) -> list[Span]:
    """Return the last day cut at end_ms; where its work was over before that, the person has come back to it."""
    cut = _clipped(spans, Interval(midnight_ms, max(midnight_ms, end_ms)))
    if cut and cut[-1].presence is Presence.ACTIVE and cut[-1].interval.end_ms == end_ms:
        return cut
    back_ms = max(midnight_ms, end_ms - _EVENING_MS)
    if back_ms >= end_ms:
        return cut
    before = _clipped(spans, Interval(midnight_ms, back_ms))
    if before and before[-1].interval.end_ms < back_ms:
        before.append(Span(Interval(before[-1].interval.end_ms, back_ms), Presence.SUSPENDED))
    return [*before, Span(Interval(back_ms, end_ms), Presence.ACTIVE, "build")]


def _clipped(spans: list[Span], bounds: Interval) -> list[Span]:
    return [replace(span, interval=part) for span in spans if (part := span.interval.clip(bounds)) is not None]


class _Maker:
    """Makes activities of spans; knows which slots are focused ones."""

    def __init__(self, person: Person, zone: str) -> None:
        self.person = person
        self._zone = zone
        self._habits = DocumentHabits(person)
        self._windows: dict[int, Windows] = {}
        self._focused: set[int] = set()
        self._days: dict[int, date] = {}

    def learn(self, day: date, midnight_ms: int, spans: list[Span]) -> None:
        """Take in a day's plan."""
        for span in spans:
            self._days[span.interval.start_ms] = day
        slots = hidden_slots(self.person, day, midnight_ms, spans)
        self._focused.update(slot.start_ms // SLOT_MS for slot in slots if slot.focused)

    def activities(self, span: Span) -> Iterator[Activity]:
        """Yield what a span consists of."""
        interval = span.interval
        if span.presence is not Presence.ACTIVE:
            yield self._activity(interval.start_ms, interval.end_ms, Observed(span.presence, platform="sample"))
            return
        dice = Random(f"{self.person.seed} work {interval.start_ms}")  # noqa: S311
        job, day = self._job_of(interval.start_ms)
        moment = Moment(span.work, day.toordinal(), choose_project(self.person, day, dice))
        start = interval.start_ms
        what: Observed | None = None
        for at, following in self._looks(span, moment, job, dice):
            if what is not None and following != what:  # the same look again is the same activity, lasting on
                yield self._activity(start, at, what)
                start = at
            what = following
        if what is not None:
            yield self._activity(start, interval.end_ms, what)

    def _looks(self, span: Span, moment: Moment, job: Job, dice: Random) -> Iterator[tuple[int, Observed]]:
        """Yield what comes to the front, and when."""
        windows = self._windows_of(job)
        for start_ms, end_ms, focused in self._runs(span.interval):
            moment.work = job.main if focused and span.work not in FOCUS_WORK else span.work
            what = windows.begin(moment, dice)
            at = start_ms
            while at < end_ms:
                yield at, what
                at += windows.dwell_ms(moment, dice, focused=focused)
                what = windows.go_on(moment, dice, focused=focused)

    def _runs(self, interval: Interval) -> Iterator[tuple[int, int, bool]]:
        """Yield the parts of an interval in which all slots are focused ones, or none is."""
        first, last = interval.start_ms // SLOT_MS, (interval.end_ms - 1) // SLOT_MS
        start, focused = interval.start_ms, first in self._focused
        for slot in range(first + 1, last + 1):
            if (slot in self._focused) != focused:
                yield start, slot * SLOT_MS, focused
                start, focused = slot * SLOT_MS, not focused
        yield start, interval.end_ms, focused

    def _job_of(self, start_ms: int) -> tuple[Job, date]:
        day = self._days[start_ms]
        return self.person.job(day), day

    def _windows_of(self, job: Job) -> Windows:
        if job.number not in self._windows:
            self._windows[job.number] = Windows(self.person.seed, job.number, self._habits, job.rhythm.lapse)
        return self._windows[job.number]

    def _activity(self, start_ms: int, end_ms: int, what: Observed) -> Activity:
        return Activity(start_ms, end_ms, what, self._zone, SAMPLE_SOURCE)
