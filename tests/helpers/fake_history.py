"""A list of activities that obeys changes by the letter: what the store must agree with."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.activity import Observed
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.intervals import Interval, subtract


@dataclass
class Row:
    """One stretch; end_ms is None while it is open."""

    start_ms: int
    end_ms: int | None
    what: Observed
    zone: str


@dataclass
class FakeHistory:
    """Rows by start; a new stretch is cut where older rows already stand."""

    rows: list[Row] = field(default_factory=list)

    def write(self, changes: tuple[Change, ...]) -> None:
        """Apply the changes in order."""
        for change in changes:
            if isinstance(change, Begin):
                self.rows.append(Row(change.start_ms, None, change.what, change.zone))
            elif isinstance(change, End):
                self._end(change.end_ms)
            elif isinstance(change, TakeBack):
                self._take_back(change.from_ms)

    def _end(self, end_ms: int) -> None:
        row = next(row for row in self.rows if row.end_ms is None)
        self.rows.remove(row)
        taken = [Interval(other.start_ms, other.end_ms) for other in self.rows if other.end_ms is not None]
        for piece in subtract(Interval(row.start_ms, max(end_ms, row.start_ms)), taken):
            self.rows.append(Row(piece.start_ms, piece.end_ms, row.what, row.zone))
        self.rows.sort(key=lambda item: item.start_ms)

    def _take_back(self, from_ms: int) -> None:
        if any(row.end_ms is None for row in self.rows):
            self._end(from_ms)
        self.rows = [row for row in self.rows if row.start_ms < from_ms]
        for row in self.rows:
            row.end_ms = min(row.end_ms or from_ms, from_ms)
