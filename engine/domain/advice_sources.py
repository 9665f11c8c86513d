"""Where advice takes its facts from, as whoever gives it sees them; wired in engine.bootstrap."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.domain.intervals import Interval
from engine.domain.offers import Offered, Shown
from engine.domain.recommended import Kind


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """An indexed document. added_ms: when it came to be there or was written last, UTC milliseconds.

    first_chunk, chunks: its passages have the numbers [first_chunk, first_chunk + chunks).
    """

    id: int
    path: str = field(repr=False)
    title: str = field(repr=False)
    kind: str
    added_ms: int
    first_chunk: int = 0
    chunks: int = 0


class KnownDocuments(Protocol):
    """The indexed documents; raises Storage errors."""

    def facts(self) -> Sequence[DocumentFact]:
        """Return every indexed document, by number."""
        ...

    def revision(self) -> tuple[int, ...]:
        """Return numbers that differ whenever facts would."""
        ...


class OfferLog(Protocol):
    """What was recommended, and what was said of it; raises Storage errors."""

    def add(self, offered: Iterable[Offered]) -> list[int]:
        """Store recommendations and return a number for each, 0 for one whose document is gone meanwhile."""
        ...

    def history(self, since_ms: int, kind: Kind | None = None) -> list[Shown]:
        """Return what was visible since then, with all that was said of it, in the order it was made."""
        ...

    def get(self, number: int) -> Offered | None:
        """Return the recommendation of that number, None where it is gone."""
        ...

    def answers_mark(self, upto: int) -> Hashable:
        """Return what changes with every answer, given or taken back, to recommendations up to that number."""
        ...


class Meant(NamedTuple):
    """What time ahead is meant for: a block or an entry of a calendar. fills: nothing else has room in it."""

    interval: Interval
    subject: str
    fills: bool = True


class MeantTime(Protocol):
    """What is planned."""

    def __call__(self, start_ms: int, end_ms: int) -> Sequence[Meant]:
        """Return what is planned within [start_ms, end_ms), in order of start."""
        ...
