"""Where a moment lies in a grid of days whose rows are hours of the local clock, also where clocks are put on or back.

Rows follow the wall clock, so that nine o'clock is level on all days. An hour that a day leaves out is a gap in its
column; one that it has twice has a row more, which is a gap in all other columns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from desktop_app.widgets.week_values import WeekDay

Local = Callable[[int], datetime]
HOUR: Final = 3_600_000
DAY: Final = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a day without a change of clocks: the moment m lies at top + (m - start_ms)."""

    start_ms: int
    end_ms: int
    top: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row more: at, where it begins; length, in milliseconds."""

    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Column:
    """A day and its pieces from top to bottom."""

    day: WeekDay
    pieces: tuple[Piece, ...]

    def gaps(self, height: int) -> list[tuple[int, int]]:
        """Return where there is no time in the column, from where to where."""
        edges = [0, *(edge for piece in self.pieces for edge in (piece.top, piece.bottom)), height]
        return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns side by side; height: of all rows, in milliseconds. first: the wall clock's time at the top."""

    columns: tuple[Column, ...]
    height: int
    repeats: tuple[Repeat, ...]
    first: int

    def column(self, moment_ms: int) -> int:
        """Return the place of the day a moment lies in, -1 for none of them."""
        starts = [column.day.start_ms for column in self.columns]
        place = bisect_right(starts, moment_ms) - 1
        return place if place >= 0 and moment_ms < self.columns[place].day.end_ms else -1

    def top(self, column: int, moment_ms: int) -> int:
        """Return how far down a moment lies in a column; what is outside lies at its first or last moment."""
        pieces = self.columns[column].pieces
        for piece in pieces:
            if moment_ms < piece.end_ms:
                return piece.top + max(0, moment_ms - piece.start_ms)
        return pieces[-1].bottom

    def bottom(self, column: int, moment_ms: int) -> int:
        """Return how far down what ends at a moment reaches: not over the gap that may follow."""
        pieces = self.columns[column].pieces
        for piece in pieces:
            if moment_ms <= piece.end_ms:
                return piece.top + max(0, moment_ms - piece.start_ms)
        return pieces[-1].bottom

    def moment(self, column: int, top: float) -> int:
        """Return the moment at a place of a column; in a gap that of its end."""
        pieces = self.columns[column].pieces
        for piece in pieces:
            if top < piece.bottom:
                return piece.start_ms + max(0, round(top) - piece.top)
        return self.columns[column].day.end_ms

    def hours(self) -> list[tuple[int, int]]:
        """Return the place of every full hour of the clock, and which hour it is; a repeated one comes twice."""
        found = []
        for minute in range(-self.first // 60_000 % 60, DAY // 60_000 + 1, 60):
            wall = minute * 60_000
            place = wall + sum(one.length for one in self.repeats if one.at <= wall)
            hour = (self.first + wall) // HOUR % 24
            found.append((place, hour))
            found += [(one.at, hour - one.length // HOUR) for one in self.repeats if one.at == wall]
        return sorted(found)


def axis_of(days: Iterable[WeekDay], local: Local, start_minute: int = 0) -> Axis:
    """Return the axis of some days; local gives a moment's local time."""
    cut = [(day, _split(day, local)) for day in days]
    found = {repeat for day, parts in cut if (repeat := _repeat(day, parts, local, start_minute)) is not None}
    repeats = tuple(sorted(found, key=lambda one: one.at))
    columns = []
    for day, parts in cut:
        own = _repeat(day, parts, local, start_minute)
        pieces: list[Piece] = []
        for start, end in parts:
            wall = _wall(start, day, local, start_minute)
            turned = own is not None and start != day.start_ms
            pieces += _pieces((start, end), wall, own if turned else None, repeats)
        columns.append(Column(day, tuple(pieces)))
    height = DAY + sum(one.length for one in repeats)
    return Axis(tuple(columns), height, repeats, start_minute * 60_000)


def _wall(moment_ms: int, day: WeekDay, local: Local, start_minute: int) -> int:
    """Return how far the local clock is past the time at which days start."""
    first = datetime.combine(day.day, time(start_minute // 60, start_minute % 60))
    return max(0, round((local(moment_ms).replace(tzinfo=None) - first) / timedelta(milliseconds=1)))


def _split(day: WeekDay, local: Local) -> list[tuple[int, int]]:
    """Return the day in parts without a change of clocks."""
    if local(day.start_ms).utcoffset() == local(day.end_ms - 1).utcoffset():
        return [(day.start_ms, day.end_ms)]
    before, low, high = local(day.start_ms).utcoffset(), day.start_ms, day.end_ms - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if local(middle).utcoffset() == before else (low, middle)
    return [(day.start_ms, high), (high, day.end_ms)]


def _repeat(day: WeekDay, parts: list[tuple[int, int]], local: Local, start_minute: int) -> Repeat | None:
    """Return the row that the day needs more, if its clocks are put back."""
    if len(parts) == 1:
        return None
    turn = parts[1][0]
    before = _wall(turn - 1, day, local, start_minute) + 1
    back = before - _wall(turn, day, local, start_minute)
    return Repeat(before, back) if back > 0 else None


def _pieces(span: tuple[int, int], wall: int, own: Repeat | None, repeats: tuple[Repeat, ...]) -> list[Piece]:
    """Return a part of a day cut where another day's repeated row leaves a gap; own: the row it begins with itself."""
    start, end = span
    top = wall + sum(one.length for one in repeats if one.at <= wall)
    if own is not None:
        top = own.at + sum(one.length for one in repeats if one.at < own.at)
    found = []
    for one in repeats:
        if one == own or not wall < one.at < wall + end - start:
            continue
        until = start + one.at - wall
        found.append(Piece(start, until, top))
        top += until - start + one.length
        wall, start = one.at, until
    return [*found, Piece(start, end, top)]
