"""Learning: skills, cards that keep them, and the minutes of a week that are worth most."""

from __future__ import annotations

from dataclasses import dataclass

from engine.learning.cards import Cards
from engine.learning.skills import Skills
from engine.learning.weeks import Weeks


@dataclass(frozen=True, slots=True)
class Learning:
    """What one profile learns, by its three parts."""

    skills: Skills
    cards: Cards
    weeks: Weeks
