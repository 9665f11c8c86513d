"""From a round and the updates of its people to the next round."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from engine.domain.together import FILE_NOISE, MASKED_NOISE, WIDTH, TogetherFileError, TogetherRound, TogetherUpdate
from engine.sharing.together.clipping import averaged
from engine.sharing.together.files import with_digest


def merged(begun: TogetherRound, updates: Sequence[TogetherUpdate]) -> TogetherRound:
    """Return the round that follows on updates by files. Raises TogetherFileError where one is not for this round."""
    for number, one in enumerate(updates, 1):
        _check(begun, one, f"File {number}")
    if len({one.token for one in updates}) < len(updates):
        raise TogetherFileError("Two of these files are the same update: each person counts once.")
    if len(updates) < begun.least:
        raise TogetherFileError(
            f"These are updates of {len(updates)} people; this round needs {begun.least} before anything comes of it."
        )
    total = [sum(one.numbers[place] for one in updates) for place in range(WIDTH)]
    return followed(begun, total, len(updates), FILE_NOISE * sqrt(len(updates)))


def followed(begun: TogetherRound, total: Sequence[int], people: int, noise: float = MASKED_NOISE) -> TogetherRound:
    """Return the round that follows on a sum of updates. noise: on the sum, in clips."""
    by = averaged(total, people, noise)
    numbers = tuple(old + change for old, change in zip(begun.numbers, by, strict=True))
    return with_digest(
        TogetherRound(begun.federation, begun.name, begun.round + 1, begun.heads, numbers, people, begun.least)
    )


def _check(begun: TogetherRound, update: TogetherUpdate, which: str) -> None:
    if update.federation != begun.federation:
        raise TogetherFileError(f"{which} belongs to other people's learning, not to this one.")
    if update.round != begun.round:
        raise TogetherFileError(f"{which} is of round {update.round}, and this is round {begun.round}.")
    if update.of != begun.digest:
        raise TogetherFileError(f"{which} was made for another file of round {begun.round}. Ask for a new update.")
