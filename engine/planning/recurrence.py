"""When a block takes place: its rule on the wall clock of its zone, with what is left out and what is added.

A time that the clocks skip moves forward by what they skip, one that they show twice is the first of the two, as RFC
5545 has it. No more days are looked at than the span has, so that no rule can take long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from engine.domain.blocks import Block, Occurrence
from engine.domain.clock import MS_PER_HOUR, utc, wall_ms
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.repeat_days import RepeatDays
from engine.planning.repeat_rule import Frequency, RepeatRule, parsed

MOST_OCCURRENCES = 5_000
_DAY_MS = 24 * MS_PER_HOUR
_DAYS_LOOKED_AT = 20_000
_LEFT_WITHIN_MS = 11 * 366 * _DAY_MS
_DAY = timedelta(days=1)
_LAST_DAY = date(2500, 1, 1)
_FIRST_DAY = date(1900, 1, 1)


def expand(block: Block, span: Interval) -> list[Occurrence]:
    """Return every time the block takes place that shares time with the span, in order.

    Blocks that stand for one of them are not known here. Raises UsageError for a rule that cannot be understood, a
    zone that is not known, and where there are more than 5,000.
    """
    clock = _Clock.of(block)
    looked_at = Interval(span.start_ms - clock.longest_ms, span.end_ms)
    left_out = set(block.recurrence.left_out)
    starts = {one for one in _starts(block, clock, looked_at) if one not in left_out}
    found = []
    for start in sorted(starts):
        interval = clock.lasting(start)
        if interval.start_ms < span.end_ms and interval.end_ms > span.start_ms:
            found.append(Occurrence(interval, block, start))
    return found


def check_recurrence(block: Block) -> None:
    """Raise UsageError for a rule that cannot be used: not understood, far too often, or never true."""
    if not block.recurrence.rule:
        return
    rule, clock = parsed(block.recurrence.rule), _Clock.of(block)
    _check_ends_after(rule, block, clock)
    days = RepeatDays.of(rule, clock.first.date())
    seen = 0
    for start, end in days.stretches(clock.first.date(), _LAST_DAY):
        if any(True for _ in _stretch(days, clock, start, end)):
            return
        seen += (end - start).days
        if seen > _DAYS_LOOKED_AT:
            break
    raise UsageError("This rule never comes true, for example because a month has no such day. Change the rule.")


def count_before(block: Block, of_ms: int) -> int:
    """Return how many starts the block's rule gives before one of them, left out ones included."""
    clock = _Clock.of(block)
    return sum(1 for one in _ruled(block, clock, Interval(block.interval.start_ms, of_ms)) if one < of_ms)


def ever_takes_place(block: Block) -> bool:
    """Return whether anything is left of a repeated block within the eleven years after its first start."""
    first_ms, left_out = block.interval.start_ms, set(block.recurrence.left_out)
    if {first_ms, *block.recurrence.added} - left_out:
        return True
    span = Interval(first_ms, first_ms + _LEFT_WITHIN_MS)
    return bool(block.recurrence.rule) and any(one not in left_out for one in _ruled(block, _Clock.of(block), span))


@dataclass(frozen=True, slots=True)
class _Clock:
    """The wall clock a block follows: its first start there, and how long it lasts in days or in milliseconds."""

    rule: DayRule
    first: datetime
    first_ms: int
    length_ms: int
    days: int

    @staticmethod
    def of(block: Block) -> _Clock:
        rule = DayRule(block.zone)
        zone, interval = rule.tzinfo(), block.interval
        first = utc(interval.start_ms).astimezone(zone).replace(tzinfo=None)
        if not block.all_day:
            return _Clock(rule, first, interval.start_ms, interval.length_ms, 0)
        last = utc(interval.end_ms - 1).astimezone(zone).date()
        first = datetime.combine(first.date(), time())
        return _Clock(rule, first, interval.start_ms, interval.length_ms, (last - first.date()).days + 1)

    @property
    def longest_ms(self) -> int:
        """How long it can last at most, and by how much the clocks can move a start."""
        return max(self.length_ms, self.days * _DAY_MS) + _DAY_MS

    def lasting(self, start_ms: int) -> Interval:
        """Return the time it takes from a start on."""
        if not self.days:
            return Interval(start_ms, start_ms + self.length_ms)
        day = self.local(start_ms).date()
        return Interval(start_ms, day_start_ms(day + timedelta(days=self.days), self.rule))

    def local(self, moment_ms: int) -> datetime:
        """Return what the clock shows."""
        return utc(moment_ms).astimezone(self.rule.tzinfo()).replace(tzinfo=None)

    def moment(self, local: datetime) -> int:
        """Return when the clock shows that."""
        if local == self.first:
            return self.first_ms  # it may be the second of two
        if self.days:
            return _midnight(local.date(), self.rule)
        return wall_ms(local.replace(tzinfo=self.rule.tzinfo(), fold=0))


@lru_cache(maxsize=4_096)
def _midnight(day: date, rule: DayRule) -> int:
    return day_start_ms(day, rule)


def _starts(block: Block, clock: _Clock, looked_at: Interval) -> Iterator[int]:
    """Yield the starts in the span, from the rule and beside it; the first is one of them whatever the rule says."""
    if looked_at.start_ms <= clock.first_ms < looked_at.end_ms:
        yield clock.first_ms
    yield from (one for one in block.recurrence.added if looked_at.start_ms <= one < looked_at.end_ms)
    if block.recurrence.rule and looked_at.end_ms > clock.first_ms:
        found = list(islice(_ruled(block, clock, looked_at), MOST_OCCURRENCES + 1))
        if len(found) > MOST_OCCURRENCES:
            name = f"“{block.about.title}”" if block.about.title else "A block"
            raise UsageError(
                f"{name} takes place more than {MOST_OCCURRENCES:,} times in that time. Ask for a shorter one."
            )
        yield from found


def _ruled(block: Block, clock: _Clock, looked_at: Interval) -> Iterator[int]:
    """Yield the starts that the rule gives within the span, in order of the wall clock."""
    rule = parsed(block.recurrence.rule)
    days = RepeatDays.of(rule, clock.first.date())
    start = max(clock.first.date(), _day_at(clock, looked_at.start_ms) - _DAY)
    last = None if rule.count is None else _last_counted(days, clock, rule.count)
    for local in _locals(days, clock, start, _day_at(clock, looked_at.end_ms) + _DAY):
        moment = clock.moment(local)
        if _is_over(rule, local, moment) or (last is not None and local > last):
            return
        if looked_at.start_ms <= moment < looked_at.end_ms:
            yield moment


@lru_cache(maxsize=2_048)
def _last_counted(days: RepeatDays, clock: _Clock, count: int) -> datetime:
    """Return the last start of a rule that ends after so many; found once, since it is counted from the first on."""
    last = clock.first
    for local in islice(_locals(days, clock, clock.first.date(), _LAST_DAY), count):
        last = local
    return last


def _locals(days: RepeatDays, clock: _Clock, start: date, end: date) -> Iterator[datetime]:
    """Yield what the clock shows at each start between two days, in order, the first one before all others."""
    if start <= clock.first.date():
        yield clock.first
    for first, last in days.stretches(start, end):
        whole = bool(days.rule.positions)
        bounds = (first, last) if whole else (max(first, start), min(last, end))
        for local in _stretch(days, clock, *bounds):
            if start <= local.date() < end:
                yield local


def _stretch(days: RepeatDays, clock: _Clock, start: date, end: date) -> Iterator[datetime]:
    """Yield the starts of one stretch of the rule that come after the first."""
    found: Iterator[datetime] | list[datetime] = (
        datetime.combine(day, hour) for day in days.named(start, end) for hour in _times(days, clock, day)
    )
    if days.rule.positions:
        every = list(found)
        size = len(every)
        wanted = {at - 1 if at > 0 else size + at for at in days.rule.positions}
        found = [every[at] for at in sorted(wanted) if 0 <= at < size]
    yield from (one for one in found if one > clock.first)


def _times(days: RepeatDays, clock: _Clock, day: date) -> list[time]:
    """Return the times of day at which the rule comes on a day it names."""
    rule, first = days.rule, clock.first
    if clock.days:
        return [time()]
    hours: list[int] = list(rule.hours) or [first.hour]
    if rule.frequency is Frequency.HOURLY:
        passed = (day - first.date()).days * 24 - first.hour
        hours = [hour for hour in rule.hours or range(24) if (passed + hour) % rule.interval == 0]
    minutes, seconds = rule.minutes or (first.minute,), rule.seconds or (first.second,)
    return [time(hour, minute, second, first.microsecond) for hour in hours for minute in minutes for second in seconds]


def _is_over(rule: RepeatRule, local: datetime, moment: int) -> bool:
    until = rule.until
    if until is None:
        return False
    if until.utc_ms is not None:
        return moment > until.utc_ms
    return local > until.local if until.local is not None else until.day is not None and local.date() > until.day


def _check_ends_after(rule: RepeatRule, block: Block, clock: _Clock) -> None:
    if _is_over(rule, clock.first.replace(microsecond=0), block.interval.start_ms // 1_000 * 1_000):
        raise UsageError("The repeats of this block end before it begins. Choose a later UNTIL.")


def _day_at(clock: _Clock, moment_ms: int) -> date:
    """Return the day of a moment, held within the years a plan can lie in."""
    try:
        return min(max(clock.local(moment_ms).date(), _FIRST_DAY), _LAST_DAY)
    except (ValueError, OverflowError, OSError):
        return _LAST_DAY if moment_ms > 0 else _FIRST_DAY
