"""The times of one entry: from when to when, on which clock, how it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from engine.domain.blocks import About, Block, Recurrence
from engine.domain.clock import MS_PER_MINUTE, utc
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.calendar_files.contents import Refused
from engine.planning.calendar_files.moments import Length, Written, length, written
from engine.planning.calendar_files.properties import Property
from engine.planning.calendar_files.zones import Clocks, UnknownZone
from engine.planning.recurrence import check_recurrence, expand

MOST_DATES = 5_000
_MOST_LISTED = 500
_LISTED_MS = 5 * 366 * 24 * 60 * MS_PER_MINUTE
_YEARS = (1900, 2500)
_DAY = timedelta(days=1)
_CALENDAR_OF_RULE = frozenset({"RSCALE=GREGORIAN", "SKIP=OMIT"})  # what is meant without them, too
_UNTIL_MOMENT = re.compile(r"(UNTIL=\d{8})T\d{6}Z?")
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a file and the clock it is on."""

    at: Written
    tzid: str


@dataclass(frozen=True, slots=True)
class Times:
    """When an entry takes place. instant: it takes no time. other_lengths: of single ones that last otherwise."""

    interval: Interval
    zone: str
    all_day: bool
    recurrence: Recurrence
    instant: bool
    other_lengths: tuple[Interval, ...] = ()


class TimesReader:
    """Reads times of one calendar. zone: of whole days and floating times. Raises Refused."""

    def __init__(self, clocks: Clocks, zone: str) -> None:
        self._clocks = clocks
        self._zone = zone

    def times(self, found: dict[str, list[Property]], own_zone: str) -> Times:
        """Return when the entry of these properties takes place. own_zone: what Kairos wrote there, "" else."""
        start = self._moment(found["DTSTART"][0]) if "DTSTART" in found else None
        if start is None:
            raise Refused("it has no start that can be read")
        if not _YEARS[0] < start.at.wall.year < _YEARS[1]:
            raise Refused("it lies in a year that no plan reaches")
        zone = own_zone if own_zone and (start.at.day or start.at.utc) else ""
        first = self.ms(start, zone)
        interval, instant = self._interval(start, first, found, zone)
        named = zone or self._zone_of(start, repeats="RRULE" in found)
        times = Times(interval, named or "UTC", start.at.day, Recurrence(), instant)
        rule = self._rule(found.get("RRULE", []), times, start)
        added, other = self._added(found.get("RDATE", []), start, times)
        left_out = tuple(sorted({self.start_ms(one, start, zone) for one in self._each(found.get("EXDATE", []))}))
        if len(added) > MOST_DATES or len(left_out) > MOST_DATES:
            raise Refused(f"it names more than {MOST_DATES:,} single dates")
        if rule and not named:
            return replace(times, recurrence=self._listed(times, rule, start, added, left_out))
        return replace(times, recurrence=Recurrence(rule, left_out, added), other_lengths=other)

    def ms(self, moment: Moment, day_zone: str = "") -> int:
        """Return UTC milliseconds of a moment, of a day its start in the person's zone."""
        try:
            if moment.at.day:
                return day_start_ms(moment.at.wall.date(), DayRule(day_zone or self._zone))
            return self._clocks.ms(moment.at, moment.tzid)
        except UnknownZone as cause:
            raise Refused(f"its time zone “{cause}” is not known, and the file does not describe it") from cause
        except (OverflowError, UsageError) as cause:
            raise Refused("its time cannot be placed") from cause

    def start_ms(self, moment: Moment, like: Moment, day_zone: str = "") -> int:
        """Return UTC milliseconds of the start that a date or moment names, in a series that starts like another."""
        if like.at.day:
            wall = self._wall(moment, like)
            return self.ms(
                Moment(replace(like.at, wall=datetime.combine(wall.date(), datetime.min.time())), ""), day_zone
            )
        if moment.at.day:
            clock = like.at.wall.time()
            return self.ms(Moment(replace(like.at, wall=datetime.combine(moment.at.wall.date(), clock)), like.tzid))
        floating = not moment.at.utc and not moment.tzid
        if floating and like.at.utc:
            return self.ms(moment)
        return self.ms(replace(moment, tzid=like.tzid) if floating else moment)

    def _wall(self, moment: Moment, like: Moment) -> datetime:
        """Return what a moment is called in a series of whole days."""
        if not moment.at.utc or like.at.utc:
            return moment.at.wall
        return utc(self.ms(moment)).astimezone(DayRule(self._zone).tzinfo()).replace(tzinfo=None)

    def moment(self, found: Property) -> Moment:
        """Return the moment a property names; raises Refused where it names none."""
        told = self._moment(found)
        if told is None:
            raise Refused(f"its {found.name} cannot be read")
        return told

    def _moment(self, found: Property, value: str | None = None) -> Moment | None:
        told = written(found.value if value is None else value)
        if told is None:
            return None
        if found.kind == "DATE" and not told.day:
            told = Written(datetime.combine(told.wall.date(), datetime.min.time()), day=True)
        return Moment(told, "" if told.utc else found.parameters.get("TZID", ""))

    def _each(self, properties: Sequence[Property]) -> Iterator[Moment]:
        for one in properties:
            for value in one.value.split(",")[: MOST_DATES + 1]:
                if (moment := self._moment(one, value)) is not None:
                    yield moment

    def _zone_of(self, start: Moment, *, repeats: bool) -> str:
        if start.at.day:
            return self._zone
        if start.at.utc:
            return "UTC" if repeats else self._zone
        try:
            return self._clocks.of(start.tzid).zone(start.at.wall, repeats=repeats)
        except UnknownZone as cause:
            raise Refused(f"its time zone “{cause}” is not known, and the file does not describe it") from cause

    # ---------------------------------------------------------------- how long

    def _interval(
        self, start: Moment, first: int, found: dict[str, list[Property]], zone: str
    ) -> tuple[Interval, bool]:
        """Return the first time it takes place, and whether it takes no time: then a minute stands for it."""
        end = first
        if "DTEND" in found:
            end = self._end(self.moment(found["DTEND"][0]), start, zone)
        elif "DURATION" in found:
            lasting = length(found["DURATION"][0].value)
            if lasting is None:
                raise Refused("its DURATION cannot be read")
            end = self._after(start, lasting, zone)
        elif start.at.day:
            end = self._after(start, Length(1, timedelta()), zone)
        if end < first:
            raise Refused("it ends before it begins")
        if end == first and start.at.day:
            end = self._after(start, Length(1, timedelta()), zone)
        return (Interval(first, end), False) if end > first else (Interval(first, first + MS_PER_MINUTE), True)

    def _end(self, end: Moment, start: Moment, zone: str) -> int:
        if start.at.day and not end.at.day:
            whole = end.at.wall.time() == datetime.min.time()
            wall = end.at.wall if whole else end.at.wall + _DAY
            end = Moment(Written(datetime.combine(wall.date(), datetime.min.time()), day=True), "")
        return self.ms(end, zone)

    def _after(self, start: Moment, lasting: Length, zone: str) -> int:
        """Return when that length after the start is: days by the calendar, then hours by the clock."""
        days = lasting.days
        if start.at.day:
            days = max(1, days + -(-lasting.exact // _DAY))
        try:
            wall = start.at.wall + timedelta(days=days)
        except OverflowError as cause:
            raise Refused("its DURATION reaches out of the calendar") from cause
        if not wall.year < _YEARS[1]:
            raise Refused("its DURATION reaches out of the calendar")
        moment = self.ms(Moment(replace(start.at, wall=wall), start.tzid), zone)
        return moment if start.at.day else moment + lasting.exact // _MS

    # ---------------------------------------------------------------- how often

    def _rule(self, found: Sequence[Property], times: Times, start: Moment) -> str:
        if not found:
            return ""
        parts = (part.strip() for part in found[0].value.upper().split(";"))
        rule = ";".join(part for part in parts if part and part not in _CALENDAR_OF_RULE)
        if start.at.day:
            rule = _UNTIL_MOMENT.sub(r"\1", rule)
        try:
            check_recurrence(_block(times, Recurrence(rule)))
        except UsageError as cause:
            raise Refused(f"its repeat rule cannot be used: {cause.message}") from cause
        except OverflowError as cause:
            raise Refused("its repeat rule reaches out of the calendar") from cause
        return rule

    def _added(
        self, found: Sequence[Property], start: Moment, times: Times
    ) -> tuple[tuple[int, ...], tuple[Interval, ...]]:
        """Return the starts beside the rule, and those of them that last differently."""
        moments: set[int] = set()
        other: dict[int, Interval] = {}
        zone = times.zone if start.at.day else ""
        for one in found:
            for value in one.value.split(",")[: MOST_DATES + 1]:
                begin, _, end = value.partition("/")
                moment = self._moment(one if not end else replace(one, parameters=_untyped(one)), begin)
                if moment is None:
                    continue
                at = self.start_ms(moment, start, zone)
                moments.add(at)
                until = None if start.at.day else self._period_end(one, moment, end)
                if until is not None and until - at not in {times.interval.length_ms, 0} and until > at:
                    other[at] = Interval(at, until)
        return tuple(sorted(moments)), tuple(other.values())

    def _period_end(self, found: Property, start: Moment, end: str) -> int | None:
        if not end:
            return None
        lasting = length(end)
        if lasting is not None:
            return self._after(start, lasting, "")
        moment = self._moment(replace(found, parameters=_untyped(found)), end)
        return None if moment is None else self.ms(moment)

    def _listed(
        self, times: Times, rule: str, start: Moment, added: tuple[int, ...], left_out: tuple[int, ...]
    ) -> Recurrence:
        """Return the starts of a rule one by one, on a clock that is no zone's: of five years, and 500 at most."""
        wall = start.at.wall.replace(tzinfo=UTC)
        first = (wall - utc(0)) // _MS
        span = Interval(first, first + _LISTED_MS)
        clock = Block(About(), Interval(first, first + times.interval.length_ms), "UTC", recurrence=Recurrence(rule))
        try:
            walls = [utc(one.of_ms).replace(tzinfo=None) for one in expand(clock, span)[:_MOST_LISTED]]
        except UsageError as cause:
            raise Refused("it repeats too often on a clock that is no known zone's") from cause
        starts = {self.ms(Moment(replace(start.at, wall=one), start.tzid)) for one in walls}
        return Recurrence("", (), tuple(sorted({*starts, *added} - {*left_out})))


def _untyped(found: Property) -> dict[str, str]:
    return {name: value for name, value in found.parameters.items() if name != "VALUE"}


def _block(times: Times, recurrence: Recurrence) -> Block:
    return Block(About(), times.interval, times.zone, all_day=times.all_day, recurrence=recurrence)
