"""A figure's number told once more, from what the report model lists and sums for the filter the figure cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from helpers.asked_history import AskedHistory

from engine.domain.answers import Figure
from engine.domain.clock import utc
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.questions import Group, Measure, Only, Query, Unit, days_around
from engine.domain.report import LabelledActivity, Selection

_HALF_HOUR = 1_800_000
_PER = {Group.DAY: Unit.DAY, Group.WEEK: Unit.WEEK, Group.MONTH: Unit.MONTH}


@dataclass(frozen=True, slots=True)
class Listed:
    """A piece of listed active time that lies in one hour of one day. day: the one it belongs to."""

    one: LabelledActivity
    local: datetime
    day: datetime

    @property
    def ms(self) -> int:
        """How long it is."""
        return self.one.ms


class ReportedNumbers:
    """Tells figures of one history from its reports."""

    def __init__(self, asked: AskedHistory) -> None:
        self.asked = asked

    def number(self, figure: Figure, key: str | None = None) -> float | None:
        """Return the number; key: of the row the figure stands in, None for none."""
        query = figure.query
        assert query.days is not None
        of_focus = {Measure.SCORE, Measure.SWITCHES, Measure.LONGEST, Measure.AWAY}
        if query.measure in of_focus:
            return self._whole(query, key)
        found = [one for one in self._listed(query) if _in_row(one, query, key)]
        tells: dict[Measure, Callable[[list[Listed], Query], float | None]] = {
            Measure.SHARE: self._share,
            Measure.DAYS: lambda listed, _query: len({one.day for one in self._named(listed, query, key)}),
            Measure.AVERAGE: lambda listed, _query: self._average(listed, query, key),
            Measure.OPENED: lambda listed, _query: self._opened(listed, query, key),
            Measure.FIRST: lambda listed, _query: _edge(self._named(listed, query, key), last=False),
            Measure.LAST: lambda listed, _query: _edge(self._named(listed, query, key), last=True),
            Measure.BREAK: lambda listed, _query: _longest_break(self._named(listed, query, key)),
            Measure.DEEP: lambda listed, _query: self._weighed(self._named(listed, query, key), 1),
            Measure.DISTRACTING: lambda listed, _query: self._weighed(self._named(listed, query, key), -1),
        }
        if query.measure in tells:
            return tells[query.measure](found, query)
        return sum(one.ms for one in self._named(found, query, key))

    # ---------------------------------------------------------------- what reports list

    def _listed(self, query: Query) -> list[Listed]:
        assert query.days is not None
        report = self.asked.report(query.days.start, query.days.end)
        listed = self.asked.reports.activities(Selection(report.bounds), report.request)
        cut = [self._placed(part) for one in listed for part in _halves(one)]
        return [one for one in cut if _counts(one, query)]

    def _placed(self, one: LabelledActivity) -> Listed:
        local = utc(one.interval.start_ms).astimezone(self.asked.rule.tzinfo())
        day = (local.replace(tzinfo=None) - timedelta(minutes=self.asked.rule.start_minute)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        return Listed(one, local, day)

    def _named(self, listed: Iterable[Listed], query: Query, key: str | None) -> list[Listed]:
        names = (query.only, *query.also)
        by_category = query.by is Group.CATEGORY
        if by_category:
            names = (replace(query.only, category_id=None),)
        found = [one for one in listed if any(self._fits(one.one, name) for name in names)]
        if by_category and key is not None:
            return [one for one in found if str(one.one.labels.category_id or "") == key]
        if query.by is Group.PROJECT and key is not None:
            return [one for one in found if one.one.labels.project == key]
        if query.by is Group.APP and key is not None:
            return [one for one in found if one.one.app == key and not one.one.withheld]
        return [one for one in found if query.by is not Group.APP or not one.one.withheld]

    def _fits(self, one: LabelledActivity, only: Only) -> bool:
        inside = only.category_id is None or one.labels.category_id in {
            below.id for below in self.asked.tree.below(only.category_id)
        }
        app = not only.app or (one.app == only.app and not one.withheld)
        words = not only.words or only.words.casefold() in one.what.title.casefold()
        return inside and app and words and (not only.project or one.labels.project == only.project)

    # ---------------------------------------------------------------- figures

    def _share(self, listed: list[Listed], query: Query) -> float | None:
        whole = sum(one.ms for one in listed)
        return sum(one.ms for one in self._named(listed, query, None)) / whole if whole else None

    def _average(self, listed: list[Listed], query: Query, key: str | None) -> int | None:
        units = listed if query.by in {Group.DAY, Group.WEEK, Group.MONTH, Group.WEEKDAY} else self._listed(query)
        start = self.asked_week_start
        held = {days_around(_PER[query.per], one.day.date(), start).start for one in units}
        return sum(one.ms for one in self._named(listed, query, key)) // len(held) if held else None

    @property
    def asked_week_start(self) -> int:
        """Weeks of these histories begin on Mondays."""
        return 0

    def _opened(self, listed: list[Listed], query: Query, key: str | None) -> int:
        by_day: defaultdict[datetime, list[LabelledActivity]] = defaultdict(list)
        for one in listed:
            by_day[one.day].append(one.one)
        wanted = {id(one.one) for one in self._named(listed, query, key)}
        count = 0
        for day in by_day.values():
            before = False
            for each in sorted(day, key=lambda one: one.interval.start_ms):
                now = id(each) in wanted
                count += now and not before
                before = now
        return count

    def _weighed(self, listed: list[Listed], sign: int) -> int:
        weight = self.asked.tree.weight
        return round(sum(one.ms * max(0, sign * weight(one.one.labels.category_id or 0)) for one in listed) / 2)

    def _whole(self, query: Query, key: str | None) -> float | None:
        """Return what reports tell of whole days: of the row's where there is one."""
        assert query.days is not None
        start, end = query.days.start, query.days.end
        if key:
            row = days_around(_PER[query.by or Group.DAY], datetime.fromisoformat(f"{key}-01"[:10]).date(), 0)
            start, end = max(start, row.start), min(end, row.end)
        report = self.asked.report(start, end)
        if query.measure is Measure.AWAY:
            return sum(ms for presence, ms in report.presence_ms.items() if presence is not Presence.ACTIVE)
        focus = report.focus
        assert focus is not None
        longest = focus.longest[0].interval.length_ms if focus.longest else None
        return {Measure.SCORE: focus.score, Measure.SWITCHES: focus.switches}.get(query.measure, longest)


def _halves(one: LabelledActivity) -> Iterable[LabelledActivity]:
    start, end = one.interval.start_ms, one.interval.end_ms
    edges = [start, *range((start // _HALF_HOUR + 1) * _HALF_HOUR, end, _HALF_HOUR), end]
    return [replace(one, interval=Interval(low, high)) for low, high in pairwise(edges)]


def _counts(one: Listed, query: Query) -> bool:
    if query.weekdays and one.day.weekday() not in query.weekdays:
        return False
    if query.clock is None:
        return True
    return query.clock[0] <= one.local.hour * 60 + one.local.minute < query.clock[1]


def _in_row(one: Listed, query: Query, key: str | None) -> bool:
    if not key or query.by in {None, Group.APP, Group.CATEGORY, Group.PROJECT}:
        return True
    keys = {
        Group.DAY: one.day.date().isoformat(),
        Group.WEEK: days_around(Unit.WEEK, one.day.date(), 0).start.isoformat(),
        Group.MONTH: f"{one.day:%Y-%m}",
        Group.HOUR: f"{one.local.hour:02}",
        Group.WEEKDAY: str(one.day.weekday()),
    }
    return keys[query.by or Group.DAY] == key


def _edge(listed: list[Listed], *, last: bool) -> int | None:
    if not listed:
        return None
    return max(one.one.interval.end_ms for one in listed) if last else min(one.one.interval.start_ms for one in listed)


def _longest_break(listed: list[Listed]) -> int | None:
    best: int | None = None
    before: Listed | None = None
    for one in sorted(listed, key=lambda each: each.one.interval.start_ms):
        if before is not None and before.day == one.day:
            best = max(best or 0, one.one.interval.start_ms - before.one.interval.end_ms)
        before = one
    return best
