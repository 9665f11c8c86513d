"""What the recommender of documents reads and returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Scored, Verdict
from engine.mind.recommend.tables import Table

Moments = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class DocumentUses:
    """Documents in front, in order of start; every column has the same length.

    document: its number. start_s, end_s: Unix seconds, UTC. local_s: the start on the person's own clock, so that
    local_s % 86400 / 3600 is the hour. session: number of the session (or person) it belongs to, in any order.
    opened_from: number of the document in front before it in the same session, 0 for none. person: whose use it is,
    where there are several people; None where all are one person's.
    """

    document: Numbers
    start_s: Moments
    end_s: Moments
    local_s: Moments
    session: Numbers
    opened_from: Numbers
    person: Numbers | None = None

    def __len__(self) -> int:
        return len(self.document)

    def rows(self, which: slice | NDArray[Any]) -> DocumentUses:
        """Return the rows of a slice, or those a mask or places choose."""
        number, moment = self.document[which], self.start_s[which]
        end, local = self.end_s[which], self.local_s[which]
        person = None if self.person is None else self.person[which]
        return DocumentUses(number, moment, end, local, self.session[which], self.opened_from[which], person)

    def own(self, at: int) -> DocumentUses:
        """Return the uses of whoever made the use in that row."""
        return self if self.person is None else self.rows(self.person == self.person[at])

    def until(self, moment_s: float) -> DocumentUses:
        """Return what began before the moment, which begins last cut there."""
        found = self.rows(slice(0, int(np.searchsorted(self.start_s, moment_s, "left"))))
        return replace(found, end_s=np.minimum(found.end_s, moment_s))


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of every document that may be named; the place in these columns is its place everywhere.

    id: its number, ascending. added_s: when it was first found, Unix seconds. words: table (documents, words), 1 where
    a document has a word, and column: of each word (see words.with_words); None where nothing is known. vectors: mean
    of its passages' vectors (documents, dimensions), zeros for documents without, None where there are none at all.
    """

    id: Numbers
    path: tuple[str, ...] = field(repr=False)
    title: tuple[str, ...] = field(repr=False)
    added_s: Moments
    kind: tuple[str, ...] = ()
    words: Table | None = field(default=None, repr=False)
    column: Mapping[str, int] = field(default_factory=dict, repr=False)
    vectors: NDArray[np.floating[Any]] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.id)

    def vectors_by_number(self) -> NDArray[np.float32] | None:
        """Return the vectors by document number, zeros where there is none; None where there are none at all."""
        if self.vectors is None or not len(self.id):
            return None
        found = np.zeros((int(self.id[-1]) + 1, self.vectors.shape[1]), np.float32)
        found[self.id] = self.vectors
        return found

    def places(self, document: Numbers) -> Numbers:
        """Return the place of each document number, -1 for those not known."""
        if not len(self.id):
            return np.full(len(document), -1, np.int64)
        at = np.minimum(np.searchsorted(self.id, document), len(self.id) - 1)
        return np.where(self.id[at] == document, at, -1)


class Said(NamedTuple):
    """What a person said of a document that was recommended; said_s in Unix seconds."""

    document: int
    verdict: Verdict
    said_s: float


class Interest(NamedTuple):
    """What the person reads about these days: its telling words, the most telling first, and its share of that time."""

    words: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Context:
    """The moment something is recommended for.

    now_s: Unix seconds; local_s: the same on the person's own clock. recent: documents in front lately, the last one
    last, seconds since each was left in recent_ago_s (0 where left out). front_title, front_vector: of the window in
    front where it shows no known document. words: of the calendar and of planned blocks now. exclude: documents not to
    name. sequence: probability of documents by the model of the next document. said: feedback so far. interests: topics
    of these days.
    """

    now_s: float
    local_s: float
    recent: tuple[int, ...] = ()
    recent_ago_s: tuple[float, ...] = ()
    front_title: str = field(default="", repr=False)
    front_vector: NDArray[np.floating[Any]] | None = field(default=None, repr=False)
    words: str = field(default="", repr=False)
    exclude: frozenset[int] = frozenset()
    sequence: Mapping[int, float] = field(default_factory=dict)
    said: tuple[Said, ...] = ()
    interests: tuple[Interest, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document and why it stands where it does."""

    document: int
    why: Scored
