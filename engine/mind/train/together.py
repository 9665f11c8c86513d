"""What one person's history asks of the weights everybody begins with, and how those weights do on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.domain.model_status import Head
from engine.domain.together import PriorJudged
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.network.straight import Straight, moved, straight
from engine.mind.next.cases import cases_of
from engine.mind.next.next_thing import CONFIG
from engine.mind.next.switches import Thing, switches_of
from engine.mind.train.straight_fit import asked_for, losses

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.mind.stream.columns import Stream

FEWEST = 60
"""Cases of a head below which it asks for nothing, or is not judged."""
LATEST = 1_500
"""Cases of a head that are asked, the latest ones: nobody counts more for having recorded longer."""
RIDGE = 200.0
"""Cases that say: stay where everybody is."""
_FEWEST_DAYS = 3
_DAY_S = 86_400.0
_WARM_UP = 0.03
_THINGS = {Head.NEXT_APP: Thing.APP, Head.NEXT_DOCUMENT: Thing.DOCUMENT}


@dataclass(frozen=True, slots=True)
class PriorLearner:
    """Learns from a stream. prior: the shipped weights by head. directions: of each head's straight path."""

    prior: Mapping[Head, Tensors] = field(repr=False)
    directions: Mapping[Head, NDArray[np.float64]] = field(repr=False)
    stream: Stream = field(repr=False)

    def asks(self, head: Head, steps: Sequence[float], before_s: float) -> tuple[float, ...] | None:
        """Return where the history before a moment (Unix seconds) asks the steps to be; None with too little of it."""
        found = self._seen(head, before_s=before_s)
        if found is None:
            return None
        return tuple(asked_for(found[0], np.asarray(steps, np.float64), RIDGE).tolist())

    def judge(self, head: Head, steps: Sequence[float], since_s: float) -> PriorJudged | None:
        """Return how the moved and the shipped weights do on what came after a moment; None with too little of it."""
        found = self._seen(head, since_s=since_s)
        if found is None or len(np.unique(found[1])) < _FEWEST_DAYS:
            return None
        both = losses(found[0], np.asarray(steps, np.float64)), losses(found[0], np.zeros(len(steps)))
        return PriorJudged(head, float(both[0].mean()), float(both[1].mean()), len(found[0]))

    def moved(self, head: Head, steps: Sequence[float]) -> Tensors:
        """Return the weights everybody begins with after so many steps."""
        return dict(moved(self.prior[head], np.asarray(steps, np.float64) @ self.directions[head]))

    def _seen(
        self, head: Head, *, before_s: float = np.inf, since_s: float = -np.inf
    ) -> tuple[Straight, NDArray[np.int64]] | None:
        """Return the latest cases of a stretch of time, and the day of each; None with too few."""
        switches = switches_of(self.stream.until(before_s), _THINGS[head])
        if len(switches) < FEWEST:
            return None
        cases = cases_of(switches, int(_WARM_UP * len(switches)))
        cases = cases.which(np.flatnonzero((cases.now_s >= since_s) & (cases.target >= 0))[-LATEST:])
        if len(cases) < FEWEST:
            return None
        return straight(CONFIG, self.prior[head], self.directions[head], cases), (cases.now_s // _DAY_S).astype(int)
