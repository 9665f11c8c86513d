"""What the charts are given to draw: values with their words, and colours by name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop_app.theme import Palette
from desktop_app.theme.category_colours import fitted

SLOTS = ("focus", "meeting", "communication", "admin", "learning", "distraction")
"""The palette's category colours by name, in the order in which they are handed out."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar. text: its value in words; ink: "#RRGGBB" or the name of a colour of the palette."""

    name: str
    value: int
    text: str
    ink: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. label: what stands below it; name: the same in full; parts from the bottom up."""

    label: str
    name: str
    value: int
    text: str
    parts: tuple[BarPart, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell. name: its place in words, such as a weekday and an hour."""

    name: str
    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A change. direction: 1 up, 0 level, -1 down; good: 1 where that is welcome, -1 where not, 0 where neither."""

    direction: int
    text: str
    good: int = 0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a colour stands for."""

    name: str
    ink: str


def chart_colour(ink: str, palette: Palette) -> QColor:
    """Return the colour to draw with, readable on the palette's surface."""
    return fitted(ink, palette) if ink.startswith("#") else palette.colour(ink)
