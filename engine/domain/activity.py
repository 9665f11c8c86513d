"""What was in front of the person, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engine.domain.clock import utc
from engine.domain.intervals import Interval
from engine.domain.presence import Presence

TOTALS = "totals"
"""The platform of what was imported as the total of an hour or a day: how long is known, when within it is not."""

KEPT = " kept "
"""Stands in the platform of an app whose titles were dropped after their time, before a number: each of these apps is
counted as one thing for ever, whatever the rules say later."""


class Withheld(StrEnum):
    """Why a stretch has a length and nothing else."""

    NO = ""
    EXCLUDED = "excluded"  # the person excluded the app or the title
    PRIVATE = "private"  # a private-browsing window
    FILTER = "filter"  # the privacy filter failed, so nothing may be stored


@dataclass(frozen=True, slots=True)
class Window:
    """The focused window as a probe sees it, before the privacy filter.

    app: the window class or application id ("firefox"); executable: full path where known;
    platform: the probe's name ("x11", "wlroots", ...). document: the path of the file it shows, where one was found.
    """

    app: str
    title: str = field(repr=False, default="")
    pid: int | None = None
    executable: str = ""
    platform: str = ""
    document: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Observed:
    """What may be stored of one moment, after the privacy filter; two equal ones merge into one activity.

    app and title are empty where presence is not ACTIVE, where withheld says why, and where no window had focus.
    document: the path of the file it showed, or its name, where that is known.
    """

    presence: Presence
    app: str = ""
    title: str = field(repr=False, default="")
    executable: str = ""
    platform: str = ""
    site: str = ""
    document: str = field(repr=False, default="")
    withheld: Withheld = Withheld.NO

    @property
    def placed(self) -> bool:
        """Whether it is known when it was; a total of an hour or a day is only laid somewhere into it."""
        return not self.platform.startswith(TOTALS)


@dataclass(frozen=True, slots=True)
class Activity:
    """One recorded stretch: [start_ms, end_ms) in UTC milliseconds, and the zone the person was in.

    source: who recorded it ("recorder" here, an importer's name later). open: it is still going on,
    and end_ms is the last heartbeat.
    """

    start_ms: int
    end_ms: int
    what: Observed
    zone: str
    source: str = "recorder"
    open: bool = False
    id: int | None = None

    @property
    def interval(self) -> Interval:
        """The stretch as an interval."""
        return Interval(self.start_ms, self.end_ms)

    @property
    def length_ms(self) -> int:
        """The stretch's length in milliseconds."""
        return self.end_ms - self.start_ms

    @property
    def start(self) -> datetime:
        """The start as an aware datetime in UTC."""
        return utc(self.start_ms)

    @property
    def end(self) -> datetime:
        """The end as an aware datetime in UTC."""
        return utc(self.end_ms)
