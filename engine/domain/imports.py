"""History that other programs recorded: what a file is, what was doubtful in it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.domain.intervals import Interval
from engine.domain.presence import Presence


class ForeignKind(StrEnum):
    """Which program wrote a file."""

    ACTIVITYWATCH = "activitywatch"
    ARBTT = "arbtt"
    TOCKLER = "tockler"
    RESCUETIME = "rescuetime"
    TOGGL = "toggl"
    WAKATIME = "wakatime"
    HAMSTER = "hamster"
    GTIMELOG = "gtimelog"
    TIMEWARRIOR = "timewarrior"
    MANICTIME = "manictime"


class DateOrder(StrEnum):
    """How a file writes day, month and year."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Doubt(StrEnum):
    """Why something in a file was changed, left out or taken on trust."""

    ZONE_ASSUMED = "zone_assumed"  # the file names no time zone
    TIME_TWICE = "time_twice"  # local times that occur twice when clocks go back: the first was taken
    TIME_NEVER = "time_never"  # local times that clocks jump over
    TOO_LONG = "too_long"  # longer than 24 hours: cut there, to be looked at
    BACKWARDS = "backwards"  # ends before it starts: left out
    OUT_OF_RANGE = "out_of_range"  # before 1990 or after 2100: left out
    UNREADABLE = "unreadable"  # an entry that cannot be understood: left out
    UNFINISHED = "unfinished"  # an entry without an end: left out
    OVERLAP = "overlap"  # time told twice: what starts first keeps it
    OTHER_ENCODING = "other_encoding"  # lines that are not UTF-8: read as Windows-1252
    POSITION_UNKNOWN = "position_unknown"  # totals of an hour or a day: laid end to end within it
    OVERFULL = "overfull"  # totals that exceed their hour or day: the rest is left out
    NO_PRESENCE = "no_presence"  # nothing says when the person was away: all counts as active
    UNKNOWN_PRESENCE = "unknown_presence"  # windows at times without any word on presence: left out
    LEFT_OUT = "left_out"  # a part of the file that holds no recorded time of a known kind
    GAPS_FILLED = "gaps_filled"  # single signs of life joined where they are close
    IN_USE = "in_use"  # a database whose owner had not written everything into it


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt, how often it came up, and where first ("line 12"; never a title)."""

    doubt: Doubt
    count: int
    first: str = ""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A file to import. kind: None to find out. zone: IANA name, None for the machine's own."""

    path: Path
    kind: ForeignKind | None = None
    zone: str | None = None
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds, after cleaning and exclusions.

    zone_assumed: neither the file nor the person said which zone. spans: stretches that would be stored.
    bounds: first start to last end, None without any. presence_ms, apps: milliseconds, apps by length. streams:
    hosts or lists the file tells apart. withheld: stretches kept without a name by the person's exclusions.
    already: this very file was imported before.
    """

    kind: ForeignKind
    path: Path
    zone: str
    zone_assumed: bool
    spans: int
    bounds: Interval | None
    presence_ms: dict[Presence, int]
    apps: tuple[tuple[str, int], ...]
    streams: tuple[str, ...]
    withheld: int
    findings: tuple[Finding, ...]
    already: bool = False


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did. batch: its number, None where everything was there already. added: rows stored."""

    batch: int | None
    added: int
    preview: ImportPreview


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import that was made. added: rows stored. undone_ms: when it was taken back, None while it stands."""

    id: int
    kind: str
    file_name: str
    zone: str
    made_ms: int
    added: int
    undone_ms: int | None
