"""What the week grid is given to draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.widgets.ribbon_values import RibbonSegment

Span = tuple[int, int]
"""From when to when, UTC milliseconds."""


class Guise(StrEnum):
    """How a block stands in the plan."""

    OWN = "own"  # the person's own, free to be moved
    FOREIGN = "foreign"  # of a calendar: shown, never moved here
    PROPOSED = "proposed"  # what Kairos would place there


@dataclass(frozen=True, slots=True)
class Bar:
    """How a block was kept: a share from 0 to 1, None where that cannot be told, and the same in words.

    short: for where the words have no room, "" where they are as short as can be.
    """

    share: float | None
    words: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class WeekBlock:
    """One planned time [start_ms, end_ms) in UTC milliseconds.

    key: names it among all. colour: "#RRGGBB". title: never empty. detail: a second line, as short. marks: signs before
    the title, as text. trouble: what is wrong with it, "" for nothing. said: all of it in words, for those who hear it.
    """

    key: str
    start_ms: int
    end_ms: int
    title: str
    colour: str
    guise: Guise = Guise.OWN
    all_day: bool = False
    detail: str = ""
    marks: str = ""
    trouble: str = ""
    bar: Bar | None = None
    said: str = ""

    @property
    def span(self) -> Span:
        """From when to when."""
        return self.start_ms, self.end_ms


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the grid: its date and its bounds, which may lie 23 or 25 hours apart."""

    day: date
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class WeekScene:
    """All that is drawn: days in order, blocks, and what was recorded, in order without overlaps.

    start_minute: minutes after midnight at which days start. work: minutes after midnight between which work lies.
    """

    days: tuple[WeekDay, ...] = ()
    blocks: tuple[WeekBlock, ...] = ()
    actual: tuple[RibbonSegment, ...] = ()
    start_minute: int = 0
    work: Span = (0, 24 * 60)
    workdays: frozenset[int] = field(default_factory=lambda: frozenset(range(7)))
