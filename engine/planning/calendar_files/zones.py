"""Which clock a TZID means: the file's own description of it, and the zone tzdata has for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from tzlocal.windows_tz import win_tz

from engine.domain.clock import wall_ms
from engine.planning.calendar_files.moments import Written
from engine.planning.calendar_files.parts import Part
from engine.planning.calendar_files.zone_rules import ZoneRules

_LOOKED_AHEAD = timedelta(days=5 * 366)
_WEEK = timedelta(days=7)
_NEAR = timedelta(hours=3)
_DISPLAY = re.compile(r"\((?:UTC|GMT)([+-]\d\d:\d\d)?\)\s*(.*)", re.IGNORECASE)
_UTC_NAMES = frozenset({"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "COORDINATED UNIVERSAL TIME"})
_WINDOWS = {name.casefold(): zone for name, zone in win_tz.items()}


class UnknownZone(ValueError):
    """A TZID that neither the file nor tzdata explains."""


class Clock:
    """One TZID's clock. rules: what the file says of it. name: the zone of tzdata it is called, "" for none."""

    def __init__(self, name: str, rules: ZoneRules | None, own_zone: str) -> None:
        self._name = name
        self._rules = rules
        self._own_zone = own_zone
        self._found: dict[tuple[int, bool], str] = {}

    def ms(self, wall: datetime) -> int:
        """Return UTC milliseconds of what the clock shows; the file's own description goes before tzdata."""
        if self._rules is not None and (self._rules.knows(wall) or not self._name):
            return wall_ms((wall - self._rules.offset(wall)).replace(tzinfo=UTC))
        return _in_zone(self._name, wall)

    def zone(self, wall: datetime, *, repeats: bool) -> str:
        """Return the zone of tzdata whose clock it is at that time, and later where it repeats.

        "" where it repeats and there is none; without repeats the nearest guess does.
        """
        if self._rules is None:
            return self._name
        key = (wall.year, repeats)
        if key not in self._found:
            self._found[key] = self._search(self._rules, wall, repeats)
        return self._found[key]

    def _search(self, rules: ZoneRules, wall: datetime, repeats: bool) -> str:
        moments = [wall, *_moments(rules, wall)]
        # A description that lists its changes one by one says nothing of later ones; the name does.
        named = [one for one in moments if one < rules.end] if repeats else []
        for name in filter(None, (self._name, self._own_zone)):
            if _agrees(name, rules, [wall, *(named if name == self._name else moments[: None if repeats else 1])]):
                return name
        if not repeats and self._name:
            return self._name
        return next((name for name in _all_zones() if _agrees(name, rules, moments)), "" if repeats else self._own_zone)


class Clocks:
    """The clocks of one calendar. zone: the person's, for times without one."""

    def __init__(self, parts: Iterable[Part], zone: str) -> None:
        self._parts = {part.value("TZID"): part for part in parts}
        self._zone = zone
        self._clocks: dict[str, Clock] = {"": Clock(zone, None, zone)}

    def of(self, tzid: str) -> Clock:
        """Return the clock of a TZID, "" for floating times; raises UnknownZone."""
        if tzid not in self._clocks:
            self._clocks[tzid] = self._clock(tzid)
        return self._clocks[tzid]

    def ms(self, moment: Written, tzid: str) -> int:
        """Return UTC milliseconds of a moment of that TZID; raises UnknownZone."""
        if moment.utc:
            return wall_ms(moment.wall.replace(tzinfo=UTC))
        return self.of("" if moment.day else tzid).ms(moment.wall)

    def _clock(self, tzid: str) -> Clock:
        part = self._parts.get(tzid)
        name = _known(tzid) or ("" if part is None else _known(part.value("X-LIC-LOCATION")))
        rules = _rules(part)
        if not name and rules is None:
            raise UnknownZone(tzid)
        return Clock(name, rules, self._zone)


def _rules(part: Part | None) -> ZoneRules | None:
    try:
        return None if part is None else ZoneRules(part)
    except (ValueError, OverflowError):
        return None


def _known(tzid: str) -> str:
    """Return the zone of tzdata that a TZID names, "" where it names none.

    As is, at the end of a path ("/example.org/2026/Europe/Berlin"), or by a name of Windows.
    """
    told = tzid.strip().strip('"')
    if told.upper() in _UTC_NAMES:
        return "UTC"
    parts = told.replace(" ", "_").split("/")
    ends = ("/".join(parts[-number:]) for number in range(min(len(parts), 3), 0, -1))
    found = next((_names()[end.casefold()] for end in ends if end.casefold() in _names()), "")
    if found:
        return found
    display = _DISPLAY.fullmatch(told)
    return _WINDOWS.get((display[2] if display else told).casefold(), "")


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() if name not in {"localtime", "Factory"}}


@cache
def _all_zones() -> tuple[str, ...]:
    """Return all zones, those named after places first, so that a place is found before an abstract one."""
    return tuple(sorted(_names().values(), key=lambda name: ("/" not in name, name.startswith("Etc/"), name)))


def _moments(rules: ZoneRules, wall: datetime) -> Iterator[datetime]:
    end = wall + _LOOKED_AHEAD
    for change in rules.changes(wall, end):
        yield from (change - _NEAR, change + _NEAR)
    yield from (wall + _WEEK * number for number in range(_LOOKED_AHEAD // _WEEK))


def _agrees(name: str, rules: ZoneRules, moments: Iterable[datetime]) -> bool:
    return all(wall_ms((one - rules.offset(one)).replace(tzinfo=UTC)) == _in_zone(name, one) for one in moments)


def _in_zone(name: str, wall: datetime) -> int:
    return wall_ms(wall.replace(tzinfo=ZoneInfo(name)))
