"""How a block repeats in plain choices, and the rule of RFC 5545 behind each; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS: Final = "MO,TU,WE,TH,FR"
_END: Final = re.compile(r";(?:UNTIL=(\d{8})(T\d{6}Z?)?|COUNT=(\d{1,6}))")


class Repeat(StrEnum):
    """What a person chooses."""

    NEVER = "never"
    DAILY = "daily"
    WORKDAYS = "workdays"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice. rule: what was written, read for CUSTOM alone. until: the last day; count: how many times; else no end.

    weekdays: of WEEKLY and FORTNIGHTLY, 0 for Monday; none stands for the day of the block itself.
    """

    repeat: Repeat = Repeat.NEVER
    rule: str = ""
    until: date | None = None
    count: int | None = None
    weekdays: frozenset[int] = frozenset()


def rule_of(chosen: Chosen, first: date, zone: tzinfo) -> str:
    """Return the rule of a choice for a block whose first day is given; an end day is counted whole, in the zone."""
    if chosen.repeat is Repeat.NEVER:
        return ""
    if chosen.repeat is Repeat.CUSTOM:
        return chosen.rule.strip().removeprefix("RRULE:")
    rule = _plain(chosen, first)
    if chosen.until is not None:
        last = datetime.combine(chosen.until + timedelta(days=1), time(), zone) - timedelta(seconds=1)
        return f"{rule};UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return rule if chosen.count is None else f"{rule};COUNT={chosen.count}"


def _plain(chosen: Chosen, first: date) -> str:
    days = ",".join(_DAYS[day] for day in sorted(chosen.weekdays or {first.weekday()}))
    return {
        Repeat.DAILY: "FREQ=DAILY",
        Repeat.WORKDAYS: f"FREQ=WEEKLY;BYDAY={_WORKDAYS}",
        Repeat.WEEKLY: f"FREQ=WEEKLY;BYDAY={days}",
        Repeat.FORTNIGHTLY: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days}",
        Repeat.MONTHLY: f"FREQ=MONTHLY;BYMONTHDAY={first.day}",
        Repeat.YEARLY: "FREQ=YEARLY",
    }[chosen.repeat]


def choice_of(rule: str, first: date, zone: tzinfo) -> Chosen:
    """Return the plain choice that a rule stands for, CUSTOM with the rule itself for any other."""
    if not rule:
        return Chosen()
    custom = Chosen(Repeat.CUSTOM, rule)
    ends = _END.findall(rule)
    if len(ends) > 1:
        return custom
    until, count = _end(rule, zone)
    bare = _END.sub("", rule)
    for repeat in (Repeat.DAILY, Repeat.WORKDAYS, Repeat.MONTHLY, Repeat.YEARLY):
        if bare == _plain(Chosen(repeat), first):
            return Chosen(repeat, until=until, count=count)
    found = re.fullmatch(r"FREQ=WEEKLY(;INTERVAL=2)?(?:;BYDAY=((?:(?:MO|TU|WE|TH|FR|SA|SU),?)+))?", bare)
    if found is None:
        return custom
    days = frozenset(_DAYS.index(day) for day in (found[2] or "").split(",") if day)
    repeat = Repeat.FORTNIGHTLY if found[1] else Repeat.WEEKLY
    return Chosen(repeat, until=until, count=count, weekdays=days or frozenset({first.weekday()}))


def _end(rule: str, zone: tzinfo) -> tuple[date | None, int | None]:
    found = _END.search(rule)
    if found is None:
        return None, None
    if found[3]:
        return None, int(found[3])
    if found[2] and found[2].endswith("Z"):
        moment = datetime.strptime(found[1] + found[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment.astimezone(zone).date(), None
    return datetime.strptime(found[1], "%Y%m%d").replace(tzinfo=zone).date(), None
