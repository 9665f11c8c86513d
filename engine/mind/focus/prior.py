"""What is believed of people's focus before anything is known of this one, and the few dials a person's history turns.

The variances were chosen on the development parts of the public data (LOG.md, "Focus"), never on test parts and
never on anyone's private data. Outcomes are shares from 0 to 1; times are in hours. Hours are engine.mind.focus.week's.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.mind.focus.kernel import Component, Factor
from engine.mind.focus.process import Prior

BASE, STATE, HOURS, PURPOSE = "base", "state", "hours", "purpose"
WHILE, SPELL = "while", "spell"
DIALS = (BASE, WHILE, SPELL, STATE, PURPOSE)
LATELY = (WHILE, SPELL, STATE)
"""Parts that tell of what has been lately: each has a dial of its own, as a good hour need not be a good day."""

NOISE = 0.17
NEAR_H = 0.25
"""Hours after which what is in front now tells a third of what it tells of the next slot.

Longer, and advice follows what happens to be in front, not when one would focus well if one tried.
"""

OFFSET, SLOPE = -2.4, 4.8
"""From share to log-odds as long as the person's own slots do not say otherwise."""


class Dials(NamedTuple):
    """How much more than believed each part varies for this person; 0 leaves it out. noise: the rest."""

    base: float = 1.0
    a_while: float = 1.0
    spell: float = 1.0
    state: float = 1.0
    purpose: float = 1.0
    noise: float = 1.0


def prior(dials: Dials) -> Prior:
    """Return the prior with its dials turned."""
    turned = zip(DIALS, dials[:-1], strict=True)
    return Prior(tuple(one for name, dial in turned for one in _parts(name, dial)), NOISE * dials.noise)


def _parts(name: str, dial: float) -> tuple[Component, ...]:
    if dial <= 0:
        return ()
    return tuple(Component(name, dial * variance, factors) for variance, factors in _PARTS[name])


_NOW = Factor("faded", "nearness")
_PARTS: dict[str, tuple[tuple[float, tuple[Factor, ...]], ...]] = {
    # the person's mean, and how it drifts over weeks
    BASE: ((0.01, ()), (0.006, (Factor("fading", "when", 340.0),))),
    # a good or bad while, or spell of days
    WHILE: ((0.02, (Factor("fading", "when", 0.5),)),),
    SPELL: ((0.008, (Factor("fading", "when", 48.0),)),),
    # what is in front as the slot begins
    STATE: ((0.03, (_NOW, Factor("close", "state", 0.5))), (0.01, (_NOW, Factor("inner", "state")))),
    # what the slot is for
    PURPOSE: (
        (0.02, (Factor("same", "purpose"),)),
        (0.01, (Factor("same", "purpose"), Factor("fading", "when", 340.0))),
    ),
}
