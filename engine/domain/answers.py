"""An answer: its words, its numbers with the query each rests on, and what can be done next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.domain.questions import Query

Number = int | float


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    ASKED_BACK = "asked_back"  # it can be meant in several ways
    REFUSED = "refused"
    PROPOSED = "proposed"  # something would be planned, once confirmed
    DONE = "done"


class Quantity(StrEnum):
    """What a number counts."""

    MS = "ms"
    COUNT = "count"
    SHARE = "share"  # 0 to 1
    SCORE = "score"  # 0 to 100
    MOMENT = "moment"  # UTC milliseconds


class Link(StrEnum):
    """Where the evidence is looked at."""

    REPORTS = "reports"
    TIMELINE = "timeline"
    DOCUMENTS = "documents"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the query that gives it alone; value: None where there is nothing to tell it from."""

    value: Number | None
    quantity: Quantity
    query: Query


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. key: a date, "00" to "23", a weekday's or category's number, an app's or project's name."""

    key: str
    label: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, as they stand there. share: of the attention all sentences looked at got, 0 to 1."""

    document_id: int
    path: str = field(repr=False)
    title: str = field(repr=False)
    text: str = field(repr=False)
    page: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way a question can be meant. question: the question that means this one only."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """Planned time that waits for a yes, UTC milliseconds."""

    title: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question. basis: the period and the filter in words. examples: questions that would work."""

    outcome: Outcome
    text: str
    basis: str = ""
    query: Query | None = None
    figures: tuple[Figure, ...] = ()
    rows: tuple[Row, ...] = ()
    quotes: tuple[Quote, ...] = ()
    choices: tuple[Choice, ...] = ()
    examples: tuple[str, ...] = ()
    proposed: Proposed | None = None
    link: Link | None = None
