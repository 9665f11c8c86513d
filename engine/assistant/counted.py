"""What the assistant needs to know of a state of the history, and what its figures count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from engine.domain.answers import Quantity
from engine.domain.intervals import Interval
from engine.domain.questions import Measure
from engine.domain.report import Focus, LabelledActivity
from engine.domain.totals import Key, TotalRow

QUANTITY = {
    Measure.SCORE: Quantity.SCORE,
    Measure.SWITCHES: Quantity.COUNT,
    Measure.DAYS: Quantity.COUNT,
    Measure.OPENED: Quantity.COUNT,
    Measure.SHARE: Quantity.SHARE,
    Measure.FIRST: Quantity.MOMENT,
    Measure.LAST: Quantity.MOMENT,
}


class Counted(Protocol):
    """One state of the history."""

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> Sequence[Iterable[TotalRow]]:
        """Return the totals between each two neighbours of bounds, which ascend, told apart by the keys."""
        ...

    def labelled(self, start_ms: int, end_ms: int) -> Iterator[LabelledActivity]:
        """Yield the history as it counts between two moments, in order, cut there."""
        ...


class FocusOf(Protocol):
    """Tells focus figures as reports do. whole: the spans are whole days."""

    def __call__(self, history: Counted, spans: Sequence[Interval], /, *, whole: bool) -> Focus:
        """Return the figures of the spans, which are in order."""
        ...
