"""A believable history out of one seed, to look around in: nobody's days, shaped like real ones.

The figures come from recordings of real people: how long a window stays in front is log-normal (median 13 s) with
long stretches of real work mixed in, most switches go straight back to the window before, and few apps take most time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_MINUTE, MS_PER_SECOND, Instant
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.history.sample_plan import Span, plan_day, with_nights
from engine.history.sample_titles import Titles, pick, zipf
from engine.history.sample_words import APPS, WORK

SAMPLE_SOURCE = "sample"

_MU, _SIGMA = 2.58, 1.85  # of the logarithm of seconds in front
_DEEP, _DEEP_MU, _DEEP_SIGMA = 0.22, 5.9, 0.8  # looks at the work itself that become a long stretch
_SHORTEST_S, _LONGEST_S = 0.4, 2_700.0
_RETURN, _SAME_APP, _AS_LEFT, _SLOPE = 0.62, 0.3, 0.4, 1.3
_LAST_MS = 2 * MS_PER_SECOND  # the sample ends this long before now
_EVENING_MS = 50 * MS_PER_MINUTE


def sample_days(days: int, seed: int, now: Instant) -> Iterator[Activity]:
    """Yield the activities of the last days up to now, in order and without overlaps.

    The same seed, zone and day give the same activities whatever the number of days; the last day is always a
    day of work and its last activity ends two seconds before now.
    """
    person = _Person(seed)
    for span in _spans(days, seed, now):
        yield from _activities(span, person, now.zone)


def _spans(days: int, seed: int, now: Instant) -> list[Span]:
    rule = DayRule(now.zone)
    today = day_of(now.wall_ms, rule)
    dates = [today - timedelta(days=back) for back in reversed(range(days))]
    planned = [
        plan_day(day, day_start_ms(day, rule), Random(f"{seed} plan {day}"), worked=day == today)  # noqa: S311
        for day in dates
    ]
    planned[-1] = _until_now(planned[-1], day_start_ms(today, rule), now.wall_ms - _LAST_MS)
    return with_nights(planned, seed)


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


class _Person:
    """The made-up person's windows and habits."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        papers = Random(f"{seed} papers")  # noqa: S311  (nothing secret is drawn)
        self.apps = {app.app: app for app in APPS}
        self.titles = {app.app: Titles(app, papers) for app in APPS}
        self.sums = {work: zipf(len(apps), _SLOPE) for work, apps in WORK.items()}

    def look(self, app: str, dice: Random, held: dict[str, str]) -> Observed:
        """Return the app's window as it looks now: often as it was left, and a meeting stays the same meeting."""
        if app not in held or (self.apps[app].kind != "meeting" and dice.random() > _AS_LEFT):
            held[app] = self.titles[app].one(dice)
        title = held[app]
        return Observed(Presence.ACTIVE, app, title, executable=self.apps[app].executable, platform="sample")

    def next_app(self, work: str, now: str, before: str, dice: Random) -> str:
        """Return which app comes to the front after now: often the same, mostly the one before."""
        roll = dice.random()
        if roll < _SAME_APP:
            return now
        if roll < _SAME_APP + (1 - _SAME_APP) * _RETURN and before != now:
            return before
        return WORK[work][pick(self.sums[work], dice)]


def _activities(span: Span, person: _Person, zone: str) -> Iterator[Activity]:
    interval = span.interval
    if span.presence is not Presence.ACTIVE:
        what = Observed(span.presence, platform="sample")
        yield Activity(interval.start_ms, interval.end_ms, what, zone, SAMPLE_SOURCE)
        return
    dice = Random(f"{person.seed} work {interval.start_ms}")  # noqa: S311
    main = WORK[span.work][0]
    app = before = main
    held: dict[str, str] = {}
    what = person.look(app, dice, held)
    start = interval.start_ms
    while start < interval.end_ms:
        end = min(interval.end_ms, start + _dwell_ms(dice, work=app == main))
        app, before = person.next_app(span.work, app, before, dice), app
        following = person.look(app, dice, held)
        while following == what and end < interval.end_ms:  # the same look again is the same activity, lasting on
            end = min(interval.end_ms, end + _dwell_ms(dice, work=False))
            following = person.look(app, dice, held)
        yield Activity(start, end, what, zone, SAMPLE_SOURCE)
        start, what = end, following


def _dwell_ms(dice: Random, *, work: bool) -> int:
    deep = work and dice.random() < _DEEP
    seconds = dice.lognormvariate(_DEEP_MU, _DEEP_SIGMA) if deep else dice.lognormvariate(_MU, _SIGMA)
    return round(min(max(seconds, _SHORTEST_S), _LONGEST_S) * MS_PER_SECOND)
