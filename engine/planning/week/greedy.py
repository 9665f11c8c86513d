"""A good week quickly: places taken one by one in some order, each if the limits allow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from engine.planning.week.places import Places
from engine.planning.week.slots import Numbers, Values
from engine.planning.week.wanted import Limits, Piece, Wanted

_IMPORTANT = 500.0


class Filling:
    """A week that is being filled; it never breaks a limit. pieces: what is in it."""

    def __init__(self, wanted: Sequence[Wanted], day: Numbers, limits: Limits, pieces: Sequence[Piece] = ()) -> None:
        self._wanted, self._day, self._limits = wanted, day, limits
        self._taken = np.zeros(len(day) + 1, dtype=bool)
        self._deep = np.zeros(len(day) + 1, dtype=bool)
        self._cap = list(limits.cap)
        self._left = [one.pieces for one in wanted]
        self._slots = [one.altogether or len(day) for one in wanted]
        self._days: dict[tuple[int, int], int] = {}
        self.pieces: list[Piece] = []
        for one in pieces:
            self.add(one)

    def has_room(self, piece: Piece) -> bool:
        """Return whether the piece can be added."""
        one, day, length = self._wanted[piece.of], int(self._day[piece.first]), piece.stop - piece.first
        if not self._left[piece.of] or self._slots[piece.of] < length or self._taken[piece.first : piece.stop].any():
            return False
        if self._days.get((piece.of, day), 0) >= one.a_day:
            return False
        if not one.deep:
            return True
        near = self._deep[max(0, piece.first - self._limits.pause) : piece.stop + self._limits.pause]
        return self._cap[day] >= length and not near.any()

    def add(self, piece: Piece) -> None:
        """Add a piece that there is room for."""
        one, day, length = self._wanted[piece.of], int(self._day[piece.first]), piece.stop - piece.first
        self._taken[piece.first : piece.stop] = True
        self._left[piece.of] -= 1
        self._slots[piece.of] -= length
        self._days[piece.of, day] = self._days.get((piece.of, day), 0) + 1
        if one.deep:
            self._deep[piece.first : piece.stop] = True
            self._cap[day] -= length
        self.pieces.append(piece)


def filled(places: Places, order: Iterable[int], filling: Filling) -> tuple[Piece, ...]:
    """Fill a week with places in an order and return what is in it, in order of time."""
    of, first, stop = places.of.tolist(), places.first.tolist(), places.stop.tolist()
    for at in order:
        piece = Piece(first[at], stop[at], of[at])
        if filling.has_room(piece):
            filling.add(piece)
    return tuple(sorted(filling.pieces))


def greedy_order(places: Places) -> list[int]:
    """Return places as a person would take them: what has fewest first, of each the best."""
    many = np.bincount(places.of)[places.of] if len(places) else places.of
    importance = -(places.worth // _IMPORTANT)  # what stands, then what was asked for, then the rest
    return [int(at) for at in np.lexsort((-places.worth, many, importance))]


def relaxed_order(places: Places, share: Values, short: Values) -> list[int]:
    """Return places by the share a relaxed week has of them, then by how much they make a week fall short."""
    return [int(at) for at in np.lexsort((-places.worth, short, -np.round(share, 3)))]
