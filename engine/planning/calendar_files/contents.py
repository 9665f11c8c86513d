"""What a calendar file holds, as blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.domain.blocks import Block
from engine.domain.calendars import Skipped
from engine.planning.calendar_files.keywords import Words

CategoryNumber = Callable[[tuple[str, ...]], int | None]
"""Tells the number of a category by its path, None where there is none."""


@dataclass(frozen=True, slots=True)
class Series:
    """A block as a calendar has it, and those that stand for single occurrences of it."""

    block: Block
    instead: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read. name: what the calendar calls itself, "" where it does not."""

    name: str
    series: tuple[Series, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What a file does not say. zone: the person's, of floating times and whole days. words: what kinds they name."""

    zone: str
    words: Words = field(default_factory=lambda: Words({}))
    category: CategoryNumber = lambda _path: None


class Refused(ValueError):
    """An entry that cannot be taken in; its text says why, for a person."""
