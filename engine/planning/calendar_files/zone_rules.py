"""The clock that a VTIMEZONE describes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from engine.domain.blocks import About, Block, Recurrence
from engine.domain.clock import utc, wall_ms
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.planning.calendar_files.moments import written
from engine.planning.calendar_files.parts import Part
from engine.planning.recurrence import expand

_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")
_UNTIL = re.compile(r"(UNTIL=)(\d{8}T\d{6}Z)")
_SPAN = Interval(wall_ms(datetime(1970, 1, 1, tzinfo=UTC)), wall_ms(datetime(2060, 1, 1, tzinfo=UTC)))
_MOST_OBSERVANCES = 60
_MOST_DATES = 500
_LONGEST_OFFSET = timedelta(hours=26)
_Change = tuple[datetime, timedelta, timedelta]


class ZoneRules:
    """What offset from UTC a clock has. end: when it changes last, as far as is said.

    Raises ValueError for a description that gives no clock.
    """

    def __init__(self, part: Part) -> None:
        observances = [one for one in part.parts if one.name in {"STANDARD", "DAYLIGHT"}][:_MOST_OBSERVANCES]
        changes = sorted(change for one in observances for change in _changes(one))
        if not changes:
            raise ValueError("a time zone without a first moment")
        self._first, self._before, _ = changes[0]
        goes_on = any("UNTIL" not in rule for one in observances if (rule := one.value("RRULE").upper()))
        self.end = datetime.max if goes_on else changes[-1][0]  # noqa: DTZ901  (a clock's time)
        self._offsets = [after for _, _, after in changes]
        # What a clock skips counts as before the change, what it shows twice as the first time.
        self._from = [onset + max(after - before, timedelta()) for onset, before, after in changes]

    def offset(self, wall: datetime) -> timedelta:
        """Return how far the clock is ahead of UTC when it shows that time."""
        place = bisect_right(self._from, wall)
        return self._offsets[place - 1] if place else self._before

    def knows(self, wall: datetime) -> bool:
        """Return whether it says anything about that time."""
        return wall >= self._first

    def changes(self, start: datetime, end: datetime) -> list[datetime]:
        """Return when its clock changes between two of its times."""
        return [moment for moment in self._from if start <= moment < end]


def _changes(part: Part) -> Iterator[_Change]:
    """Yield when an observance begins, on the clock before it, with the offsets before and after."""
    before, after = _offset(part.value("TZOFFSETFROM")), _offset(part.value("TZOFFSETTO"))
    start = written(part.value("DTSTART"))
    if start is None:
        raise ValueError("an observance without a start")
    onsets = {start.wall, *_dates(part)}
    if rule := part.value("RRULE").upper():
        onsets.update(_repeats(_local_until(rule, before), start.wall))
    yield from ((onset, before, after) for onset in onsets)


@lru_cache(maxsize=256)
def _repeats(rule: str, start: datetime) -> tuple[datetime, ...]:
    first = wall_ms(start.replace(tzinfo=UTC))
    block = Block(About(), Interval(first, first + 1), "UTC", recurrence=Recurrence(rule))
    try:
        found = expand(block, _SPAN)
    except UsageError as cause:
        raise ValueError("a time zone whose changes follow no rule") from cause
    return tuple(utc(one.of_ms).replace(tzinfo=None) for one in found)


def _local_until(rule: str, before: timedelta) -> str:
    """Return the rule with its end on the clock that its starts are on."""
    found = _UNTIL.search(rule)
    until = None if found is None else written(found[2])
    if until is None:
        return rule
    return _UNTIL.sub(rf"\g<1>{until.wall + before:%Y%m%dT%H%M%S}", rule)


def _dates(part: Part) -> Iterator[datetime]:
    for line in part.lines:
        if line.text.upper().startswith(("RDATE:", "RDATE;")):
            values = line.text.partition(":")[2].split(",")
            yield from (one.wall for one in map(written, values[:_MOST_DATES]) if one is not None)


def _offset(value: str) -> timedelta:
    found = _OFFSET.fullmatch(value)
    if found is None:
        raise ValueError("an offset that is none")
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if length > _LONGEST_OFFSET:
        raise ValueError("an offset longer than a day")
    return -length if found[1] == "-" else length
