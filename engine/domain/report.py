"""One report: what was asked, and the figures that window, command line and every file show alike.

All lengths are whole milliseconds of active time, so every table adds up to the whole. For people they are cut, not
rounded, to seconds; a file made for programs carries the milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from engine.domain.activity import Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.goals import GoalProgress
from engine.domain.intervals import Interval
from engine.domain.presence import Presence

LAST_DAY = date(9000, 1, 1)
"""Reports end here at the latest: beyond it the arithmetic of dates leaves the calendar."""


class By(StrEnum):
    """What a table of a report has a row for."""

    CATEGORY = "category"
    APP = "app"
    PROJECT = "project"
    TAG = "tag"
    HOUR = "hour"  # of the local day, "00" to "23"; the hour that clocks skip is short, the one they repeat is long
    DAY = "day"


NAMING = frozenset({By.APP, By.PROJECT, By.TAG})
"""The tables that name more than categories."""


class Redaction(StrEnum):
    """How much of what was on the screen a report may name."""

    FULL = "full"
    NO_TITLES = "no-titles"  # apps, projects and tags, but no title, site, document or program file
    CATEGORIES_ONLY = "categories-only"


class ReportFormat(StrEnum):
    """How a report is written; also the ending of its file."""

    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    PARQUET = "parquet"  # needs pyarrow, the extra "parquet"


class ReportLanguage(StrEnum):
    """The language of a file's fixed words."""

    ENGLISH = "en"
    CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which days to report on and how: from start to end, end excluded, days cut by zone and start_minute.

    week_start: the first row of the heat map, 0 for Monday to 6 for Sunday. by: the tables wanted. language: of the
    files for people; those for programs always have the same words.
    Raises UsageError where the end is not after the start or either is out of the calendar.
    """

    start: date
    end: date
    zone: str
    start_minute: int = 0
    week_start: int = 0
    by: tuple[By, ...] = tuple(By)
    redact: Redaction = Redaction.FULL
    language: ReportLanguage = ReportLanguage.ENGLISH

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise UsageError("A report needs at least one day: its last day is before its first.")
        if self.start.year < 1000 or self.end > LAST_DAY:  # noqa: PLR2004
            raise UsageError(f"{self.start} to {self.end} is not a range that can be reported on.")

    @property
    def rule(self) -> DayRule:
        """How days are cut."""
        return DayRule(self.zone, self.start_minute)

    @property
    def bounds(self) -> Interval:
        """The days as UTC milliseconds."""
        return Interval(day_start_ms(self.start, self.rule), day_start_ms(self.end, self.rule))

    @property
    def previous_start(self) -> date:
        """The first day of the period before, which has as many days and ends where this one starts."""
        return self.start - (self.end - self.start)

    @property
    def days(self) -> tuple[date, ...]:
        """The days reported on."""
        return tuple(self.start + timedelta(days=number) for number in range((self.end - self.start).days))

    @property
    def tables(self) -> tuple[By, ...]:
        """The tables wanted that the redaction allows."""
        return tuple(by for by in self.by if self.redact is not Redaction.CATEGORIES_ONLY or by not in NAMING)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which active time a figure counts, so that its activities can be listed.

    by, key: the row's, None for all time in bounds. hour: of the local day, 0 to 23. weekday: 0 for Monday, of the day
    the time belongs to (with a day that starts at 04:00, Saturday at 02:00 is still Friday). withheld: only time
    that was not recorded by name (with By.APP). categories: only time in these, in the place of by and key. weekdays:
    only days like these; of both none means any.
    """

    bounds: Interval
    by: By | None = None
    key: str = ""
    hour: int | None = None
    weekday: int | None = None
    withheld: bool = False
    categories: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of a table.

    key: a category's number, an app's, project's or tag's name, "00" to "23", or a date; "" for none. path: the
    category's names from the root down, else the name alone; empty for none. previous_ms: of the period before, None
    for hours and days. colour: "#RRGGBB" of a category, None where it has none. withheld: apps not recorded by name.
    """

    by: By
    key: str
    path: tuple[str, ...]
    ms: int
    previous_ms: int | None
    selection: Selection
    colour: str | None = None
    weight: int = 0
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """All rows of one kind, those with time only; longest first, hours and days in their order.

    branches: categories together with what lies below them, where that is of several; not part of the sum.
    """

    by: By
    rows: tuple[ReportRow, ...]
    branches: tuple[ReportRow, ...] = ()

    @property
    def total_ms(self) -> int:
        """The sum of the rows."""
        return sum(row.ms for row in self.rows)


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day of the report, also one without any time. categories: number, 0 for none, and milliseconds."""

    day: date
    bounds: Interval
    active_ms: int
    categories: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Active milliseconds by weekday and local hour. weekdays: of the seven rows, 0 for Monday."""

    weekdays: tuple[int, ...]
    cells: tuple[tuple[int, ...], ...]
    selections: tuple[tuple[Selection, ...], ...]


@dataclass(frozen=True, slots=True)
class LongStretch:
    """Active time in one app without a switch. category_id: where most of it belongs, 0 for none.

    app: "" where nothing was recorded by name or the redaction hides it. title: the one in front longest, "" alike.
    """

    interval: Interval
    app: str
    category_id: int
    path: tuple[str, ...] = ()
    title: str = field(repr=False, default="")
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Focus:
    """How collected the time was; engine.reports.focus says what the figures mean and where they come from.

    score: 0 to 100, None where too little was recorded. deep_ms, distracting_ms: active time weighted by its
    categories. fragmentation: 0 to 1. switches_per_hour: of active time. median_stretch_ms: half the active time
    lies in stretches at least this long.
    """

    score: float | None
    deep_ms: int
    distracting_ms: int
    switches: int
    switches_per_hour: float
    fragmentation: float
    median_stretch_ms: int
    longest: tuple[LongStretch, ...]


@dataclass(frozen=True, slots=True)
class Previous:
    """The period before, with as many days. focus: None where it was not asked for."""

    bounds: Interval
    active_ms: int
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A period in figures; every table adds up to active_ms.

    presence_ms: all recorded time by presence. focus: None where it was not asked for. made_ms: when it was made.
    goals: those that the redaction lets name, over the days reported on, weeks whole.
    """

    request: ReportRequest
    bounds: Interval
    active_ms: int
    presence_ms: dict[Presence, int]
    tables: tuple[ReportTable, ...]
    days: tuple[DayTotal, ...]
    heat: HeatMap
    previous: Previous
    focus: Focus | None
    made_ms: int
    goals: tuple[GoalProgress, ...] = ()

    def table(self, by: By) -> ReportTable | None:
        """Return the table of that kind, None where it was not asked for or is hidden by the redaction."""
        return next((table for table in self.tables if table.by is by), None)

    @property
    def weighed_ms(self) -> tuple[int, int] | None:
        """Deep and distracting time as Focus has them, out of totals alone; None without the table of categories."""
        table = self.table(By.CATEGORY)
        if table is None:
            return None
        deep, distracting = (sum(max(0, sign * row.weight) * row.ms for row in table.rows) for sign in (1, -1))
        return round(deep / 2), round(distracting / 2)


@dataclass(frozen=True, slots=True)
class LabelledActivity:
    """One stretch of the history as it counts, with the labels in force; it never reaches over the bounds asked for."""

    interval: Interval
    what: Observed
    zone: str
    source: str
    labels: Labels
    corrected: bool = False

    @property
    def presence(self) -> Presence:
        """What the person was doing."""
        return self.what.presence

    @property
    def app(self) -> str:
        """The app in front; empty without one."""
        return self.what.app

    @property
    def withheld(self) -> bool:
        """Whether it was recorded as a length only."""
        return self.what.withheld is not Withheld.NO

    @property
    def ms(self) -> int:
        """Its length in milliseconds."""
        return self.interval.length_ms
