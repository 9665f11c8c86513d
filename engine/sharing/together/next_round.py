"""Which round a person has come to, and which may be next: nothing in a file shows who gave it its number."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.together import AHEAD, StepKind, TogetherFileError, TogetherRound, TogetherStep


def come_to(kept: Sequence[TogetherStep]) -> int:
    """Return the round the person has come to since joining last, by what is kept of one federation, latest first.

    What is far ahead of all before it counts for nothing: somebody made the number up.
    """
    at = 0
    for one in reversed(kept):
        if one.kind is StepKind.JOINED:
            at = one.round
        elif one.round <= at + AHEAD:
            at = max(at, one.round)
    return at


def check_next(begun: TogetherRound, at: int) -> None:
    """Refuse a round that is not one of the next for who has come to another one; TogetherFileError."""
    if begun.round < at:
        raise TogetherFileError(
            f"This is round {begun.round}; you have come to round {at} already. If whoever leads says that this one is"
            " next, join with it: kairos team join ROUND-FILE"
        )
    if begun.round > at + AHEAD:
        raise TogetherFileError(
            f"This is round {begun.round}, far ahead of round {at}, which you have come to. If whoever leads says that"
            " it is next, join with it: kairos team join ROUND-FILE"
        )
