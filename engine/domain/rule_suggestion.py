"""Rules that are suggested for what has no category yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from engine.domain.labelling import Unknown
from engine.domain.look import Look

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class RuleSuggestion:
    """What nothing is known about and what it seems to be. unknown: its looks, and the rule that would clear them.

    confidence: how sure that is, 0 to 1, of no meaning but that more is surer. like: the example it is most like.
    """

    category_id: int
    unknown: Unknown
    confidence: float
    like: Look


@dataclass(frozen=True, slots=True)
class Suggested:
    """What can be suggested now, what clears most time first.

    by_meaning: whether titles were compared by what they mean, not by shared words alone. unread: titles whose meaning
    has to be looked up before anything is suggested: ask again.
    """

    found: tuple[RuleSuggestion, ...] = ()
    by_meaning: bool = True
    unread: int = 0


class Meanings(Protocol):
    """Gives what texts mean."""

    def __call__(self, texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """Return a vector of length 1 for each text that can be read, by text."""
        ...
