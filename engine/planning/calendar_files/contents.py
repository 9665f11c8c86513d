"""What a calendar file holds, as blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.domain.calendars import Series, Skipped
from engine.planning.calendar_files.keywords import Words

CategoryNumber = Callable[[tuple[str, ...]], int | None]
"""Tells the number of a category by its path, None where there is none."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read. name: what the calendar calls itself, "" where it does not. unread: whole files, and why."""

    name: str
    series: tuple[Series, ...]
    skipped: tuple[Skipped, ...] = ()
    unread: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What a file does not say. zone: the person's, of floating times and whole days. words: what kinds they name."""

    zone: str
    words: Words = field(default_factory=lambda: Words({}))
    category: CategoryNumber = lambda _path: None


class Refused(ValueError):
    """An entry that cannot be taken in; its text says why, for a person."""
