"""What the day ribbon is given to draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of time is drawn as."""

    APP = "app"
    NO_WINDOW = "no_window"  # active, and nothing in front
    WITHHELD = "withheld"  # a length and nothing else
    IDLE = "idle"
    SCREENSAVER = "screensaver"
    LOCKED = "locked"
    SWITCHED = "switched"
    SUSPENDED = "suspended"
    PAUSED = "paused"
    ACTIVE = "active"  # any app; in the legend alone
    OFF = "off"  # the recorder did not run; in the legend alone


@dataclass(frozen=True, slots=True)
class RibbonSegment:
    """One stretch [start_ms, end_ms) in UTC milliseconds.

    slot: place of its colour among the palette's categories, read for APP alone. name: app or what it was;
    title: may be empty. Both are already short. colour: "#RRGGBB" that an APP is drawn in instead, "" for the slot's.
    """

    start_ms: int
    end_ms: int
    kind: Kind
    slot: int
    name: str
    title: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class RibbonDay:
    """One day [start_ms, end_ms) in UTC milliseconds; segments in order without overlaps; now_ms None on other days.

    planned: what was meant to be done when, in order, drawn in a lane of its own above the segments; may overlap.
    """

    start_ms: int
    end_ms: int
    segments: tuple[RibbonSegment, ...] = ()
    now_ms: int | None = None
    planned: tuple[RibbonSegment, ...] = ()
