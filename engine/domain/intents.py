"""What a question that is not understood may ask for, as a learned model proposes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

TIME, NAME = "\uf001", "\uf002"
"""Stand in a question for a time and for a name, so that whoever proposes learns neither."""

NONE = "none"
"""The proposal that it is something nobody can tell here."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may be asked for. confidence: 0 to 1; those of all proposals sum to at most 1."""

    intent: str
    confidence: float


class Proposer(Protocol):
    """What proposes; it answers with nothing rather than raising."""

    def __call__(self, masked: str, /) -> Sequence[Proposal]:
        """Return what a question with marks for times and names may ask for, the likeliest first."""
        ...
