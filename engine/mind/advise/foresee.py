"""What is likely to come in the next minutes: an undisturbed while, a distraction, the next app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.domain.clock import MS_PER_SECOND
from engine.domain.model_status import Head
from engine.domain.soon import APPS_TOLD, Soon
from engine.mind.advise.moment import in_front
from engine.mind.next.outcomes import DISTRACTED, STILL, OutcomeAsker
from engine.mind.next.ranker import NextRanker
from engine.mind.next.switches import Thing
from engine.mind.stream.columns import Stream

LEAST_DAYS = 5
"""Days of history below which nothing is told."""


@dataclass(frozen=True, slots=True)
class Seers:
    """What tells it; by counting alone where no learned model is in use. learned: the heads that are."""

    still: OutcomeAsker = field(default_factory=lambda: OutcomeAsker(STILL))
    distracted: OutcomeAsker = field(default_factory=lambda: OutcomeAsker(DISTRACTED))
    next_app: NextRanker = field(default_factory=lambda: NextRanker(Thing.APP))
    learned: frozenset[Head] = frozenset()


class Foreseer:
    """Tells what is likely to come; counts are kept from one question to the next.

    stream: gives the history up to a moment. seers: gives what is in use, asked each time.
    """

    def __init__(self, stream: Callable[[int], Stream], seers: Callable[[], Seers]) -> None:
        self._stream, self._seers = stream, seers

    def soon(self, now_ms: int) -> Soon:
        """Return what is expected now; nothing of it where nothing is in front. Raises Storage errors."""
        now_s = now_ms / MS_PER_SECOND
        whole = self._stream(now_ms).until(now_s)
        row = in_front(whole, now_s)
        if row is None or int(whole.day[row] - whole.day[0]) < LEAST_DAYS:
            return Soon(now_ms)
        stream = whole.rows(slice(0, row + 1))  # who reads this has our own window in front
        if row + 1 < len(whole):
            now_s = float(stream.end_s[-1])
        seers = self._seers()
        apps = [(stream.apps[app], chance) for app, chance in seers.next_app.rank(stream, now_s)[:APPS_TOLD]]
        still, distracted = (one.probability(stream, now_s) for one in (seers.still, seers.distracted))
        return Soon(now_ms, still, distracted, tuple(apps), seers.learned)
