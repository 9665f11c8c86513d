"""What groups of unknown looks seem to be: said only where the looks of a group agree, and are sure enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.labelling import Seen, Unknown
from engine.domain.rule_suggestion import RuleSuggestion
from engine.mind.category.prototypes import Guess, Prototypes

MOST_LOOKS = 30
"""So many looks of a group are asked, the longest ones."""

AGREED = 0.7
"""So much of a group's time has to say the same."""


def suggested(
    groups: Sequence[Unknown], prototypes: Prototypes, vectors: Mapping[str, NDArray[np.float32]]
) -> list[RuleSuggestion]:
    """Return what can be said of the groups, what clears most time first."""
    found: list[RuleSuggestion] = []
    for group in groups:
        asked = asked_of(group)
        guesses = prototypes.guesses([seen.look for seen in asked], vectors)
        best = _agreed(asked, guesses)
        if best is not None and prototypes.sure(best):
            like = prototypes.examples[best.nearest].look
            found.append(RuleSuggestion(best.category, group, best.confidence, like))
    return sorted(found, key=lambda one: (-one.unknown.ms, one.unknown.name))


def asked_of(group: Unknown) -> tuple[Seen, ...]:
    """Return the looks of a group that are asked."""
    return group.seen[:MOST_LOOKS]


def _agreed(asked: Sequence[Seen], guesses: Sequence[Guess]) -> Guess | None:
    """Return the guess most of the time agrees on, as sure as its looks are on average; None where they disagree."""
    time: dict[int, float] = defaultdict(float)
    sure: dict[int, float] = defaultdict(float)
    surest: dict[int, Guess] = {}
    for seen, guess in zip(asked, guesses, strict=False):
        ms = float(max(1, seen.ms))
        time[guess.category] += ms
        sure[guess.category] += ms * guess.confidence
        if guess.confidence >= surest.get(guess.category, guess).confidence:
            surest[guess.category] = guess
    if not time:
        return None
    best = max(time, key=lambda category: (time[category], -category))
    if time[best] < AGREED * sum(time.values()):
        return None
    return surest[best]._replace(confidence=sure[best] / time[best])
