"""Days, parts of days and lengths of time as they are said in English."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.assistant.reckoning import EVER, SO_FAR, Reckoning
from engine.assistant.tokens import Rule, Tag, rule
from engine.domain.questions import Days, Unit

_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
) | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "half an": 0}
_N = r"\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_D = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_MONTHS = "january february march april may june july august september october november december".split()
_M = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_U = r"(day|week|month|quarter|year)"
_THIS = {"this": 0, "current": 0, "last": 1, "previous": 1, "past": 1, "the current": 0, "the previous": 1}
_PARTS = {"morning": (360, 720), "afternoon": (720, 1080), "evening": (1080, 1440), "night": (0, 360)}
_ON = r"(?:on |in |during |for |over |of |from )?(?:the )?"


def number_of(text: str) -> int:
    """Return what a number in figures or words is."""
    return int(text) if text.isdecimal() else _NUMBERS[text]


def _index(names: list[str], text: str) -> int:
    return next(number for number, name in enumerate(names) if name.startswith(text[:3]))


def time_rules(now: Reckoning) -> list[Rule]:
    """Return what times can be named by."""
    return [*_days(now), *_repeats(), *_relations(), *_dates(now), *_clock(), *_lengths()]


def _days(now: Reckoning) -> list[Rule]:
    def days(pattern: str, make: Callable[[re.Match[str]], Days | None]) -> Rule:
        return rule(_ON + pattern, Tag.DAYS, make)

    return [
        rule(
            r"(?:only )?(?:on |in |during |for )?(?:this (morning|afternoon|evening)|(tonight))",
            Tag.PART,
            lambda m: (now.around(Unit.DAY), _PARTS[m[1] or "evening"]),
        ),
        rule(r"last night", Tag.PART, (now.around(Unit.DAY, 1), _PARTS["evening"])),
        days(r"today|to-day", lambda _: now.around(Unit.DAY)),
        days(r"yesterday", lambda _: now.around(Unit.DAY, 1)),
        days(r"day before yesterday", lambda _: now.around(Unit.DAY, 2)),
        rule(_ON + r"tomorrow", Tag.DAYS, lambda _: now.ahead(1)),
        rule(_ON + r"day after tomorrow", Tag.DAYS, lambda _: now.ahead(2)),
        days(r"(this|current|last|previous|past) " + _U + r"(?! i )", lambda m: now.around(Unit(m[2]), _THIS[m[1]])),
        rule(r"of the (year|month)", Tag.DAYS, lambda m: now.around(Unit(m[1]))),
        days(r"week before last", lambda _: now.around(Unit.WEEK, 2)),
        days(r"month before last", lambda _: now.around(Unit.MONTH, 2)),
        days(r"year before last", lambda _: now.around(Unit.YEAR, 2)),
        days(rf"({_N}|a) {_U}s? ago", lambda m: now.ago(Unit(m[2]), number_of(m[1]))),
        days(rf"(?:last|past|previous) ({_N}) {_U}s", lambda m: now.latest(number_of(m[1]), Unit(m[2]))),
        days(rf"({_D})", lambda m: now.weekday(_index(_DAYS, m[1]))),
        days(rf"(?:last|previous|past) ({_D})", lambda m: now.weekday(_index(_DAYS, m[1]), before_today=True)),
        days(rf"this ({_D})", lambda m: now.weekday_of(_index(_DAYS, m[1]), 0)),
        days(rf"({_D}) (?:of )?last week", lambda m: now.weekday_of(_index(_DAYS, m[1]), 1)),
        rule(_ON + rf"next ({_D})", Tag.DAYS, lambda m: now.coming(_index(_DAYS, m[1]))),
        days(r"(?:this )?weekend", lambda _: now.weekend(0)),
        days(r"last weekend", lambda _: now.weekend(0 if now.today.weekday() < 5 else 1)),  # noqa: PLR2004
    ]


def _repeats() -> list[Rule]:
    return [
        rule(_ON + rf"({_D})s", Tag.WEEKDAYS, lambda m: frozenset({_index(_DAYS, m[1])})),
        rule(rf"every ({_D})", Tag.WEEKDAYS, lambda m: frozenset({_index(_DAYS, m[1])})),
        rule(_ON + r"(?:weekdays|workdays|working days|work days)", Tag.WEEKDAYS, frozenset(range(5))),
        rule(_ON + r"weekends", Tag.WEEKDAYS, frozenset({5, 6})),
    ]


def _relations() -> list[Rule]:
    return [
        rule(r"ever|in total|overall|altogether|of all time|all time|since the beginning", Tag.DAYS, EVER),
        rule(r"so far|until now|up to now|to date", Tag.DAYS, SO_FAR),
        rule(
            _ON + r"(?:next|coming|following) (?:day|week|month|quarter|year)|in the future|in \d+ (?:days?|weeks?"
                r"|months?|years?)",
            Tag.FUTURE,
            True,
        ),
        rule(
            rf"(?:the )?(?:{_U} before|previous|{_U} earlier|one {_U} earlier|before that|{_U} before that"
            rf"|(?:the )?preceding {_U}|one before)(?: that)?",
            Tag.EARLIER,
            _earlier,
        ),
        rule(r"recently|lately|the other day|a while ago|some time ago|these days|back then|once|last|not long ago"
             r"|a few (?:days|weeks|months) ago|(?:the )?(?:last|past) (?:few|couple of) (?:days|weeks|months)|soon",
             Tag.VAGUE, lambda m: m[0]),
    ]  # fmt: skip


def _earlier(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group), "same")


def _dates(now: Reckoning) -> list[Rule]:
    def month(text: str) -> int:
        return _index(_MONTHS, text) + 1

    def year(text: str | None) -> int | None:
        return int(text) if text else None

    d, y = r"(\d{1,2})(?:st|nd|rd|th)?", r"(?:,? (?:of )?(\d{4}))?"
    return [
        rule(_ON + rf"({d} (?:of )?({_M}){y})", Tag.NO_DAY,
             lambda m: m[1] if now.no_day(year(m[4]), month(m[3]), int(m[2])) else None),
        rule(_ON + rf"(({_M}) (?:the )?{d}{y})(?!\d)", Tag.NO_DAY,
             lambda m: m[1] if now.no_day(year(m[4]), month(m[2]), int(m[3])) else None),
        rule(_ON + r"((\d{4})-(\d{1,2})-(\d{1,2}))", Tag.NO_DAY,
             lambda m: m[1] if now.no_day(int(m[2]), int(m[3]), int(m[4])) else None),
        rule(_ON + r"(\d{4})-(\d{1,2})-(\d{1,2})", Tag.DAYS, lambda m: now.day(int(m[1]), int(m[2]), int(m[3]))),
        rule(_ON + rf"{d} (?:of )?({_M}){y}", Tag.DAYS, lambda m: now.day(year(m[3]), month(m[2]), int(m[1]))),
        rule(_ON + rf"({_M}) (?:the )?{d}{y}(?!\d)", Tag.DAYS, lambda m: now.day(year(m[3]), month(m[1]), int(m[2]))),
        rule(rf"(?:from|between) (?:the )?{d} (?:and|to|until) (?:the )?{d} (?:of )?({_M}){y}", Tag.DAYS,
             lambda m: now.through(now.day(year(m[4]), month(m[3]), int(m[1])), int(m[2]))),
        rule(_ON + rf"({_M}){y}", Tag.DAYS, lambda m: now.month(year(m[2]), month(m[1]))),
        rule(_ON + rf"last ({_M})", Tag.DAYS, lambda m: now.month(None, month(m[1]))),
        rule(r"(?:in |during |for |of )?(?:the year )?((?:19|20)\d\d)", Tag.DAYS, lambda m: now.year(int(m[1]))),
        rule(_ON + r"q([1-4])(?: (?:of )?(\d{4}))?", Tag.DAYS, lambda m: now.quarter(int(m[1]), year(m[2]))),
        rule(_ON + r"(first|second|third|fourth) quarter(?: (?:of )?(\d{4}))?", Tag.DAYS, lambda m: now.quarter(
            "first second third fourth".split().index(m[1]) + 1, year(m[2]))),
        rule(_ON + rf"week of {d} ({_M}){y}", Tag.DAYS,
             lambda m: _week(now, now.day(year(m[3]), month(m[2]), int(m[1])))),
        rule(_ON + rf"week of ({_M}) {d}{y}", Tag.DAYS,
             lambda m: _week(now, now.day(year(m[3]), month(m[1]), int(m[2])))),
        rule(r"since", Tag.OPEN_DAYS, True),
    ]  # fmt: skip


def _week(now: Reckoning, day: Days | None) -> Days | None:
    return None if day is None else Reckoning(day.start, now.week_start).around(Unit.WEEK)


def _clock() -> list[Rule]:
    parts = "|".join(_PARTS)
    hour = r"(\d{1,2})(?::([0-5]\d))? ?(am|pm|o'clock)?"
    sure = r"(\d{1,2})(?::([0-5]\d)| ?(am|pm|o'clock))"
    return [
        rule(rf"(?:only |just )?(?:in |during |at |on )?(?:the )?({parts})s?", Tag.CLOCK, lambda m: _PARTS[m[1]]),
        rule(r"before (?:noon|midday|lunch)", Tag.CLOCK, (0, 720)),
        rule(r"after (?:noon|midday|lunch)", Tag.CLOCK, (720, 1440)),
        rule(rf"before {hour}(?! \w*(?:{_M}))", Tag.CLOCK, lambda m: _span(0, _minute(m[1], m[2], m[3]))),
        rule(rf"after {hour}(?! \w*(?:{_M}))", Tag.CLOCK, lambda m: _span(_minute(m[1], m[2], m[3]), 1440)),
        rule(rf"(?:between|from) {hour} (?:and|to|until|-) {sure}", Tag.CLOCK, _between),
        rule(
            r"(?:between|from) (\d{1,2}) (?:and|to|until|till|-) (\d{1,2})",
            Tag.CLOCK,
            lambda m: _span(_minute(m[1], None, None), _minute(m[2], None, None)),
        ),
        rule(rf"at {sure}", Tag.CLOCK, lambda m: _moment(_minute_of(m[1], m[2], m[3]))),
    ]


def _minute(hour: str, minute: str | None, half: str | None) -> int | None:
    return _minute_of(hour, minute, half)


def _minute_of(hour: str, minute: str | None, half: str | None) -> int | None:
    number = int(hour)
    if half in {"am", "pm"}:
        if not 1 <= number <= 12:  # noqa: PLR2004
            return None
        number = number % 12 + (12 if half == "pm" else 0)
    whole = number * 60 + int(minute or 0)
    return whole if whole <= 24 * 60 else None


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    return (start, end) if start is not None and end is not None and start < end else None


def _moment(minute: int | None) -> tuple[int, int] | None:
    return None if minute is None else (minute, minute)


def _between(found: re.Match[str]) -> tuple[int, int] | None:
    half = found[6] if found[6] in {"am", "pm"} and not found[3] else found[3]
    start, end = _minute_of(found[1], found[2], half), _minute_of(found[4], found[5], found[6])
    if start is not None and end is not None and start > end and half == "pm":
        start -= 720
    return _span(start, end)


def _lengths() -> list[Rule]:
    number = rf"({_N}|an?|half an)"
    return [
        rule(rf"{number} (hours?|h|minutes?|min)", Tag.DURATION, lambda m: _minutes(m[1], m[2])),
        rule(r"(\d{1,2})(?:\.(5))? ?(?:h|hours?)", Tag.DURATION, lambda m: int(m[1]) * 60 + (30 if m[2] else 0)),
        rule(r"(\d{1,3}) ?(?:m|min|minutes?)", Tag.DURATION, lambda m: int(m[1])),
        rule(r"an hour and a half|one and a half hours", Tag.DURATION, 90),
    ]


def _minutes(number: str, unit: str) -> int | None:
    if number == "half an":
        return 30 if unit.startswith("h") else None
    return number_of(number) * (60 if unit.startswith("h") else 1)
