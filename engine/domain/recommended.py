"""What Kairos recommends, why, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from engine.domain.intervals import Interval


class Kind(StrEnum):
    """What is recommended: time to focus in, or a document to read."""

    BLOCK = "block"
    DOCUMENT = "document"


class Verdict(StrEnum):
    """What a person says of a recommendation; opening it says so by itself."""

    ACCEPTED = "accepted"
    OPENED = "opened"
    NOT_NOW = "not_now"
    WRONG = "wrong"
    LESS = "less"


class ReasonKind(StrEnum):
    """What a part of a score rests on."""

    # of a document
    LIKE_NOW = "like_now"  # it reads like what is in front; subject: the title of that
    TOGETHER = "together"  # used in the same sessions as subject
    AFTER = "after"  # mostly opened after subject
    RECENT = "recent"  # amount: hours since it was in front
    OFTEN = "often"  # amount: times opened in the last 28 days
    USUAL_TIME = "usual_time"  # amount: share of its uses at this time of day, 0 to 1
    NEW = "new"  # amount: hours since it was found, never opened since
    TOPIC = "topic"  # it is about what was read about these days; subject: that topic's first words
    SEQUENCE = "sequence"  # what the learned model makes of the last things in front; amount: probability
    EXPLORING = "exploring"  # shown to learn from; amount: its probability of being shown
    # of a time block
    LATELY = "lately"  # how focused the last while was; amount: its score, 0 to 1
    HOURS = "hours"  # the person's own record at that hour; amount: share of focused slots, 0 to 1
    PURPOSE = "purpose"  # what the slot is for; subject: block, calendar entry or category
    FREE = "free"  # nothing is planned; amount: free minutes from then on
    SOON = "soon"  # amount: hours until it begins
    KEPT = "kept"  # how much of what was planned at such times the person kept to; amount: that share, 0 to 1
    # of both
    SAID = "said"  # what the person said before; subject: the verdict
    OTHER = "other"  # all that is too small to tell


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: what it rests on and how much it adds; subject and amount as its kind says."""

    kind: ReasonKind
    adds: float
    subject: str = ""
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with where it comes from: base, what anything of the kind gets, and reasons, the weightiest first.

    base and what the reasons add sum to the score.
    """

    score: float
    base: float
    reasons: tuple[Reason, ...] = ()

    @property
    def unexplained(self) -> float:
        """What is missing to the sum; nothing but rounding."""
        return self.score - fsum((self.base, *(reason.adds for reason in self.reasons)))


@dataclass(frozen=True, slots=True)
class Offer:
    """How something came to be shown: by which policy, with which probability, at which place, made by what.

    id: what feedback names; 0 while nothing is stored. propensity: probability under the policy of being shown at
    all, above 0. model: the training run it rests on, 0 for the baseline.
    """

    id: int
    made_ms: int
    policy: str
    propensity: float
    rank: int
    model: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPick:
    """A document for this moment."""

    offer: Offer
    document_id: int
    path: str
    title: str
    why: Scored


@dataclass(frozen=True, slots=True)
class FocusBlock:
    """Time in which focus is likely, with its probability and a 90 % interval of that, and focused minutes expected."""

    offer: Offer
    interval: Interval
    probability: float
    low: float
    high: float
    focused_minutes: float
    why: Scored


class Abstention(StrEnum):
    """Why nothing is said."""

    NO_HISTORY = "no_history"  # nothing recorded yet
    TOO_LITTLE = "too_little"  # fewer than five days with enough activity
    NO_PATTERN = "no_pattern"  # there are days enough, but they tell no good time from another
    NO_TIME = "no_time"  # no free time left in which a block fits
    NO_DOCUMENTS = "no_documents"  # nothing is indexed, so nothing can be named


class Notice(StrEnum):
    """What a person ought to know about how the advice was made."""

    BASELINE = "baseline"  # no learned model has beaten the baseline yet
    MODEL_DAMAGED = "model_damaged"  # a checkpoint could not be used; the one before or the baseline was
    NO_MEMORY = "no_memory"  # the accelerator had too little; done on the processor
    WORKER_SILENT = "worker_silent"  # the process that knows the models did not answer


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said at one moment: the next time to focus or why none, documents or why none."""

    made_ms: int
    block: FocusBlock | None = None
    no_block: Abstention | None = None
    documents: tuple[DocumentPick, ...] = ()
    no_documents: Abstention | None = None
    notices: tuple[Notice, ...] = ()
