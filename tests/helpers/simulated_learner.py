"""A learner whose returns nobody is told: only what is said of the levels, with an error, is seen."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from engine.domain.learning import PIECE_MINUTES, Returns, Skill
from engine.learning.allocation import Candidate, allocated
from engine.learning.returns import Measured, fitted, gain, room

MOST_MINUTES = 300
SKILLS = 6


@dataclass
class Learner:
    """Skills with hidden returns. bent: true gains follow a power of the minutes, which no fit here can draw."""

    seed: int
    bent: bool = False
    chance: random.Random = field(init=False)
    skills: list[Skill] = field(init=False)
    hidden: list[Returns] = field(init=False)
    levels: list[float] = field(init=False)
    said: list[float] = field(init=False)
    log: list[list[Measured]] = field(init=False)

    def __post_init__(self) -> None:
        draw = self.chance = random.Random(self.seed)
        self.skills = [Skill(f"skill {place}", draw.randint(1, 5), id=place + 1) for place in range(SKILLS)]
        self.hidden = [Returns(draw.uniform(0.2, 2.0), math.exp(draw.uniform(4.0, 6.0))) for _ in self.skills]
        self.levels = [draw.uniform(0, 6) for _ in self.skills]
        self.said = [self._word(level) for level in self.levels]
        self.log = [[] for _ in self.skills]

    def week(self, minutes: Sequence[int]) -> None:
        """Learn for a week, and say how well each skill is known then."""
        for place, spent in enumerate(minutes):
            before = self.said[place]
            self.levels[place] = min(10.0, self.levels[place] + self._true_gain(place, spent))
            self.said[place] = self._word(self.levels[place])
            self.log[place].append(Measured(spent, before, self.said[place] - before))

    def worth(self) -> float:
        """Return all true levels, each as much as its skill matters."""
        return sum(skill.weight * level for skill, level in zip(self.skills, self.levels, strict=True))

    def _true_gain(self, place: int, minutes: int) -> float:
        mine = self.hidden[place]
        if self.bent:
            return 0.5 * mine.most * room(self.levels[place]) * math.pow(minutes / mine.minutes, 0.6)
        return gain(mine, minutes, self.levels[place])

    def _word(self, level: float) -> float:
        return min(10.0, max(0.0, round(2 * (level + self.chance.gauss(0, 0.3))) / 2))


def planned(learner: Learner) -> list[int]:
    """Return the minutes the learning plan gives, by what was said and logged alone."""
    log = zip(learner.skills, learner.said, learner.log, strict=True)
    candidates = [Candidate(skill, said, fitted(weeks)) for skill, said, weeks in log]
    return [share.minutes for share in allocated(candidates, MOST_MINUTES)]


def equal(_learner: Learner) -> list[int]:
    """Return the same minutes for every skill, in pieces."""
    each, more = divmod(MOST_MINUTES // PIECE_MINUTES, SKILLS)
    return [(each + (place < more)) * PIECE_MINUTES for place in range(SKILLS)]


def greedy(learner: Learner) -> list[int]:
    """Return everything for the skill that gave most for a minute so far; each is tried once first."""

    def rate(place: int) -> float:
        spent = sum(week.minutes for week in learner.log[place])
        won = sum(week.gained for week in learner.log[place])
        return learner.skills[place].weight * won / spent if spent else math.inf

    best = max(range(SKILLS), key=lambda place: (rate(place), learner.skills[place].weight))
    return [MOST_MINUTES * (place == best) for place in range(SKILLS)]


def weightiest(learner: Learner) -> list[int]:
    """Return minutes in the proportion of what the skills matter, in pieces."""
    pieces, weights = MOST_MINUTES // PIECE_MINUTES, [skill.weight for skill in learner.skills]
    given = [pieces * weight // sum(weights) for weight in weights]
    for place in sorted(range(SKILLS), key=lambda place: -weights[place])[: pieces - sum(given)]:
        given[place] += 1
    return [one * PIECE_MINUTES for one in given]


def told_everything(learner: Learner) -> list[int]:
    """Return the minutes of one who knows the hidden returns and the true levels: no policy can be expected above."""
    hidden = zip(learner.skills, learner.levels, learner.hidden, strict=True)
    return [one.minutes for one in allocated([Candidate(*told) for told in hidden], MOST_MINUTES)]


def gained(policy: Callable[[Learner], list[int]], seed: int, *, weeks: int = 12, bent: bool = False) -> float:
    """Return what a policy gained with the learner of a seed, in weighted levels."""
    learner = Learner(seed, bent)
    before = learner.worth()
    for _ in range(weeks):
        learner.week(policy(learner))
    return learner.worth() - before
