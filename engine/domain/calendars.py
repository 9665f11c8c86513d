"""Calendar files the person named, and what was found in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.blocks import Block


class CalendarKind(StrEnum):
    """What was named."""

    FILE = "file"
    FOLDER = "folder"  # every .ics file in it


@dataclass(frozen=True, slots=True)
class CalendarSource:
    """A calendar. read_ms: when it was read last, None for never. trouble: why it could not be, empty else.

    watched: read again whenever it changes; else it was imported once. id: 0 for one that is not stored.
    """

    path: str
    kind: CalendarKind
    name: str
    watched: bool = True
    read_ms: int | None = None
    blocks: int = 0
    trouble: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that was not taken in: its words or place, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What reading brought: how many blocks are new, changed, gone, the same; what was left out."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()


class Exported(StrEnum):
    """What goes into a calendar file."""

    PLAN = "plan"  # the person's own blocks
    ALL = "all"  # those of the calendars that are read, too
    HISTORY = "history"  # recorded time


@dataclass(frozen=True, slots=True)
class Series:
    """A block as a calendar has it, and those that stand for single occurrences of it."""

    block: Block
    instead: tuple[Block, ...] = ()
