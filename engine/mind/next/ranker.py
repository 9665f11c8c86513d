"""What comes next, asked at a moment: counts are kept from one question to the next, so that one takes milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.mind.next.candidates import Moment, candidates_of, column, features_of, moment_features
from engine.mind.next.cases import Cases
from engine.mind.next.counts import Counts
from engine.mind.next.past import LENGTH, Past
from engine.mind.next.switches import PAUSE_S, Switches, Thing, switches_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.network.pointer import PointerModel
    from engine.mind.stream.columns import Stream

_COUNTED = 40_000  # turns that are counted at most, the latest ones
_KEPT = LENGTH + 8


class NextRanker:
    """Ranks what may come next of one kind of thing; without a model the most recent first, and nothing loads torch."""

    def __init__(
        self, thing: Thing, model: PointerModel | None = None, vectors: NDArray[np.float32] | None = None
    ) -> None:
        """vectors: of length 1 or 0 by thing, of what it says; the same the model was learned with."""
        self._thing, self._model, self._vectors = thing, model, vectors
        self._forget()

    def know(self, vectors: NDArray[np.float32] | None) -> None:
        """Take other vectors; what was counted stays. A model that was learned without any is asked without any."""
        self._vectors = vectors if self._model is not None and self._model.varied(column("like_now")) else None

    def rank(self, stream: Stream, now_s: float | None = None) -> list[tuple[int, float]]:
        """Return things and their probabilities, the likeliest first; nothing where too little is known.

        stream: the history up to now, of the same person as before; later questions are quick where it only grew.
        now_s: the moment, the end of the stream where it is left out. The baseline tells shares that only rank.
        """
        self._follow(stream)
        found = candidates_of(self._counts)
        if not len(found):
            return []
        now = max(float(stream.end_s[-1]), self._counts.now_s) if now_s is None else now_s
        local = now + float(stream.local_s[-1] - stream.start_s[-1])
        moment = Moment(now, local, now - float(stream.end_s[-1]) >= PAUSE_S, self._title(stream))
        chance = self._chances(self._case(found, moment))[: len(found)]
        order = np.argsort(-chance, kind="stable")
        return [(int(found[place]), float(chance[place])) for place in order]

    def _chances(self, case: Cases) -> NDArray[np.float64]:
        if self._model is not None and case.candidates.shape[1] > 1:
            return np.asarray(np.exp(self._model.tell(case).all[0]), dtype=np.float64)
        recent = case.features[0, :, column("recency")]
        return np.asarray(recent / recent.sum(), dtype=np.float64)

    def _case(self, found: NDArray[np.int64], moment: Moment) -> Cases:
        last, vectors = self._counts.last, self._reaching(found)
        back = np.flatnonzero(found == last[1]) if len(last) > 1 else np.empty(0, np.int64)
        return Cases(
            candidates=found.astype(np.int32)[None],
            features=features_of(self._counts, found, moment, vectors)[None],
            moment=moment_features(self._counts, moment)[None],
            target=np.array([-1]),
            back=np.array([back[0] if len(back) else -1]),
            turn=np.array([len(self._turns)]),
            now_s=np.array([moment.now_s]),
            past=Past(self._turns, vectors),
        )

    def _reaching(self, found: NDArray[np.int64]) -> NDArray[np.float32] | None:
        """Return vectors for all that may be asked of: things met since have none, which is 0."""
        vectors = self._vectors
        if vectors is None:
            return None
        most = max(int(found.max()), int(self._turns.thing.max()), *self._counts.last) + 1
        if most > len(vectors):
            vectors = np.concatenate([vectors, np.zeros((most - len(vectors), vectors.shape[1]), np.float32)])
            self._vectors = vectors
        return vectors

    def _title(self, stream: Stream) -> int:
        """Return the title in front, as learning was told of it: of the last row that counted."""
        rows = stream.rows(slice(self._row, None))
        column = rows.app if self._thing is Thing.APP else getattr(rows, self._thing.value)
        none = -1 if self._thing is Thing.APP else 0
        return int(rows.title[np.flatnonzero((rows.presence == 0) & (column != none))[-1]])

    def _forget(self) -> None:
        self._counts = Counts()
        self._turns: Switches = _NONE
        self._row = 0  # of the stream, where the last turn began

    def _follow(self, stream: Stream) -> None:
        """Count what was added since the last question; from the start where the history is another one."""
        known = bool(len(self._turns)) and self._row < len(stream)
        if not known or stream.start_s[self._row] != self._turns.start_s[-1]:
            self._forget()
        new = switches_of(stream.rows(slice(self._row, None)), self._thing)
        if len(self._turns):
            new = new.since(1) if len(new) and new.thing[0] == self._turns.thing[-1] else new
        for turn in zip(*(one.tolist() for one in _columns(new.since(max(0, len(new) - _COUNTED)))), strict=True):
            start_s, local_s, _, thing, pause, group, title = turn
            self._counts.turn(thing, start_s, local_s, pause=pause, group=group, title=title)
        if len(new):
            joined = (np.concatenate(pair) for pair in zip(_columns(self._turns), _columns(new), strict=True))
            turns = Switches(*joined)
            self._turns = turns.since(max(0, len(turns) - _KEPT))
            self._row = int(np.searchsorted(stream.start_s, self._turns.start_s[-1]))


def _columns(switches: Switches) -> list[NDArray[np.generic]]:
    return [getattr(switches, name) for name in Switches.__slots__]


_NO_TIMES, _NO_NUMBERS = np.empty(0), np.empty(0, np.int32)
_NONE = Switches(_NO_TIMES, _NO_TIMES, _NO_NUMBERS, _NO_NUMBERS, np.empty(0, np.bool_), _NO_NUMBERS, _NO_NUMBERS)
