"""Which document was in front when."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.activity import Observed
from engine.domain.documents import Document, MatchedBy
from engine.domain.intervals import Interval


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A stretch of active time in which a document was in front; confidence from 0 to 1, and what it rests on."""

    interval: Interval
    document: Document
    confidence: float
    said_by: MatchedBy


@dataclass(frozen=True, slots=True)
class UseCorrected:
    """What is said of everything that looks like this: the document it shows, None for none.

    said_by: PERSON, or what Kairos itself goes by where the person said nothing; None where it finds none.
    """

    what: Observed
    document: Document | None
    said_by: MatchedBy | None
