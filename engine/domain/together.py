"""Learning together: a few numbers of the weights everybody's models begin with, averaged over people under noise.

The unit that is protected is one person: with or without all that they ever gave to one round, what comes of it is
nearly as likely. Numbers are kept as whole ones on a grid, so that noise and masks are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from engine.domain.errors import KairosError
from engine.domain.model_status import Head

VERSION = 1
"""Of the files; a higher one is refused."""
HEADS = (Head.NEXT_DOCUMENT, Head.NEXT_APP)
"""What can be learned together, in the order of the numbers."""
STEPS = 2
"""Numbers of a head: steps along the directions in which people differ most."""
WIDTH = STEPS * len(HEADS)
GRID = 1 << 20
"""Whole numbers of one step."""
CLIP = GRID // 10
"""An update's length at the most, a tenth of a step: nobody moves the average further."""
DELTA = 1e-5
"""Of every epsilon here: the chance beyond which the promise holds."""
MASKED_NOISE = 6.0
"""Deviations of the noise on a sum that nobody sees the parts of, in clips."""
FILE_NOISE = 1.5
"""The same on one person's file, which whoever merges sees."""
FEWEST, MOST = 5, 500
"""People of a round."""
AHEAD = 10
"""Rounds that may be left out at once: a number further ahead needs joining, since nothing shows who wrote it."""
LARGEST = 1 << 16
"""Bytes of a file."""
LONGEST_NAME = 60
"""Characters of what people see."""
HELD_DAYS = 7
"""Latest days that are never learned from: an average is judged on them."""
EPSILON_LIMIT = 8_000_000
"""Millionths of epsilon a person spends in all where nothing else was said."""
DEFAULT_PORT = 9092


class TogetherError(KairosError):
    """Nothing is learned together now, and why."""

    title = "Nothing is learned together"


class TogetherFileError(KairosError):
    """A file of a round cannot be used."""

    title = "This file cannot be used"


class StepKind(StrEnum):
    """What is kept of learning together."""

    JOINED = "joined"
    UPDATE = "update"
    PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class TogetherRound:
    """What a round begins with, and so what came of the one before it.

    numbers: where the weights stand, WIDTH of them on the grid. people: whose updates they came of in the last round,
    0 in the first. least: people below whom nothing comes of it. digest: of the file, that updates name.
    """

    federation: str
    name: str
    round: int
    heads: tuple[Head, ...]
    numbers: tuple[int, ...]
    people: int
    least: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class TogetherUpdate:
    """One person's clipped and noised numbers for a round. token: drawn anew, so that a second copy is known."""

    federation: str
    round: int
    of: str
    token: str
    numbers: tuple[int, ...]
    noise: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PriorJudged:
    """How an average did on the person's own held-out days: mean loss in nats, lower is better."""

    head: Head
    ours: float
    shipped: float
    cases: int

    @property
    def good(self) -> bool:
        """Whether it did no worse than the shipped weights."""
        return self.ours <= self.shipped


@dataclass(frozen=True, slots=True)
class TogetherStep:
    """One thing that was kept. left_ms: when the person left, or took an average back; None while it holds."""

    id: int
    federation: str
    round: int
    kind: StepKind
    epsilon_millionths: int
    content: bytes
    bytes: int
    digest: str
    made_ms: int
    left_ms: int | None


@dataclass(frozen=True, slots=True)
class TogetherStatus:
    """What a person sees. epsilon and its limit in millionths, at DELTA.

    installed: whether a server can be used. name: of the federation, "" where the person is in none. rounds: in which
    something was made. bytes: of all that was made to be sent. heads: opted in. used: heads whose average is in use.
    """

    installed: bool
    federation: str = ""
    name: str = ""
    heads: tuple[Head, ...] = ()
    rounds: tuple[int, ...] = ()
    bytes: int = 0
    epsilon_millionths: int = 0
    limit_millionths: int = EPSILON_LIMIT
    used: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class TogetherAdopted:
    """What came of judging an average: how each head did, and which are used from now on."""

    judged: tuple[PriorJudged, ...]
    used: tuple[Head, ...]


class LearnsPrior(Protocol):
    """What the person's history says of the weights everybody begins with."""

    def asks(self, head: Head, steps: Sequence[float], before_s: float) -> tuple[float, ...] | None:
        """Return where the history before a moment (Unix seconds) asks the steps to be; None with too little of it."""
        ...

    def judge(self, head: Head, steps: Sequence[float], since_s: float) -> PriorJudged | None:
        """Return how the moved and the shipped weights do on what came after a moment; None with too little of it."""
        ...


def part(numbers: Sequence[int], head: Head) -> tuple[float, ...]:
    """Return a head's steps out of all numbers of a round."""
    at = HEADS.index(head) * STEPS
    return tuple(one / GRID for one in numbers[at : at + STEPS])
