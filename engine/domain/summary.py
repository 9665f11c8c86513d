"""One day's answer: what Today, `kairos today` and every export show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.domain.activity import Observed
from engine.domain.intervals import Interval
from engine.domain.presence import Presence


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of the day ribbon, already cut at the day's bounds; app is empty where there is none."""

    interval: Interval
    presence: Presence
    app: str
    title: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class AppTotal:
    """Active time of one app; app is empty for time without a window, withheld for time with a length only."""

    app: str
    length_ms: int
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The longest active time in one app without a switch; pauses up to the grace the rule allows are inside it."""

    interval: Interval
    app: str


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What one day held.

    bounds: the day, UTC milliseconds. segments: in order, no overlaps; holes between them are time the
    recorder was off. presence_ms: milliseconds by presence. switches: changes of app while active.
    switches_per_hour: per hour of active time, 0 where there was none. longest: None on an empty day.
    current: what is in front now, None where nothing is open.
    """

    day: date
    zone: str
    bounds: Interval
    segments: tuple[Segment, ...]
    apps: tuple[AppTotal, ...]
    presence_ms: dict[Presence, int]
    active_ms: int
    switches: int
    switches_per_hour: float
    longest: Stretch | None
    current: Observed | None
    current_since_ms: int | None
