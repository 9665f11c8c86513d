"""Times as files write them, made UTC milliseconds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.domain.days import DayRule
from engine.domain.errors import ImportFailed
from engine.domain.imports import DateOrder, Doubt
from engine.importers.findings import Findings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_DATE = re.compile(r"(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})\.?")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([AaPp]\.?[Mm]\.?|上午|下午)?")
_LENGTH = re.compile(r"(\d{1,6}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?")
_PLACES = {
    DateOrder.YEAR_FIRST: (0, 1, 2),
    DateOrder.DAY_FIRST: (2, 1, 0),
    DateOrder.MONTH_FIRST: (2, 0, 1),
}
_CENTURY = 2000
_YEAR_DIGITS = 4
_NOON = 12


def moment_ms(moment: datetime) -> int:
    """Return an aware moment as UTC milliseconds, rounded down."""
    return (moment - _EPOCH) // _MS


def iso_ms(text: object) -> int | None:
    """Return ISO 8601 text as UTC milliseconds, UTC assumed where it names no offset; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(text))
        return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH) // _MS
    except (ValueError, OverflowError):
        return None


def length_s(text: str) -> int | None:
    """Return a length written H:MM:SS (or H:MM) in seconds, None for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    return None if found is None else int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)


class LocalTime:
    """Places local times of one zone; those that occur twice or never are placed and counted.

    Raises UsageError for a zone that is not known.
    """

    def __init__(self, zone: str, findings: Findings) -> None:
        self._zone: ZoneInfo = DayRule(zone).tzinfo()
        self._findings = findings

    def ms(self, local: datetime, where: str = "", *, after_ms: int | None = None) -> int:
        """Return a naive local moment as UTC milliseconds; of two such moments the first not before after_ms."""
        first, second = self._both(local)
        if after_ms is not None and first < after_ms <= second:
            return second
        if first != second:
            self._findings.note(Doubt.TIME_TWICE if first < second else Doubt.TIME_NEVER, where)
        return first

    def is_twice(self, local: datetime) -> bool:
        """Return whether clocks showed this time twice."""
        first, second = self._both(local)
        return first < second

    def first_ms(self, local: datetime) -> int:
        """Return a naive local moment as UTC milliseconds, of two such moments the first, and find nothing."""
        return self._both(local)[0]

    def span_ms(self, start: datetime, end: datetime, length_ms: int | None, where: str = "") -> tuple[int, int]:
        """Return start and end as UTC milliseconds, so that they are length_ms apart where that can be.

        The length tells which of the two was meant where local times occur twice.
        """
        starts, ends = self._both(start), self._both(end)
        if length_ms is not None and (starts[0] != starts[1] or ends[0] != ends[1]):
            for first in starts:
                for last in ends:
                    if abs(last - first - length_ms) <= 1_000:  # noqa: PLR2004  (lengths are written in seconds)
                        return first, last
        return self.ms(start, where), self.ms(end, where)

    def _both(self, local: datetime) -> tuple[int, int]:
        try:
            zoned = local.replace(tzinfo=self._zone)
            return moment_ms(zoned.replace(fold=0)), moment_ms(zoned.replace(fold=1))
        except OverflowError:  # the first and the last day there are
            as_utc = moment_ms(local.replace(tzinfo=UTC))
            return as_utc, as_utc


def numbers_of_date(text: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a written date in their order, None where there are not three."""
    found = _DATE.fullmatch(text.strip())
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def date_from(text: str, order: DateOrder) -> date | None:
    """Return the date written in that order, None where it cannot be read so."""
    numbers = numbers_of_date(text)
    if numbers is None:
        return None
    year, month, day = (numbers[place] for place in _PLACES[order])
    digits = len(re.split(r"\D", text.strip())[_PLACES[order][0]])
    if digits not in {2, _YEAR_DIGITS}:
        return None
    try:
        return date(year if digits == _YEAR_DIGITS else year + _CENTURY, month, day)
    except ValueError:
        return None


def time_from(text: str) -> timedelta | None:
    """Return the time of day since midnight, of 24 hours or of 12 with AM or PM; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower().replace(".", "")
    if half:
        hour = hour % _NOON + (_NOON if half in {"pm", "下午"} else 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004  (as clocks are)
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


def moment_from(text: str, order: DateOrder) -> datetime | None:
    """Return a naive local moment written as date and time, in that order of date; None for anything else."""
    written, _, clock = text.strip().replace("T", " ").partition(" ")
    day, time = date_from(written, order), time_from(clock or "0:00")
    return None if day is None or time is None else datetime(day.year, day.month, day.day) + time  # noqa: DTZ001  (local)


def order_of_dates(dates: Iterable[str], asked: DateOrder | None, name: str) -> DateOrder:
    """Return the order of day, month and year in which the most of the dates can be read.

    asked: what the person said, for dates that allow several. Raises ImportFailed where several do equally well and
    nothing was said, and where none reads any.
    """
    readable = dict.fromkeys(DateOrder, 0)
    for text in dates:
        for order in DateOrder:
            readable[order] += date_from(text, order) is not None
    most = max(readable.values())
    best = [order for order in DateOrder if readable[order] == most]
    if not most:
        raise ImportFailed(f"The dates in {name} cannot be read. Export it with dates as 2026-11-21 or 21/11/2026.")
    if asked is not None and asked in best:
        return asked
    if len(best) > 1:
        ways = " or ".join(order.value for order in best)
        raise ImportFailed(
            f"The dates in {name} can be read in more than one way. Say which it is with --date-order {ways}."
        )
    return best[0]
