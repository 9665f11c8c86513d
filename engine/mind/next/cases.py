"""Moments at which one thing was left for another, as the network and the baselines are shown them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.mind.next.candidates import FEATURES, MOMENT, MOST, Moment, candidates_of, features_of, moment_features
from engine.mind.next.counts import Counts
from engine.mind.next.past import Asked, Past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.mind.next.switches import Switches


@dataclass(frozen=True, slots=True)
class Cases:
    """Moments, one a row; n of them, K candidates at most.

    candidates: (n, K) things, -1 where there are fewer. features: (n, K, FEATURES). moment: (n, MOMENT). target: (n)
    the place of what came among the candidates, -1 where it is none of them. back: (n) the place of the thing before,
    -1 for none. turn: (n) which turn it was. now_s: (n).
    """

    candidates: NDArray[np.int32]
    features: NDArray[np.float32]
    moment: NDArray[np.float32]
    target: NDArray[np.int64]
    back: NDArray[np.int64]
    turn: NDArray[np.int64]
    now_s: NDArray[np.float64]
    past: Past

    def __len__(self) -> int:
        return len(self.turn)

    @property
    def there(self) -> NDArray[np.bool_]:
        """Which candidates there are (n, K)."""
        return self.candidates >= 0

    @property
    def returned(self) -> NDArray[np.bool_]:
        """Whether the thing before was returned to (n)."""
        return np.asarray((self.target == self.back) & (self.back >= 0), dtype=np.bool_)

    def which(self, rows: NDArray[Any]) -> Cases:
        """Return some of the cases."""
        parts = {name: getattr(self, name)[rows] for name in self.__slots__ if name != "past"}
        return Cases(**parts, past=self.past)

    def numbers(self, rows: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        """Return what the network looks at, of some cases."""
        candidates, moment = self.candidates[rows], self.moment[rows]
        asked = Asked(self.turn[rows], self.now_s[rows], candidates)
        events, leads = self.past.seen(asked)
        return {
            "candidates": self.features[rows],
            "there": candidates >= 0,
            "moment": moment,
            "back": self.back[rows],
            "events": events,
            "leads": leads,
        }


def cases_of(switches: Switches, first: int = 0, vectors: NDArray[np.float32] | None = None, most: int = MOST) -> Cases:
    """Return the turns from number first on as cases, each told of nothing but what was before it.

    Turns with fewer than two candidates are left out. vectors: of what a thing says, by thing.
    """
    many = len(switches)
    room = max(0, many - first)
    candidates = np.full((room, most), -1, np.int32)
    features = np.zeros((room, most, len(FEATURES)), np.float32)
    moment = np.zeros((room, len(MOMENT)), np.float32)
    counts = Counts()
    columns = (switches.thing, switches.start_s, switches.local_s, switches.pause, switches.group, switches.title)
    turns = zip(*(one.tolist() for one in columns), strict=True)
    for number, (thing, start_s, local_s, pause, group, title) in enumerate(turns):
        if number >= first:
            at = Moment(start_s, local_s, pause, title)
            found = candidates_of(counts, most)
            row = number - first
            candidates[row, : len(found)] = found
            features[row, : len(found)] = features_of(counts, found, at, vectors)
            moment[row] = moment_features(counts, at)
        counts.turn(thing, start_s, local_s, pause=pause, group=group, title=title)
    enough = np.flatnonzero((candidates >= 0).sum(1) > 1)
    turn = (enough + first).astype(np.int64)
    before = np.where(turn > 1, switches.thing[turn - 2], -1)
    return Cases(
        candidates[enough],
        features[enough],
        moment[enough],
        _place(candidates[enough], switches.thing[turn]),
        _place(candidates[enough], before),
        turn,
        switches.start_s[turn],
        Past(switches, vectors),
    )


def _place(candidates: NDArray[np.int32], thing: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return at which place of its row each thing stands, -1 for none."""
    same = (candidates == thing[:, None]) & (thing >= 0)[:, None]
    return np.where(same.any(1), same.argmax(1), -1)


class Pooled:
    """Cases of several people as one, to learn from all of them what each begins with."""

    def __init__(self, people: Sequence[Cases]) -> None:
        self._people = people
        self._starts = np.concatenate([[0], np.cumsum([len(one) for one in people])])

    @property
    def target(self) -> NDArray[np.int64]:
        """The place of what came, of every case."""
        return np.concatenate([one.target for one in self._people])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def numbers(self, rows: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        """Return what the network looks at, of some cases; rows ascend."""
        edges = np.searchsorted(rows, self._starts)
        parts = [
            one.numbers(rows[begin:end] - start)
            for one, start, begin, end in zip(self._people, self._starts, edges[:-1], edges[1:], strict=False)
            if end > begin
        ]
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
