"""The minutes of a week that are worth most: piece by piece to whichever skill gains most by the next one.

What is maximised is the sum over skills of weight * expected gain + 0.2 a new hour, under each skill's limit and the
week's. Each skill's worth is concave in its minutes (an exponential that flattens, and a line that ends where nothing
new is left), all pieces cost the same, and limits bound each skill alone and all together. There taking the best next
piece each time is exact: were another division better, moving one of its pieces to where the first skipped one is worth
more would not make it worse (Gross 1956, Fox 1966). So no solver is loaded; tests compare it with every division.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.learning import PIECE_MINUTES, Returns, Share, Skill
from engine.learning.returns import gain

NEW_HOUR: Final = 0.2
"""What an hour with items that are not done is worth beside a level of a skill of weight 1."""
_NOTHING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A skill that may get time.

    new_minutes: how long its items not done yet take. told: whether the level is known.
    """

    skill: Skill
    level: float
    returns: Returns
    new_minutes: int = 0
    told: bool = True

    def worth(self, minutes: int) -> float:
        """Return what so many minutes of a week are worth; concave."""
        new = min(minutes, self.new_minutes) / 60
        return self.skill.weight * gain(self.returns, minutes, self.level) + NEW_HOUR * new

    def most_pieces(self, most_minutes: int) -> int:
        """Return how many pieces it may have in a week of so many minutes."""
        return min(self.skill.most_minutes or most_minutes, most_minutes) // PIECE_MINUTES


def allocated(candidates: Sequence[Candidate], most_minutes: int) -> tuple[Share, ...]:
    """Return every skill's share of the week, in the order given; equal worth goes to the earlier one."""
    pieces = [0] * len(candidates)
    heap = [(-_next_worth(one, 0), place) for place, one in enumerate(candidates) if one.most_pieces(most_minutes)]
    heapq.heapify(heap)
    left = most_minutes // PIECE_MINUTES
    while left and heap and -heap[0][0] > _NOTHING:
        place = heapq.heappop(heap)[1]
        pieces[place] += 1
        left -= 1
        if pieces[place] < candidates[place].most_pieces(most_minutes):
            heapq.heappush(heap, (-_next_worth(candidates[place], pieces[place]), place))
    return tuple(share_of(one, count * PIECE_MINUTES) for one, count in zip(candidates, pieces, strict=True))


def _next_worth(one: Candidate, pieces: int) -> float:
    return one.worth((pieces + 1) * PIECE_MINUTES) - one.worth(pieces * PIECE_MINUTES)


def share_of(one: Candidate, minutes: int) -> Share:
    """Return what so many minutes of a week are to a skill."""
    expected = gain(one.returns, minutes, one.level)
    return Share(
        skill=one.skill,
        minutes=minutes,
        gain=expected,
        level=one.level,
        returns=one.returns,
        new_minutes=min(minutes, one.new_minutes),
        next_gain=gain(one.returns, minutes + PIECE_MINUTES, one.level) - expected,
        limited=bool(one.skill.most_minutes) and minutes + PIECE_MINUTES > one.skill.most_minutes,
        told=one.told,
    )
